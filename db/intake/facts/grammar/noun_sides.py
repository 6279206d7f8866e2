"""Says who stands round a noun and how: whose visit, a call with whom, a conflict between whom;
`event_nouns` and `agreements` ask it."""

from __future__ import annotations

from dataclasses import dataclass

from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    add_unit,
    chain_from,
    no_participants,
    takes_part,
)
from db.intake.lexicons.places import Place, country_short_name
from db.intake.lexicons.word_files import word_set


@dataclass(slots=True)
class NounSides:
    """Who stands round a noun and how."""

    owner: Participants
    between: Participants
    partner: Participants  # with, of, by, from
    to: SentenceUnit | None = None
    to_at: int = -1  # its unit
    venue: SentenceUnit | None = None
    governor: int = -1
    is_circumstance: bool = False
    is_definite: bool = False
    end: int = 0


_OWNERS = frozenset(("his", "her", "their", "its"))


_PAYING = frozenset((
    "pay", "pays", "paid", "paying", "make", "makes", "made", "making", "began", "begins", "begin",
    "concluded", "ended", "undertook", "undertake", "undertakes", "conducted", "conducting",
))  # fmt: skip
_DETERMINERS = frozenset(("the", "this", "that", "these", "those", "such"))


_GAP_WORDS = 9


def sides_of(read: ReadSentence, start: int, end: int) -> NounSides:
    """Return who stands round a noun at units `start` to `end`."""
    units = read.units
    sides = NounSides(no_participants(), no_participants(), no_participants())
    sides.end = end
    _read_before(read, start, sides)
    sides.between.add(hyphen_pair(read, start))
    at = end
    gap = 0
    while at < len(units) and gap < _GAP_WORDS:
        unit = units[at]
        if unit.low == "between" and sides.end > end:
            break  # that of another: "between X and Y, and of a framework between …"
        further = _read_phrase_after(read, at, sides)
        if further > at:
            at = further
            continue
        if read.is_boundary(at) or unit.low in word_set("ends_of_sides"):
            break
        if unit.low == "," and (gap or _begins_main_clause(read, at, sides)):
            break
        gap += 1
        at += 1
    return sides


def _begins_main_clause(read: ReadSentence, comma: int, sides: NounSides) -> bool:
    """Say whether who acts stands behind a comma: "During his visit to Chile, President X"."""
    follower = read.units[comma + 1] if comma + 1 < len(read.units) else None
    return (
        sides.is_circumstance
        and sides.to is not None
        and follower is not None
        and follower.kind in ("person", "office")
    )


def _read_phrase_after(read: ReadSentence, at: int, sides: NounSides) -> int:
    """Read one "with …" or "to …" after a noun; return where it ends, `at` if there is none."""
    units = read.units
    low = units[at].low
    if units[at].kind == "date":
        return at + 1
    if at and units[at - 1].low in word_set("before_bystanders"):
        return at
    if low in ("between", "among"):
        chain, stop = chain_from(units, at + 1, read.marked.tokens)
        if not len(chain) and _means_two(units, at + 1):
            stop = at + 3
            if not _are_of_two_states(units, at):
                chain = read.pair if len(read.pair) else _states_of_sides(read)
        sides.between.add(chain)
        sides.end = max(stop, at + 1)
        return sides.end
    if low in ("with", "of", "by", "from", "involving"):
        chain, stop = chain_from(units, at + 1, read.marked.tokens)
        if not len(chain):
            return at
        if low == "of" and not (chain.people or chain.unnamed):
            return at + 1
        sides.partner.add(chain)
        sides.end = stop
        return stop
    return _read_place_after(read, at, sides) if low in ("to", "in", "at") else at


def _means_two(units: list[SentenceUnit], at: int) -> bool:
    """Say whether "the two countries" or "both sides" begins at a unit."""
    lows = [unit.low for unit in units[at : at + 4]]
    is_two = bool({"two", "both", "parties", "sides"} & set(lows[:2]))
    return is_two and any(low in word_set("words_for_states") for low in lows)


def _are_of_two_states(units: list[SentenceUnit], end: int) -> bool:
    """Say whether people of two states act before a unit, who are the two sides themselves."""
    return len({unit.country for unit in units[:end] if unit.kind == "person"}) > 1


def _states_of_sides(read: ReadSentence) -> Participants:
    """Return the states of those who met last."""
    codes = [each.country for each in read.sides.people if each.country]
    codes = list(dict.fromkeys([*codes, *read.sides.countries, *read.sides.unnamed]))
    return Participants([], [], codes, []) if len(codes) > 1 else no_participants()


def _read_place_after(read: ReadSentence, at: int, sides: NounSides) -> int:
    units = read.units
    low = units[at].low
    step = at + 1 + (at + 1 < len(units) and units[at + 1].low in ("the", "both"))
    place = units[step] if step < len(units) else None
    if place is not None and step > at + 1 and low == "to" and read.home:
        is_home = place.kind == "word" and place.low in word_set("words_for_home")
        place = home_unit(read, step) if is_home else place
    if place is not None and place.kind == "place":
        if low == "to" and place.form in ("name", "city") and sides.to is None:
            sides.to, sides.to_at = place, step
        elif sides.venue is None and place.form in ("city", "name", "venue"):
            sides.venue = place
        return step + 1
    if low == "to" and place is not None and place.kind in ("person", "office"):
        chain, stop = chain_from(units, at + 1, read.marked.tokens)
        sides.partner.add(chain)
        return max(stop, at + 1)
    return at


