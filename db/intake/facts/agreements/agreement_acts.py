"""Says what is done to an agreement in its clause and who does it; `agreements` asks it."""

from __future__ import annotations

import re

from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    add_unit,
    chain_from,
    find_unit,
    no_participants,
    takes_part,
)
from db.intake.lexicons.agreement_words import act_trie
from db.intake.lexicons.places import country_short_name
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.person_groups import PersonEntity


def act_of(read: ReadSentence, start: int, end: int, kind: str = "") -> tuple[int, int, str]:
    """Return the units of the verb done to an agreement, and its status by it; (-1, -1, "") if
    none is in the clause."""
    units, tokens = read.units, read.marked.tokens
    first, last = segment_of(read, start)
    last = _behind_relative(read, start, last)
    low, high = units[first].start, units[last - 1].end
    best: tuple[int, int, int, str] | None = None
    for name, status in _MONEY_ACTS if kind in ("loan", "grant") else _ACTS:
        trie = act_trie(name)
        for at in range(low, high):
            found = trie.longest(tokens, at)
            if found is None or read.marked.mark_at[at] is not None:
                continue
            if (
                tokens[at].low in ("sign", "signs", "signature", "seal", "seals")
                and status == "announced"
            ):
                continue
            distance = abs(at - units[start].start)
            is_passive = at > 0 and tokens[at - 1].low in ("was", "were", "been", "be")
            is_far = at > units[start].start + 8 and not (is_passive and distance <= FAR_PASSIVE)
            if status == "announced" and (
                is_far
                or (distance > 10 and not is_passive)
                or _other_verb(read, at, units[start].start)
            ):
                continue
            rank = (0 if status != "announced" else 60) + distance
            if best is None or rank < best[0]:
                best = (rank, find_unit(units, at), find_unit(units, found[0] - 1) + 1, status)
    if best is None:
        return _negotiation_of(read, start)
    act, act_end, status = best[1], best[2], best[3]
    if tokens[units[act].start].low == "secured":
        return -1, -1, ""
    return act, act_end, status


def _behind_relative(read: ReadSentence, noun: int, last: int) -> int:
    """Return where the clause of a noun ends that a relative one parts: "The two memoranda, which
    are on health, were signed by X"."""
    units = read.units
    if last >= len(units) or units[last].low != "which" or noun < last - 6:
        return last
    end = segment_of(read, last)[1]
    goes_on = end + 1 < len(units) and units[end].low == "," and units[end + 1].low in _PASSIVE
    return segment_of(read, end)[1] if goes_on else last


_PASSIVE = frozenset(("was", "were", "is", "are", "will"))
_ACTS = (
    ("in_force", "in force"),
    ("ratified", "ratified"),
    ("signing_only", "signed"),
    ("announced", "announced"),
)
#: What is done to loans and grants besides.
_MONEY_ACTS = (*_ACTS, ("lending", "announced"))
#: How many tokens behind a noun "was reached" may stand.
FAR_PASSIVE = 26


_NEGOTIATIONS = frozenset(("negotiations", "finalize", "finalise"))
NEAR_NEGOTIATION_UNITS = 4
MAX_NEGOTIATION_UNITS = 8  # "are negotiating a $200 million credit"


def _negotiation_of(read: ReadSentence, noun: int) -> tuple[int, int, str]:
    """Return the act of what is only negotiated: "begin negotiations on an agreement"."""
    for at in range(max(0, noun - MAX_NEGOTIATION_UNITS), noun):
        low = read.units[at].low
        is_for = read.units[at + 1].low in ("for", "towards")
        is_near = noun - at <= NEAR_NEGOTIATION_UNITS * (1 + is_for)
        if low in ("negotiate", "negotiating") or (is_near and low in _NEGOTIATIONS):
            return at, at + 1, "planned"
        if read.units[at].low in ("working", "work") and read.units[at + 1].low == "on":
            return at, at + 1, "planned"
    return -1, -1, ""


_NO_GIVING = frozenset((
    "used", "needed", "estimated", "valued", "based", "called", "repaid", "proposed", "requested",
    "expected", "linked", "related", "so-called", "planned", "stalled", "frozen",
))  # fmt: skip


