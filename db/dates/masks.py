"""Finds the real days that agree with unspecified digits, as in `156X-12-31`; `edtf` asks it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from db.dates.days import Day, is_leap, month_days


def masked_years(sign: str, mask: str, *, backwards: bool = False) -> Iterator[int]:
    """Yield the years, in order, that a mask of four digits and `X` stands for.

    >>> list(masked_years("", "199X"))[:2], next(masked_years("-", "004X"))
    ([1990, 1991], -49)
    """
    is_falling = backwards != bool(sign)
    digits = "9876543210" if is_falling else "0123456789"
    for drawn in product(*(digits if sample == "X" else sample for sample in mask)):
        year = int("".join(drawn))
        if not sign:
            yield year
        elif year:
            yield -year


def _matching(mask: str, top: int) -> list[int]:
    return [n for n in range(1, top + 1)
            if all(m in ("X", d) for m, d in zip(mask, f"{n:02}", strict=True))]  # fmt: skip


def masked_days(sign: str, year: str, month: str, day: str) -> tuple[Day, Day] | None:
    """Return the first and last real day that agree with the masks, None if none does.

    >>> masked_days("", "156X", "12", "3X")
    ((1560, 12, 30), (1569, 12, 31))
    """
    months, days = _matching(month, 12), _matching(day, 31)
    first = _first_real(masked_years(sign, year), months, days)
    last = _first_real(masked_years(sign, year, backwards=True), months[::-1], days[::-1])
    return (first, last) if first and last else None


def _first_real(years: Iterator[int], months: list[int], days: list[int]) -> Day | None:
    if not any(day <= month_days(2024, month) for month in months for day in days):
        return None
    leap_only = months == [2] and min(days) == 29 == max(days)
    for year in years:
        if leap_only and not is_leap(year):
            continue
        for month in months:
            for day in days:
                if day <= month_days(year, month):
                    return year, month, day
    return None
