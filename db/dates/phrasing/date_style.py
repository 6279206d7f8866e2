"""The one way in which days and times are written, and in which 03/04/2025 is read.

`spoken` asks it for every day that it says, and whoever takes typed dates for the order. It is one
for the process, as a locale is: a window has one desk open, and the lists read beside it write days
as it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Final

from db.dates.lexicon import MONTH_NAMES

DEFAULT_STYLE: Final = "long"
_SHORT_MONTH_LETTERS: Final = 3  # letters of a month in the short style

_MONTHS: Final = re.compile(rf"\b({'|'.join(filter(None, MONTH_NAMES))})\b")

_WRITE: Final[dict[str, Callable[[int, int, str], str]]] = {
    "long": lambda day, month, year: f"{day} {MONTH_NAMES[month]} {year}",
    "short": lambda day, month, year: f"{day} {MONTH_NAMES[month][:_SHORT_MONTH_LETTERS]} {year}",
    "month-first": lambda day, month, year: f"{MONTH_NAMES[month]} {day}, {year}",
    "iso": lambda day, month, year: f"{year}-{month:02}-{day:02}",
}
_PLAIN_YEARS: Final = frozenset({"month-first", "iso"})  # styles of years from 1000 to 9999 alone
DATE_STYLES: Final = tuple(_WRITE)
DATE_ORDERS: Final = ("ask", "day", "month")  # what comes first where it may be either
_SHORTENING: Final = frozenset({"long", "short"})  # styles in which "1–4 July 2025" is said


class _Chosen:
    style = DEFAULT_STYLE
    order = DATE_ORDERS[0]


_within: Final[ContextVar[str]] = ContextVar("date style", default="")  # of one thread's work


def choose_date_style(style: str) -> None:
    """Write days in a style from now on; one that is not there is the default."""
    _Chosen.style = style if style in _WRITE else DEFAULT_STYLE


@contextmanager
def written_in(style: str) -> Iterator[None]:
    """Write days in a style within, on this thread alone: what is kept must not follow a taste.

    >>> with written_in("iso"):
    ...     write_day(6, 4, "2025")
    '2025-04-06'
    """
    token = _within.set(style)
    try:
        yield
    finally:
        _within.reset(token)


def date_style() -> str:
    """Return the style that days are written in."""
    return _within.get() or _Chosen.style


def choose_date_order(order: str) -> None:
    """Read day or month first from now on where a date may be either; else it is asked for."""
    _Chosen.order = order if order in DATE_ORDERS else DATE_ORDERS[0]


def typed_day_first() -> bool | None:
    """Return what comes first in a typed 03/04/2025: the day, the month, or None: ask."""
    return {"day": True, "month": False}.get(_Chosen.order)


def is_shortening() -> bool:
    """Say whether two days of one month or year share what they have in common."""
    return date_style() in _SHORTENING


def write_day(day: int, month: int, year: str, style: str = "") -> str:
    """Return a day in the chosen style, or in another; the year is written already ("44 BC").

    >>> [write_day(6, 4, "2025", style) for style in DATE_STYLES]
    ['6 April 2025', '6 Apr 2025', 'April 6, 2025', '2025-04-06']
    """
    style = style or date_style()
    is_plain = len(year) == 4 and year.isdecimal()
    return _WRITE[style if is_plain or style not in _PLAIN_YEARS else DEFAULT_STYLE](
        day, month, year
    )


def short_months(text: str) -> str:
    """Return a text with the names of months in three letters.

    >>> short_months("9–12 January 1866"), short_months("late September 2025"), short_months("soon")
    ('9–12 Jan 1866', 'late Sep 2025', 'soon')
    """
    return _MONTHS.sub(lambda found: found.group()[:_SHORT_MONTH_LETTERS], text)


def local_time(stamp: str | datetime) -> str:
    """Return a moment by the officer's own clock, and any text that is none as it stands.

    A text is ISO 8601 in UTC, as the history keeps it.

    >>> local_time("soon"), local_time(datetime(2026, 11, 23, 9, 5))
    ('soon', '23 November 2026, 09:05')
    """
    try:
        time = datetime.fromisoformat(stamp) if isinstance(stamp, str) else stamp
        time = time.astimezone()
    except (ValueError, OverflowError, OSError):
        return str(stamp)
    return f"{write_day(time.day, time.month, str(time.year))}, {time:%H:%M}"
