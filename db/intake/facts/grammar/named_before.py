"""Says whom a sentence means by words without a name: "he", "both sides", "the guest", "his Italian
counterpart". `clauses` asks it about a row of units."""

from __future__ import annotations

from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    add_unit,
    chain_from,
    no_participants,
)
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.person_groups import PersonEntity

#: Words that begin a clause of their own.
PRONOUNS = frozenset(("he", "she", "they", "both", "who", "it", "we"))

_GUESTS = frozenset(("guest", "dignitary", "visitor"))


def _is_foreign(read: ReadSentence, person: PersonEntity) -> bool:
    return bool(person.country) and person.country != read.home


def by_word(read: ReadSentence, at: int) -> Participants | None:
    """Return whom a word without a name means as a doer: "he", "His Majesty", "his Italian
    counterpart"; None if it means nobody."""
    units = read.units
    unit = units[at]
    if unit.low in ("counterpart", "peer") and at > 1 and units[at - 1].country:
        return _with_counterpart(read, at - 1)
    if unit.low in PRONOUNS:
        return pronoun_subject(read, at)
    if unit.low in _GUESTS:
        guest = next((each for each in reversed(read.people) if _is_foreign(read, each)), None)
        return Participants([guest], [], [], []) if guest is not None else None
    if unit.low in word_set("people_words") and len(read.subject.people) == 1:
        return Participants(list(read.subject.people), [], [], [])
    return None


def _with_counterpart(read: ReadSentence, at: int) -> Participants:
    """Return the doers of "X and his Guatemalan counterpart", the unit of whose state is given."""
    units = read.units
    found = no_participants()
    step = at - 1
    while step > 0 and units[step].low in ("his", "her", "their", "the", "and", ","):
        step -= 1
    if units[step].kind == "person":
        add_unit(found, units[step])
    compatriots = [each for each in read.people if each.country == units[at].country]
    if len(compatriots) == 1:
        found.people += compatriots
    else:
        found.unnamed.append(units[at].country)
    return found


def he_and(read: ReadSentence, at: int) -> PersonEntity | None:
    """Return whom "he" means in "he and the Minister of Defence, X"."""
    units = read.units
    step = at - 1
    while step > 0 and units[step].low in ("the", "his", "her", "and"):
        if units[step].low == "and" and units[step - 1].low in HE:
            found = pronoun_subject(read, step - 1).people
            return found[0] if found and found[0] is not units[at].entity else None
        step -= 1
    return None


def _holders_before(read: ReadSentence, unit: SentenceUnit) -> Participants | None:
    """Return the last two of different states who hold a plural office: "the Presidents"."""
    words = unit.entity.key().split()
    found = no_participants()
    for person in reversed(read.people):
        holds = any(set(words) <= set(office.key().split()) for office in person.offices)
        if holds and person.country not in {each.country for each in found.people}:
            found.people.insert(0, person)
        if len(found.people) == 2:
            return found
    return None


def sides_before(read: ReadSentence, unit: SentenceUnit) -> Participants:
    """Return whom "both sides" means: those of the event before, else of the sentence before."""
    if unit.kind == "office" and (found := _holders_before(read, unit)) is not None:
        return found
    if unit.low == "parties" and len(read.rivals) > 1:
        return read.rivals
    if len(read.sides) > 1:
        return read.sides
    if len(read.subject) > 1:
        return read.subject
    return _last_two(read, unit)


_PEOPLE = frozenset((
    "heads", "presidents", "leaders", "ministers", "premiers", "officials", "diplomats", "generals",
    "chiefs", "commanders",
))  # fmt: skip


def _last_two(read: ReadSentence, unit: SentenceUnit) -> Participants:
    """Return the last two people of different states that were named: "the two Heads of State"."""
    found = no_participants()
    words = {token.low for token in read.marked.tokens[unit.start : unit.start + 4]}
    if not words & _PEOPLE:
        return found
    for person in reversed(read.people):
        if person.country and person.country not in {each.country for each in found.people}:
            found.people.insert(0, person)
        if len(found.people) == 2:
            return found
    return no_participants()


HE = frozenset(("he", "she"))


def pronoun_subject(read: ReadSentence, at: int) -> Participants:
    """Return whom he, she or they mean: the first of the sentence before, or of this one."""
    units = read.units
    low = units[at].low
    first = next(
        (
            unit
            for step, unit in enumerate(units[:at])
            if (unit.kind == "person" and not _is_source(units, step)) or unit.low in HE
        ),
        None,
    )
    if first is not None and first.kind == "person" and low in HE:
        found = no_participants()
        add_unit(found, first)
        return found
    if low in ("he", "she"):
        found = no_participants()
        found.people.extend(read.subject.people[:1])
        return found
    if low in ("they", "both"):
        here = next((far for far, unit in enumerate(units[:at]) if unit.kind == "person"), -1)
        row = chain_from(units, here, read.marked.tokens, places=False)[0] if here >= 0 else None
        if row is not None and len(row) > 1:
            return row  # "X and Y chaired the session, at the end of which they signed"
        return read.sides if len(read.sides) else read.subject
    return no_participants()


def _is_source(units: list[SentenceUnit], at: int) -> bool:
    """Say whether somebody is only whom the news is from: "According to X, Y said he would"."""
    return at > 1 and units[at - 1].low == "to" and units[at - 2].low == "according"