def home_unit(read: ReadSentence, at: int) -> SentenceUnit:
    """Return the state that "the island" means: that the text is written from."""
    place = Place(read.home, "name", country_short_name(read.home))
    return SentenceUnit("place", at, at + 1, read.units[at].low, place, read.home, "name")


def _read_before(read: ReadSentence, start: int, sides: NounSides) -> None:
    units = read.units
    at = start - 1
    seen = 0
    while at >= 0 and seen < _GAP_WORDS:
        unit = units[at]
        if unit.low in ("'s", "'") and at > 0 and takes_part(units[at - 1]):
            _take_owner(units, at - 1, sides)
            return
        if unit.low in _OWNERS:
            first = segment_of(read, at)[0]
            is_relative = units[first].low == "who" and first < at
            sides.owner.add(subject_of(read, first + 1 if is_relative else at))
            sides.is_circumstance = at > 0 and units[at - 1].low in word_set("circumstances")
            if at > 0 and units[at - 1].low in _PAYING:
                sides.governor = at - 1  # "will pay his first official visit to"
            return
        if unit.low in word_set("governors"):
            sides.governor = at
            return
        if unit.low == "on" and at > 0 and units[at - 1].low in ("is", "was", "are", "were"):
            sides.governor = at - 1
            return
        if unit.low in word_set("circumstances") and seen <= 6:
            sides.is_circumstance = True
            sides.is_definite = at + 1 < len(units) and units[at + 1].low in _DETERMINERS
            return
        if unit.low in _DETERMINERS:
            sides.is_definite = True
        if unit.kind == "place" and unit.form == "people" and unit.country:
            pass
        if unit.low in (",", ";", ".", ":") or unit.kind == "person":
            return
        if unit.kind == "body" and seen > 1:
            return
        at -= 1
        seen += 1


def _take_owner(units: list[SentenceUnit], at: int, sides: NounSides) -> None:
    add_unit(sides.owner, units[at])
    step = at - 1
    while step > 0 and units[step].low in ("and", ",", "the"):
        if takes_part(units[step - 1]) and units[step].low != "the":
            add_unit(sides.owner, units[step - 1])
            step -= 2
            continue
        step -= 1


#: How many words may stand between "China-Guinea" and "meeting": "joint commission".
PAIR_WORDS = 4


def hyphen_pair(read: ReadSentence, start: int) -> Participants:
    """Return both sides in "the 10th China-Guinea joint commission meeting", "the ASEAN-Japan
    Summit"."""
    units = read.units
    found = no_participants()
    for at in range(start - 1, max(start - 1 - PAIR_WORDS, 1), -1):
        if takes_part(units[at]) and units[at].kind in ("place", "body"):
            is_pair = units[at - 1].low in ("-", "–") and takes_part(units[at - 2])
            if is_pair and units[at - 2].kind in ("place", "body"):
                add_unit(found, units[at - 2])
                add_unit(found, units[at])
            break
        if units[at].kind != "word":
            break
    return found


def all_sides(read: ReadSentence, sides: NounSides, start: int) -> Participants:
    """Return everybody round a noun; one side alone gets the doer of the sentence."""
    found = no_participants()
    if sides.governor >= 0 and not len(sides.between):
        found.add(subject_of(read, sides.governor))
    found.add(sides.between)
    found.add(sides.owner)
    found.add(sides.partner)
    if sides.governor >= 0 and not len(sides.between):
        found.add(subject_of(read, sides.governor))
    elif sides.is_circumstance and not len(sides.between) and len(sides.partner):
        found.add(doer_after(read, sides.end) or subject_of(read, start))
    elif sides.is_circumstance and not sides.is_definite and not len(found):
        doers = subject_of(read, start)
        if len(doers.people) > 1:
            found.add(doers)
    elif len(found) == 1 and len(sides.partner):
        found.add(_owner_in_sentence(read, start))
    return found


def _owner_in_sentence(read: ReadSentence, start: int) -> Participants:
    """Return whose visits or ties a sentence speaks of before a noun: "Munir's visits, with …";
    who does what a meeting follows: "reviewed the guard, which was followed by a meeting with"."""
    units = read.units
    found = no_participants()
    lows = [unit.low for unit in units[max(0, start - 5) : start]]
    if "followed" in lows and "by" in lows:
        first = next((unit for unit in units[:start] if unit.kind == "person"), None)
        if first is not None:
            add_unit(found, first)
        return found
    for at in range(start - 1, 0, -1):
        if units[at].low in ("'s", "'") and units[at - 1].kind == "person":
            add_unit(found, units[at - 1])
            break
    return found


def doer_after(read: ReadSentence, end: int) -> Participants | None:
    """Return who the sentence goes on with after a phrase before the comma: "During a meeting with
    X, Y said"."""
    units = read.units
    for at in range(end, min(end + 12, len(units))):
        if units[at].low == ",":
            chain, _ = chain_from(units, at + 1, read.marked.tokens)
            return chain if len(chain) else None
    return None


def both_after(read: ReadSentence, end: int) -> Participants:
    """Return doer and object of the main clause: "In a separate meeting, X briefed Y"."""
    units = read.units
    found = no_participants()
    for at in range(end, min(end + 12, len(units))):
        if units[at].low == ",":
            chain, stop = chain_from(units, at + 1, read.marked.tokens)
            found.add(chain)
            if stop < len(units) and units[stop].kind == "word":
                further, _ = chain_from(units, stop + 1, read.marked.tokens, places=False)
                found.add(further)
            break
    return found
