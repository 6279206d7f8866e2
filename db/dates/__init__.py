"""Dates as precise as they are known: EDTF in and out, words kept, first and last possible day."""

from db.dates.days import day_add, day_from_number, day_number, overlaps, year_of
from db.dates.edtf import is_edtf
from db.dates.historical import HistoricalDate, describe_date, parse_range

__all__ = [
    "HistoricalDate", "day_add", "day_from_number", "day_number", "describe_date", "is_edtf",
    "overlaps", "parse_range", "year_of",
]  # fmt: skip