def act_of_money(read: ReadSentence, noun: int) -> tuple[int, int, str]:
    """Return the verb before a loan or a grant that somebody does something with: "rolled over a
    deposit"; (-1, -1, "") if there is none."""
    units = read.units
    first = segment_of(read, noun)[0]
    for at in range(noun - 1, max(first, noun - MAX_NEGOTIATION_UNITS), -1):
        low = units[at].low
        if low in (",", ";", "and") or low in word_set("prepositions"):
            if low not in ("over", "up", "out"):
                break
            continue
        is_verb = low.endswith("ed") and low not in _NO_GIVING
        if is_verb and units[at - 1].kind in ("body", "place", "person", "word"):
            return at, at + 1, "announced"
    return -1, -1, ""


def _other_verb(read: ReadSentence, act: int, noun: int) -> bool:
    """Say whether another infinitive stands between a verb and an agreement: "agreed to send …"."""
    tokens = read.marked.tokens
    return any(
        tokens[at].low == "to"
        and at + 1 < noun
        and tokens[at + 1].low not in word_set("agreeing_infinitives")
        and not (tokens[at + 1].low in _EXTENDING and tokens[noun].low in _EXTENDED)
        for at in range(act + 1, noun)
    )  # fmt: skip


#: "agreed to extend a ceasefire": that is one anew; a deposit is not.
_EXTENDING = frozenset(("extend", "prolong", "renew"))
_EXTENDED = frozenset(("ceasefire", "cease-fire", "truce", "agreement", "pact", "treaty"))


def is_participle_before(read: ReadSentence, act: int, noun: int) -> bool:
    """Say whether the verb only describes the noun: "a recently signed agreement"."""
    units = read.units
    if units[act].low in ("signing", "signature", "conclusion"):
        return False  # "welcomed the signing of"
    if (
        act == noun + 1
        and units[noun].low.endswith("s")
        and units[act].low in ("reached", "signed")
    ):
        return True  # "all agreements reached at the highest level"
    if not 0 < noun - act <= 4:
        return False
    before = units[act - 1] if act else None
    if before is not None and before.low == "earlier":  # "of earlier signed agreements"
        return act > 1 and units[act - 2].low in ("of", "the", "under", "all", "any")
    return before is not None and before.low in word_set("before_participles")


def _behalf_of(read: ReadSentence, first: int, last: int) -> Participants:
    """Return on whose behalf somebody signs in a clause."""
    units = read.units
    for at in range(first, last - 1):
        if units[at].low == "behalf":
            return chain_from(units, at + 1, read.marked.tokens)[0]
    return no_participants()


def doers_of(read: ReadSentence, act: int, act_end: int, noun: int) -> Participants:
    """Return who signs: the subject, those after "by", or bodies between verb and noun."""
    units = read.units
    first, last = segment_of(read, act)
    word = units[act].low
    is_passive = (
        act > 0
        and not word.endswith("ing")
        and any(
            units[at].low in ("was", "were", "been", "be", "is", "are", "being")
            for at in range(max(first, act - 2), act)
        )
    )
    signers = no_participants()
    if word.startswith(("award", "won", "win")):
        signers.add(_winner_of(read, act_end, last))
        signers.add(subject_of(read, act) if not is_passive else no_participants())
        return signers
    is_participle = noun < act and word.endswith(("ed", "ked"))
    for at in range(act_end, last if is_passive or is_participle else min(last, act_end + 4)):
        if units[at].low == "by" and units[at - 1].low not in word_set("before_bystanders"):
            signers.add(chain_from(units, at + 1, read.marked.tokens)[0])
    if len(signers):
        return signers
    if is_passive or (word == "signed" and noun < act and noun >= first):
        for at in range(act_end, last):
            if units[at].low == "between":
                return chain_from(units, at + 1, read.marked.tokens)[0]
        return _before_relative(read, first)
    between = no_participants()
    if act < noun:
        chain, stop = chain_from(units, act_end, read.marked.tokens, places=False)
        is_inverse = units[act_end].low != "with"
        if chain.bodies and stop <= noun and is_inverse:
            between.add(chain)
    subject = no_participants()
    subject.add(subject_of(read, act))
    if _means_states(read, first, act):
        subject = states_of(subject)
    subject.add(_behalf_of(read, first, last))
    subject.add(_with_whom(read, act_end))
    subject.add(_before_relative(read, first))
    if act > 1 and units[act - 1].low == "and" and takes_part(units[act - 2]):
        add_unit(subject, units[act - 2])  # "will meet X and sign"
    if len(between):
        return between
    return subject


