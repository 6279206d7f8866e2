"""Dates as they lie in a desk's four columns; what is none there is shown as it stands, undated.

Whoever reads rows asks it: a damaged or forged desk may hold anything in these columns.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from db.dates.days import as_sortable, day_of
from db.dates.historical import HistoricalDate, is_plain_day


def stored_date(edtf: Any, first: Any, last: Any, words: Any) -> HistoricalDate | None:
    """Return the date of four columns, or None where there is none.

    >>> stored_date("2025-07-01", "2025-07-01", "2025-07-01", None).phrase()
    '1 July 2025'
    >>> stored_date("2025-13-45", "2025-13-45", "x", None)
    HistoricalDate(edtf='', first=None, last=None, words='2025-13-45')
    """
    if not edtf and not words:
        return None
    if edtf and edtf == first == last and isinstance(edtf, str) and is_plain_day(edtf):
        return HistoricalDate(edtf, first, last, _text(words))
    if holds(edtf, first, last):
        return HistoricalDate(edtf or "", as_sortable(first), as_sortable(last), _text(words))
    return HistoricalDate("", None, None, _text(words) or _text(edtf))


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


@lru_cache(maxsize=8192)
def holds(edtf: Any, first: Any, last: Any) -> bool:
    """Say whether three columns are a date: EDTF, and days of the calendar or open ends.

    >>> holds("2019/..", "2019-01-01", None), holds("2019/..", "soon", None), holds(7, None, None)
    (True, False, False)
    """
    from db.dates.edtf import is_edtf  # most dates are plain days

    if not (edtf is None or isinstance(edtf, str)) or not (_is_day(first) and _is_day(last)):
        return False
    return is_edtf(edtf) if edtf else first is None and last is None


def _is_day(text: Any) -> bool:
    if not isinstance(text, str):
        return text is None
    try:
        day_of(text)
    except ValueError:
        return False
    return True
