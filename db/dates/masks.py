"""Finds the real days that agree with unspecified digits, as in `156X-12-31`; `edtf` asks it."""

from __future__ import annotations

from db.dates.days import Day, is_leap, month_days


def masked_years(sign: str, mask: str) -> list[int]:
    """All years, in order, that a mask of four digits and `X` stands for.

    >>> masked_years("-", "004X")[:2]
    [-49, -48]
    """
    years = [0]
    for sample in mask:
        digits = range(10) if sample == "X" else (int(sample),)
        years = [year * 10 + digit for year in years for digit in digits]
    return sorted(-year for year in years if year) if sign else years


def _matching(mask: str, top: int) -> list[int]:
    return [n for n in range(1, top + 1)
            if all(m in ("X", d) for m, d in zip(mask, f"{n:02}", strict=True))]  # fmt: skip


def masked_days(years: list[int], month: str, day: str) -> tuple[Day, Day] | None:
    """The first and last real day of those years that agree with the masks, None if none does.

    >>> masked_days([1560, 1561], "12", "3X")
    ((1560, 12, 30), (1561, 12, 31))
    """
    months = _matching(month, 12)
    days = _matching(day, 31)
    first = _first_real(years, months, days)
    last = _first_real(years[::-1], months[::-1], days[::-1])
    return (first, last) if first and last else None


def _first_real(years: list[int], months: list[int], days: list[int]) -> Day | None:
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
