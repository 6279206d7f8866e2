"""Says of which date what a clause tells is; what reads verbs, nouns and agreements asks it."""

from __future__ import annotations

from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.lexicons.word_files import word_set
from db.intake.text.date_words import DateMention


def date_of(read: ReadSentence, start: int, end: int) -> DateMention | None:
    """Return the date of what units `start` to `end` say, from their clause."""
    first, last = segment_of(read, start)
    units = read.units
    best: tuple[int, DateMention] | None = None
    for at in (*_before_relative(read, first), *range(first, last)):
        unit = units[at]
        if unit.kind != "date" or unit.entity.words.lower() in _VAGUE_DATES:
            continue
        if unit.entity.is_bound or (at > 0 and units[at - 1].low in _BOUNDING):
            continue
        if any(each.low == "since" or each.low in _OF_COMING for each in units[end:at]):
            continue
        if any(each.low in _OF_OTHERS for each in units[max(end, at - OTHERS_UNITS) : at]):
            continue
        distance = at - end if at >= end else start - at
        distance += FAR_UNITS * other_clause_between(read, at, start, end)
        distance += FAR_UNITS * _is_of_saying(read, at, start, end)
        if best is None or distance < best[0]:
            best = distance, unit.entity
    if best is not None:
        return best[1]
    if (later := _date_in_relative(read, end, last)) is not None:
        return later
    opener = units[first].low if first < len(units) else ""
    is_near = start - first <= NEAR_UNITS and opener in ("after", "following")
    if first > 1 and (is_near or opener in ("where", "who", "which", "that", "marking")):
        return date_of(read, first - 1, first - 1)
    return None


def _before_relative(read: ReadSentence, first: int) -> range:
    """Return the units of the main clause before the relative clause that ends at a unit."""
    if not first or read.units[first].low != ",":
        return range(0)
    relative = segment_of(read, first - 1)[0]
    return range(segment_of(read, relative - 1)[0], relative) if relative else range(0)


#: Before the date of what was before: "a package pledged in Mecca in June".
_OF_OTHERS = frozenset(("pledged", "launched", "established", "founded", "inaugurated"))
OTHERS_UNITS = 5
#: Before what is to come, whose date it is: "prepared a proposed visit next year".
_OF_COMING = frozenset(("proposed", "planned", "upcoming", "forthcoming"))
#: What a relative clause says of a thing itself: "the fighting, which broke out in March".
_OF_ITSELF = frozenset((
    "broke", "erupted", "began", "started", "held", "host", "hosted", "place", "opened",
    "concluded", "ended", "opens", "begins", "starts",
))  # fmt: skip


def _date_in_relative(read: ReadSentence, end: int, last: int) -> DateMention | None:
    """Return the date in the clause that follows a noun: "the summit that Bahrain will host in
    December"."""
    units = read.units
    if last >= len(units) or units[last].low not in ("which", "that"):
        return None
    stop = segment_of(read, last)[1]
    if not any(unit.low in _OF_ITSELF for unit in units[last:stop]):
        return None
    return next((unit.entity for unit in units[last:stop] if unit.kind == "date"), None)


def _is_of_saying(read: ReadSentence, at: int, start: int, end: int) -> bool:
    """Say whether a date is that on which something was said: "on Wednesday said he would"."""
    low, high = (end, at) if at >= end else (at + 1, start)
    return any(unit.low in word_set("saying_verbs") for unit in read.units[low:high])


#: "… agreed on Saturday after talks": how near the talks stand to be of that day.
NEAR_UNITS = 6
#: How far off a date counts that another "and …" parts from a verb.
FAR_UNITS = 15


def other_clause_between(read: ReadSentence, at: int, start: int, end: int) -> bool:
    """Say whether "and" with a verb of its own stands between a date and what it may date."""
    units = read.units
    low, high = (end, at - 1) if at >= end else (at, start)
    for step in range(low, high):
        follower = units[step + 1]
        if units[step].low == "and" and follower.kind == "word" and follower.low.isalpha():
            is_verb = follower.low.endswith("ed") or follower.low in word_set("irregular_past")
            is_verb = is_verb or follower.low in ("will", "would", "later", "then")
            if is_verb:
                return True
    return False


#: Words before a date that make it a bound and no day.
_BOUNDING = frozenset(("until", "till", "by", "since", "before", "after", "than", "expiring"))
#: Dates that say when something goes on and not when an event was.
_VAGUE_DATES = frozenset(("this year", "of this year", "this month", "this week"))
