"""The row of a list in the order of time that a typed date jumps to: "12 Jan" as a cell shows it.

`beginnings` asks it. A short list is compared with what its cells show; in a long one the days that
are meant are looked for year by year, since twenty of its keys say where each stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from db.dates import short_months
from db.dates.lexicon import MONTH_NAMES
from db.lens import HIGHEST, Lens
from db.lists.lines import lines
from db.lists.more_columns import list_columns
from db.storage.engine import Sql

MAX_READ_ROWS: Final = 1_000  # rows whose cells are read
ROWS_A_STEP: Final = 100
MAX_YEARS: Final = 200  # that are looked through for a day without a year
_YEAR: Final = r"(?P<year>\d{0,4})"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<day>\d{{1,2}})\s+(?P<month>[a-z]+)(?:\s+{_YEAR})?",  # 12 January 2026
        rf"(?P<month>[a-z]+)\s+(?P<day>\d{{1,2}})(?:,\s*{_YEAR})?",  # January 12, 2026
        rf"(?P<month>[a-z]+)(?:\s+{_YEAR})?",  # January 2026
    )
)


class DayReading(NamedTuple):
    """A date as far as it is typed, with the months that it may be in; "" is any year."""

    day: int | None
    months: tuple[int, ...]
    year: str


def find_day_cell(sql: Sql, ids: Sequence[int], text: str, kind: str, order: str) -> int | None:
    """Return the first row of a short list whose date begins so as it is shown."""
    keys = [column.key for column in list_columns(kind)]
    if len(ids) > MAX_READ_ROWS or order not in keys:
        return None
    at, wanted, lens = keys.index(order), " ".join(text.casefold().split()), Lens(ceiling=HIGHEST)
    for first in range(0, len(ids), ROWS_A_STEP):
        part = ids[first : first + ROWS_A_STEP]
        cells = {line.id: line.cells[at] for line in lines(sql, part, lens, {order})}
        for row, key in enumerate(part, first):
            cell = cells.get(key, "")
            # Where a column is narrow its months are short.
            if any(each.casefold().startswith(wanted) for each in (cell, short_months(cell))):
                return row
    return None


def day_readings(text: str) -> list[DayReading]:
    """Return what a date that is being typed may be.

    >>> day_readings("12 Jan"), day_readings("sep 2025")
    ([DayReading(day=12, months=(1,), year='')], [DayReading(day=None, months=(9,), year='2025')])
    >>> day_readings("January 1")[0], day_readings("visit"), day_readings("2015")
    (DayReading(day=1, months=(1,), year=''), [], [])
    """
    readings = []
    plain = " ".join(text.casefold().split())
    for form in _FORMS:
        if found := form.fullmatch(plain):
            groups = found.groupdict()
            day = int(groups["day"]) if "day" in groups else None
            months = tuple(
                number
                for number, name in enumerate(MONTH_NAMES[1:], 1)
                if name.casefold().startswith(groups["month"])
            )
            if months and (day is None or 1 <= day <= 31):
                readings.append(DayReading(day, months, groups["year"] or ""))
    return readings


def find_day(
    text: str, years: range, row_of: Callable[[str], int | None], *, descending: bool
) -> int | None:
    """Return the first row of a list whose day is what a typed text may mean; `row_of` gives the
    first row whose stored day begins so, `years` are those of the list.
    """
    rows = []
    for reading in day_readings(text):
        found = map(row_of, _stored_days(reading, years, descending))
        rows.append(next((row for row in found if row is not None), None))
    return min((row for row in rows if row is not None), default=None)


def _stored_days(reading: DayReading, years: range, descending: bool) -> Iterator[str]:
    """Yield what the days that are meant begin with as they are stored, in the order of the
    list.
    """
    some = [year for year in years if f"{year:04}".startswith(reading.year)][-MAX_YEARS:]
    for year in reversed(some) if descending else some:
        for month in reversed(reading.months) if descending else reading.months:
            day = "" if reading.day is None else f"-{reading.day:02}"
            yield f"{year:04}-{month:02}{day}"
