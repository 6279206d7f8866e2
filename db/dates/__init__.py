"""Dates as precise as they are known: EDTF in and out, words kept, first and last possible day.

What reads and tells dates is loaded when it is first asked for: a list of people needs none of it.
"""

from typing import TYPE_CHECKING, Any

from db.dates.days import day_add, day_from_number, day_number, overlaps, year_of
from db.dates.historical import HistoricalDate

if TYPE_CHECKING:
    from db.dates.date_parser import describe_date, parse_range
    from db.dates.edtf import is_edtf

__all__ = [
    "HistoricalDate", "day_add", "day_from_number", "day_number", "describe_date", "is_edtf",
    "overlaps", "parse_range", "year_of",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Return the names that are loaded when they are first used (PEP 562)."""
    if name == "is_edtf":
        from db.dates import edtf

        return edtf.is_edtf
    if name in ("describe_date", "parse_range"):
        from db.dates import date_parser

        return getattr(date_parser, name)
    raise AttributeError(f"db.dates has no {name}")
