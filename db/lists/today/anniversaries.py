"""Birthdays, round anniversaries and national days in the days to come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from db.dates import day_at, day_from_number, day_number
from db.lens import Lens, shows
from db.lists.today.today_line import ANNIVERSARY_DAYS, TodayLine
from db.storage.engine import Sql
from db.vocabulary.countries import country_name

_NATIONAL_DAYS: Final = (
    Path(__file__).resolve().parents[3] / "resources" / "dates" / "national_days.json"
)
MAX_AGE_YEARS: Final = 110  # years: of older people the death is not known
_ROUND_YEARS: Final = (10, 25)  # an agreement or a body is remembered at multiples of these
_BORN: Final = (
    "SELECT p.born_first, r.id, r.kind, r.title FROM person p JOIN record r ON r.id = p.id"
    " WHERE p.born_first = p.born_last AND p.died_edtf IS NULL AND substr(p.born_first, 6) IN"
    f" (SELECT value FROM json_each(?)) AND {shows('r.marking')} AND (p.id IN"
    " (SELECT record_id FROM contact) OR p.id IN"
    " (SELECT record_id FROM tenure WHERE until_edtf IS NULL))"
)
_CONCLUDED: Final = (
    "SELECT k.concluded_first, r.id, r.kind, r.title FROM agreement k JOIN record r ON r.id = k.id"
    " WHERE k.concluded_first = k.concluded_last AND k.terminated_edtf IS NULL"
    " AND substr(k.concluded_first, 6) IN (SELECT value FROM json_each(?))"
    f" AND {shows('r.marking')}"
)
_FOUNDED: Final = (
    "SELECT o.founded_first, r.id, r.kind, r.title FROM organization o JOIN record r ON r.id = o.id"
    " WHERE o.founded_first = o.founded_last AND o.dissolved_edtf IS NULL"
    " AND substr(o.founded_first, 6) IN (SELECT value FROM json_each(?))"
    f" AND {shows('r.marking')}"
)


class NationalDay(NamedTuple):
    """Month and day, what the day is called, and where it is not certain why not; "" else."""

    day: str
    name: str
    doubt: str = ""


@cache
def national_days() -> dict[str, NationalDay]:
    """Return the national day of each state that has one date for it.

    >>> national_days()["fr"]
    NationalDay(day='07-14', name='National Day', doubt='')
    >>> national_days()["np"].doubt
    '3 Asoj of the Nepali calendar, 19 or 20 September'
    """
    content = json.loads(_NATIONAL_DAYS.read_text("utf-8"))
    return {code: NationalDay(*entry) for code, entry in content.items()}


def find_anniversaries(sql: Sql, lens: Lens) -> list[TodayLine]:
    """Return what is remembered in the days to come, by day."""
    days = coming_days(lens.as_of)
    return sorted([*_of_records(sql, lens, days), *_national_days(sql, lens, days)])


def coming_days(day: str) -> dict[str, str]:
    """Return the days to come by month and day, as "03-23": an anniversary falls on each. That of a
    leap day falls on the last of February in other years.

    >>> list(coming_days("2025-12-30").items())[:3]
    [('12-30', '2025-12-30'), ('12-31', '2025-12-31'), ('01-01', '2026-01-01')]
    >>> coming_days("2026-02-10")["02-29"], coming_days("2028-02-10")["02-29"]
    ('2026-02-28', '2028-02-29')
    """
    first = day_number(day)
    every = [day_from_number(number) for number in range(first, first + ANNIVERSARY_DAYS + 1)]
    found = {each[-5:]: each for each in every}
    if "02-28" in found and "03-01" in found:
        found.setdefault("02-29", found["02-28"])
    return found


def _of_records(sql: Sql, lens: Lens, days: dict[str, str]) -> Iterator[TodayLine]:
    wanted = str(list(days)).replace("'", '"')
    for statement, words in (
        (_BORN, "{n}th birthday"),
        (_CONCLUDED, "Concluded {n} years ago"),
        (_FOUNDED, "Founded {n} years ago"),
    ):
        for first, key, kind, title in sql.rows(statement, (wanted, lens.ceiling)):
            day = days[first[-5:]]
            years = day_at(day_number(day))[0] - day_at(day_number(first))[0]
            if statement is _BORN:
                if 0 < years <= MAX_AGE_YEARS:
                    yield TodayLine(day, key, kind, title, f"{_ordinal(years)} birthday.")
            elif years > 0 and any(years % each == 0 for each in _ROUND_YEARS):
                yield TodayLine(day, key, kind, title, f"{words.format(n=years)}.")


def _ordinal(number: int) -> str:
    """Return a number as one counts birthdays.

    >>> [_ordinal(number) for number in (1, 22, 53, 64, 111)]
    ['1st', '22nd', '53rd', '64th', '111th']
    """
    teens = 10 <= number % 100 <= 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _national_days(sql: Sql, lens: Lens, days: dict[str, str]) -> Iterator[TodayLine]:
    """Yield the national days of the countries that records of the desk are of."""
    of_desk = {
        row[0]
        for row in sql.rows(
            f"SELECT DISTINCT country FROM record WHERE country <> '' AND {shows('marking')}",
            (lens.ceiling,),
        )
    }
    states: dict[str, int] = dict(
        sql.rows(
            "SELECT r.country, min(r.id) FROM record r JOIN organization o ON o.id = r.id"
            f" WHERE o.kind = 'state' AND r.country <> '' AND {shows('r.marking')}"
            " GROUP BY r.country",
            (lens.ceiling,),
        )
    )
    for code, (day, name, doubt) in national_days().items():
        if code in of_desk and day in days:
            title = country_name(code)
            says = f"National day: {name}{f'; to be confirmed: {doubt}' if doubt else ''}."
            yield TodayLine(days[day], states.get(code, 0), "organization", title, says)
