"""Days and acts in the words of the clock's sentences; its answers are made of them."""

from __future__ import annotations

from db.dates import HistoricalDate, day_from_number
from db.law.acts import EVER, NEVER, Days, PartyAct, edtf_between
from db.law.rules.periods import show_day


def days_words(days: Days) -> str:
    """Return a date as it stands in a sentence.

    >>> days_words(Days(737_812, 737_812)), days_words(Days(None, None))
    ('22 January 2021', 'on a day not recorded')
    """
    if days.is_open():
        return "on a day not recorded"
    if days.first is not None and days.first == days.last and days.edtf[-1:] not in ("?", "~", "%"):
        return show_day(days.first)
    first, last = (None if day is None else day_from_number(day) for day in days[:2])
    edtf = days.edtf or f"[{first or ''}..{last or ''}]"
    return HistoricalDate(edtf, first, last).phrase()


def range_words(early: int, late: int) -> str:
    """Return what was worked out in two worlds as it stands in a sentence.

    >>> range_words(737_812, 737_812), range_words(NEVER, NEVER)
    ('22 January 2021', 'never')
    """
    if late >= NEVER and early >= NEVER:
        return "never"
    edtf = edtf_between(early, late)
    if edtf is None:
        return "a day not recorded"
    if early == late:
        return show_day(late)
    return days_words(Days(None if early <= EVER else early, None if late >= NEVER else late, edtf))


def act_words(act: PartyAct) -> str:
    """Return what a party did and when, at the beginning of a sentence.

    >>> act_words(PartyAct("ratified", Days(737_812, 737_812)))
    'Ratified 22 January 2021'
    """
    days = act.effect if act.days.is_open() and act.effect is not None else act.days
    return f"{act.kind[:1].upper()}{act.kind[1:]} {days_words(days)}"
