"""What an office board says of holders, vacancies and changes, in words.

The sheets, the command `board` and the board of the window ask it.
"""

from __future__ import annotations

from typing import Final

from db import (
    END_UNKNOWN,
    HELD,
    START_UNKNOWN,
    BoardChange,
    BoardHolder,
    OfficeState,
    OurContact,
    office_text,
)
from desktop.paper.content.isolates import isolate
from desktop.paper.sections.print_phrases import (
    join_parts,
    known_by,
    open_date_phrase,
    spoken_in,
    term,
)

_DOUBTS: Final = {
    END_UNKNOWN: "may have left: end not known",
    START_UNKNOWN: "may not have begun: start not known",
}
#: What a change is called as the heading of those of its kind.
CHANGE_HEADINGS: Final = {
    "moved": "Moved to another office",
    "came": "Came",
    "confirmed": "Confirmed in office after acting",
    "now acting": "Now acting",
    "left": "Left",
    "vacant": "Fell vacant",
    "office made": "Offices created",
    "office abolished": "Offices abolished",
    "body made": "Bodies created",
    "body dissolved": "Bodies dissolved",
    "body moved": "Bodies placed under another",
}


def doubt_text(holder: BoardHolder) -> str:
    """Return what is not known of whether an office is held; '' where it is held for certain."""
    return _DOUBTS.get(holder.certainty, "")


def time_text(holder: BoardHolder, day: str) -> str:
    """Return since when an office is held, and until when where that was known on the day."""
    state = "ongoing" if holder.certainty == HELD else ""
    return join_parts(term(holder.stay.since, known_by(holder.stay.until, day), state))


def vacancy_text(state: OfficeState, seats: int) -> str:
    """Return which seats nobody holds; '' where all are held, or may be.

    >>> vacancy_text(OfficeState(vacant_seats=1), 1)
    'no holder on this desk'
    >>> vacancy_text(OfficeState(vacant_seats=1, was_held=True), 1)
    'vacant'
    >>> vacancy_text(OfficeState(vacant_seats=2), 5)
    '2 of 5 seats without a holder'
    """
    if not state.vacant_seats:
        return ""
    if seats > 1 and (state.vacant_seats < seats or not state.was_held):
        return f"{state.vacant_seats} of {seats} seats without a holder"
    if state.vacant_since is not None:
        return f"vacant, last held {open_date_phrase('until', state.vacant_since)}"
    return "vacant" if state.was_held else "no holder on this desk"


def change_text(change: BoardChange) -> str:
    """Return a change in a sentence without its end: who, which office, when."""
    when = spoken_in(change.day)
    if change.body is not None:
        return join_parts([_body_text(change), when], " ")
    office = isolate(office_text(change.office)) if change.office is not None else ""
    if change.person is None:
        return f"{office}: last held {open_date_phrase('until', change.day)}" if (
            change.what == "vacant" and change.day is not None
        ) else join_parts([office, when])  # fmt: skip
    who = isolate(change.person.title)
    acting = "acting " if change.acting else ""
    if change.what == "moved" and change.before is not None:
        was = isolate(office_text(change.before))
        return join_parts([f"{who}: {acting}{office}, before that {was}", when])
    return join_parts([f"{who}: {acting}{office}", when, _doubt_of(change)])


def _body_text(change: BoardChange) -> str:
    body = isolate(change.body.title) if change.body is not None else ""
    if change.what != "body moved":
        return body
    above = isolate(change.above.title) if change.above is not None else "no other body"
    before = isolate(change.above_before.title) if change.above_before is not None else "none"
    return f"{body}: under {above}, before that {before}"


def _doubt_of(change: BoardChange) -> str:
    if change.is_sure:
        return ""
    return "not certain: the end is not known" if change.what == "left" else "not certain"


def contact_text(contact: OurContact) -> str:
    """Return how somebody is known to us.

    >>> from db import HistoricalDate
    >>> contact_text(OurContact(HistoricalDate.of_day("2025-03-02"), 1, 2))
    'last met on 2 March 2025; 2 ways to reach'
    >>> contact_text(OurContact(None, 3, 0))
    '3 meetings, none dated'
    """
    meeting = ""
    if contact.last_met is not None:
        times = f", {contact.meetings} times in all" if contact.meetings > 1 else ""
        meeting = f"last met {spoken_in(contact.last_met)}{times}"
    elif contact.meetings:
        meeting = f"{contact.meetings} meeting{'s' if contact.meetings > 1 else ''}, none dated"
    ways = f"{contact.ways} way{'s' if contact.ways > 1 else ''} to reach" if contact.ways else ""
    return join_parts([meeting, ways], "; ")
