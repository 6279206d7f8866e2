"""Reads what is told by nouns of public events: conflicts, ceasefires, summits, elections, attacks;
`event_nouns` asks it."""

from __future__ import annotations

from db.intake.facts.event_beginnings import as_reference, take_venue
from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.noun_sides import NounSides
from db.intake.facts.grammar.read_sentence import ReadSentence, segment_of
from db.intake.facts.grammar.units import (
    Participants,
    SentenceUnit,
    add_unit,
    chain_from,
    no_participants,
)
from db.intake.text.date_words import DateMention


def read_conflict(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read a conflict between two, with its date."""
    parties = sides.between
    if len(parties) < 2 and _breaks_out(read, end):
        parties = _peoples_in_clause(read, start)
    if len(parties) < 2 or draft.date is None:
        return None
    draft.participants = parties
    draft.confidence = 0.7
    draft.reasons.append(f"“{draft.noun}” between two, with its date")
    return draft


def _agrees(read: ReadSentence, at: int) -> bool:
    return read.units[at].low in ("agreed", "declared", "accepted", "reached", "announced")


def _breaks_out(read: ReadSentence, end: int) -> bool:
    return any(
        unit.low in ("erupted", "broke", "resumed", "flared", "escalated")
        for unit in read.units[end : end + 3]
    )


def _peoples_in_clause(read: ReadSentence, start: int) -> Participants:
    """Return the states that a clause names: "along the Armenian-Azerbaijani border"."""
    first, last = segment_of(read, start)
    found = no_participants()
    for unit in read.units[first:last]:
        if unit.kind == "place" and unit.form in ("people", "name"):
            add_unit(found, unit)
    return found


def read_ceasefire(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read a ceasefire between two, with its date."""
    parties = no_participants()
    parties.add(sides.between)
    act = next((at for at in range(max(0, start - 5), start) if _agrees(read, at)), -1)
    if len(parties) < 2 and act >= 0:
        doers = subject_of(read, act)
        if len(doers.countries) + len(doers.bodies) > 1:
            parties.add(doers)
    if len(parties) < 2 and len(read.sides.countries) >= 2:
        parties.countries += read.sides.countries
    if len(parties) < 2 or draft.date is None:
        return None
    draft.participants = parties
    draft.confidence = 0.65
    draft.reasons.append(f"“{draft.noun}” between two, with its date")
    return draft


def read_gathering(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read a summit, a conference or an exercise: one with a name, a date or a place."""
    draft.participants.add(sides.between)
    draft.participants.add(sides.owner)
    if sides.governor >= 0:
        draft.participants.add(subject_of(read, sides.governor))
    name = _proper_name(read, start, end)
    if draft.date is None:
        draft.date = _year_before(read, start)
    draft.participants.add(gathering_of(read, end))
    take_venue(read, draft, sides, end)
    bodies = [unit for unit in read.units[max(0, start - 4) : start] if unit.kind == "body"]
    for unit in bodies:
        add_unit(draft.participants, unit)
    if not len(draft.participants):
        for unit in read.units[:start]:
            if unit.kind == "body":
                add_unit(draft.participants, unit)
    if draft.type == "summit" and not len(draft.participants):
        draft.participants.add(_states_of_leaders(read, start))
    if draft.type == "exercise" and len(draft.participants) < 2:
        draft.participants.add(_forces_between(read, end))
    if draft.type == "exercise" and len(draft.participants.countries) < 2:
        draft.participants.add(_peoples_in_clause(read, start))
    is_marked = bool(draft.date or draft.place)
    is_named = bool(name) or len(sides.between) >= 2 or _is_named_by(draft, bodies)
    if draft.type == "summit" and sides.governor >= 0 and len(draft.participants.people) >= 2:
        is_named = True  # two who hold a summit
    if not len(draft.participants) or not is_marked or not is_named:
        return as_reference(draft, read, end) if sides.is_definite else None
    draft.confidence = 0.65
    draft.reasons.append(f"“{name or draft.noun}” with a date or a place")
    return draft


#: How many states of leaders may stand in a row.
MAX_LEADERS_UNITS = 7


def _states_of_leaders(read: ReadSentence, start: int) -> Participants:
    """Return the states in "The Mexican, US and Canadian leaders wrapped up the summit"."""
    units = read.units
    found = no_participants()
    at = next((at for at in range(start) if units[at].low in ("leaders", "presidents")), 0)
    for unit in units[max(0, at - MAX_LEADERS_UNITS) : at]:
        if unit.kind == "place" and unit.country:
            add_unit(found, unit)
    return found if len(found) > 1 else no_participants()


def _forces_between(read: ReadSentence, end: int) -> Participants:
    """Return whose exercise it is: "held in the UAE between the UAE Armed Forces and …"."""
    for at in range(end, len(read.units) - 1):
        if read.units[at].low in ("between", "with"):
            return chain_from(read.units, at + 1, read.marked.tokens)[0]
    return no_participants()


def gathering_of(read: ReadSentence, end: int) -> Participants:
    """Return the body in "the Summit of the Forum on China-Africa Cooperation"."""
    units = read.units
    found = no_participants()
    at = end + 1 + (end + 1 < len(units) and units[end + 1].low == "the")
    if at < len(units) and units[end].low == "of" and units[at].kind == "body":
        add_unit(found, units[at])
    return found


def _year_before(read: ReadSentence, start: int) -> DateMention | None:
    """Return the year in "the 2024 Summit"."""
    token = read.marked.tokens[read.units[start].start - 1] if read.units[start].start else None
    if token is None or len(token.text) != 4 or not token.text.isdigit():
        return None
    if not token.text.startswith(("19", "20")):
        return None
    year = token.text
    return DateMention(token.start, token.end, year, year, f"{year}-01-01", f"{year}-12-31")


def _is_named_by(draft: EventDraft, bodies: list[SentenceUnit]) -> bool:
    """Say whether a summit's body or the states of an exercise are enough of a name."""
    if draft.type == "exercise":
        return len(draft.participants.countries) + len(draft.participants.bodies) > 1
    return draft.type == "summit" and bool(bodies or draft.participants.bodies)


_EXERCISES = frozenset(("exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers"))


def _proper_name(read: ReadSentence, start: int, end: int) -> str:
    tokens, units = read.marked.tokens, read.units
    token = units[start].start
    is_named_before = token > 0 and tokens[token - 1].is_cap and units[start - 1].kind == "word"
    is_exercise = tokens[token].low in _EXERCISES and is_named_before
    if not (tokens[token].is_cap or is_exercise) or read.marked.sentence.is_headline:
        return ""
    first = token
    while first > 0 and (tokens[first - 1].is_cap or tokens[first - 1].is_number):
        first -= 1
    return read.marked.text(first, units[end - 1].end) if first < token else ""


def read_election(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read an election with its date."""
    if draft.date is None or draft.noun in ("vote",):
        return None
    first, last = segment_of(read, start)
    for unit in read.units[first:last]:
        if unit.kind == "place" and unit.country:
            draft.participants.countries.append(unit.country)
            break
    for unit in read.units[first:start]:
        if unit.kind == "person":
            add_unit(draft.participants, unit)
    if not len(draft.participants):
        return None
    draft.confidence = 0.6
    draft.reasons.append(f"“{draft.noun}” with its date")
    return draft


def read_incident(
    read: ReadSentence, draft: EventDraft, sides: NounSides, start: int, end: int
) -> EventDraft | None:
    """Read an attack or a disaster: it needs where it was."""
    if draft.date is None and sides.venue is None:
        return None
    if draft.noun in ("strikes", "attack", "attacks", "shooting", "blast") and not (
        draft.date and sides.venue
    ):
        return None
    take_venue(read, draft, sides, end)
    if not draft.place:
        _take_next_place(read, draft, end)
    if not draft.place:
        return None
    if draft.place_country:
        draft.participants.countries.append(draft.place_country)
    draft.confidence = 0.6
    draft.reasons.append(f"“{draft.noun}” with where")
    return draft


def _take_next_place(read: ReadSentence, draft: EventDraft, end: int) -> None:
    """Take the place soon after a noun: "an airstrike on Doha", "struck eastern Afghanistan"."""
    for unit in read.units[end : end + 5]:
        if unit.kind == "place" and unit.country and unit.form in ("city", "name"):
            draft.place, draft.place_country = unit.entity.name, unit.country
            return
