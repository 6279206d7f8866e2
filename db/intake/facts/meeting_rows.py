"""Reads the further meetings of a row behind one verb: "met X in Skopje and in Pristina with Y",
"received X, and on Monday Y"; `event_verbs` asks it."""

from __future__ import annotations

from dataclasses import replace

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.clauses import subject_of
from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.facts.grammar.units import chain_from, no_participants

#: How far behind a verb its row may go on.
MAX_ROW_UNITS = 40
_ROWS = frozenset(("meeting", "call"))


def goes_on(read: ReadSentence, draft: EventDraft, start: int, end: int) -> list[EventDraft]:
    """Return the meetings that "and on Monday", "and in Kosovo with" add to the one of a verb."""
    units = read.units
    doers = subject_of(read, start) if draft.type in _ROWS else no_participants()
    found: list[EventDraft] = []
    if not doers.people:
        return found
    for at in range(end, min(end + MAX_ROW_UNITS, len(units) - 2)):
        if units[at].low != "and":
            continue
        step, day, place = at + 1, None, None
        while step < len(units) - 1:
            if units[step].kind == "date":
                day, step = units[step].entity, step + 1
            elif units[step].low in ("in", "at") and units[step + 1].kind == "place":
                place, step = units[step + 1], step + 2
            elif units[step].low in ("with", "later", "then", "also"):
                step += 1
            else:
                break
        is_with = units[at + 1].low == "with" and draft.type == "meeting"
        if day is None and place is None and not is_with:
            continue
        chain, _ = chain_from(units, step, read.marked.tokens, places=False)
        if not chain.people or any(each in doers.people for each in chain.people):
            continue
        other = replace(
            draft, participants=no_participants(), date=day or draft.date,
            spans=list(draft.spans), outcome=[], reasons=[*draft.reasons, "in a row of meetings"],
        )  # fmt: skip
        if place is not None:
            other.place, other.place_country = place.entity.name, place.country
        other.participants.add(doers)
        other.participants.add(chain)
        draft.participants.people = [
            each for each in draft.participants.people if each not in chain.people
        ]
        found.append(other)
    return found