def _winner_of(read: ReadSentence, begin: int, end: int) -> Participants:
    """Return to whom a contract is awarded, or from whom it is won."""
    units = read.units
    for at in range(begin, end - 1):
        if units[at].low in ("to", "from", "by"):
            chain, _ = chain_from(units, at + 1, read.marked.tokens)
            if len(chain):
                return chain
    return no_participants()


def _before_relative(read: ReadSentence, first: int) -> Participants:
    """Return whom "whom" or "whose" means at the start of a clause: "X, with whom he signed"."""
    units = read.units
    found = no_participants()
    is_which = units[first].low == "which" and units[first - 1].low in ("with", "between", "by")
    if first < 2 or not (is_which or units[first].low in ("whom", "whose")):
        return found
    at = first - 1
    while at > 0 and units[at].low in (",", "with", "by", "from", "between", "and"):
        at -= 1
    at -= units[at].low in ("company", "group", "firm")  # "the Baykar company, with which"
    if not takes_part(units[at]):
        return found
    step = at
    while step > 1 and units[step - 1].low == "and" and takes_part(units[step - 2]):
        step -= 2
    for unit in units[step : at + 1]:
        if takes_part(unit):
            add_unit(found, unit)
    return found


def _with_whom(read: ReadSentence, at: int) -> Participants:
    """Return with whom somebody signs: "signed on Monday, with X, a grant agreement"."""
    units = read.units
    while at < len(units) and (units[at].kind == "date" or units[at].low == ","):
        at += 1
    if at < len(units) and units[at].low == "with":
        return chain_from(units, at + 1, read.marked.tokens)[0]
    return no_participants()


def _means_states(read: ReadSentence, first: int, act: int) -> bool:
    """Say whether "the two countries" or "both sides" do it and not who spoke for them."""
    return any(
        unit.low in word_set("words_for_states") for unit in read.units[max(first, act - 5) : act]
    )


def states_of(participants: Participants) -> Participants:
    """Return the states of people who met, where each is of another; else who takes part."""
    codes = [person.country for person in participants.people if person.country]
    codes += [*participants.countries, *participants.unnamed]
    if len(set(codes)) < 2:
        return participants
    return Participants([], [], list(dict.fromkeys(codes)), [])


def party_names(parties: Participants) -> list[str]:
    """Return parties by name: bodies, states, and of people the body or state they act for."""
    names: list[str] = [
        country_short_name(body.country)
        if body.type == "parliament" and body.country
        else body.name
        for body in parties.bodies
        if not body.is_source
    ]
    for code in (*parties.countries, *parties.unnamed):
        names.append(country_short_name(code))
    for person in parties.people:
        names += [name for name in [acts_for(person)] if name]
    return list(dict.fromkeys(names))


STATE_ORGANS = re.compile(
    r"\b(ministry|department|division|army|navy|air force|office|embassy)\b", re.IGNORECASE
)


#: Whose heads sign for the European Union.
_ORGANS_OF_UNION = frozenset(("European Commission", "European Council"))


def acts_for(person: PersonEntity) -> str:
    """Return the body or the state that somebody signs for."""
    office = next((each for each in person.offices if not each.former), None)
    if office is not None and (
        office.organization in _ORGANS_OF_UNION or office.key().startswith("european commissioner")
    ):
        return "European Union"
    if office is not None and office.organization:
        if not STATE_ORGANS.search(office.organization):
            return office.organization
        if office.country or person.country:
            return country_short_name(office.country or person.country)
        return office.organization
    return country_short_name(person.country) if person.country else ""
