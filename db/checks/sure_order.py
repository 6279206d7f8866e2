"""Comparing dates that may be uncertain: only what is sure whatever the day was; rules ask it."""

from __future__ import annotations

from db.dates import HistoricalDate

Day = HistoricalDate | None


def is_before(one: Day, other: Day) -> bool:
    """Say whether one date surely lies before another.

    >>> parse = HistoricalDate.parse
    >>> is_before(parse("2019"), parse("2020-05-01")), is_before(parse("2020"), parse("2020-05-01"))
    (True, False)
    >>> is_before(None, parse("2020"))
    False
    """
    if one is None or other is None or one.last is None or other.first is None:
        return False
    return one.last < other.first


def first_of(*days: Day) -> Day:
    """Return the date that begins first; None where none is known."""
    known = [day for day in days if day is not None and day.first is not None]
    return min(known, key=lambda day: day.first or "", default=None)


def last_of(*days: Day) -> Day:
    """Return the date that ends last; None where none is known."""
    known = [day for day in days if day is not None and day.last is not None]
    return max(known, key=lambda day: day.last or "", default=None)


def may_hold_on(since: Day, until: Day, day: HistoricalDate) -> bool:
    """Say whether a span may cover a date; an end that is not given is open."""
    return not is_before(day, since) and not is_before(until, day)


def phrase(day: Day) -> str:
    """Return a date as people read it; "" for none."""
    return day.phrase() if day is not None else ""
