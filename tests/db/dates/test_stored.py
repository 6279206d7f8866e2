"""Dates as they lie in four columns, also where a damaged desk holds something else."""

from __future__ import annotations

import pytest

from db.dates import HistoricalDate
from db.dates.stored import stored_date

ODD = (b"\xff\x00", "", "2025-13-45", "x" * 5_000, 7, -1.5, "[", "..", "/", "\0", "Y" * 300)


@pytest.mark.parametrize(
    "text",
    ["2025-07-01", "late July 2025", "about 2019", "since 2019", "44 BC", "before August 2020"],
)
def test_a_date_that_was_stored_is_read_as_it_was(text: str) -> None:
    date = HistoricalDate.parse(text)
    assert stored_date(date.edtf, date.first, date.last, date.words or None) == date


def test_nothing_stored_is_no_date() -> None:
    assert stored_date(None, None, None, None) is None
    assert stored_date("", None, None, "") is None


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_date_is_shown_undated(place: int, odd: object) -> None:
    columns: list[object] = ["2025-07-01", "2025-07-01", "2025-07-01", None]
    columns[place] = odd
    date = stored_date(*columns)
    if date is None:
        return
    assert all(part is None or isinstance(part, str) for part in (date.first, date.last))
    assert isinstance(date.phrase(), str) and isinstance(date.spoken_in(), str)
