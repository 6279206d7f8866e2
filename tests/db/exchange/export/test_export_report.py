"""What an export tells of what a format cannot hold: by label, counted, nothing forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import HistoricalDate, Name, Person
from db.exchange.export.export_report import ExportReport, shared_date

DATES = [
    ("2025-07-14", "2025-07-14", True), ("2025-07", "2025-07", True), ("2025", "2025", True),
    ("about 2019", "2019", False), ("2019?", "2019", False), ("late July 2025", "2025-07", False),
    ("1-4 July 2025", "2025-07", False), ("between 2019 and 2021", "", False),
    ("Q3 2025", "2025", False), ("since 2019", "", False), ("before 2019", "", False),
    ("44 BC", "", False), ("the 1990s", "", False), ("2025-06-XX", "2025-06", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plain", "is_whole"), DATES)
def test_a_date_is_as_precise_as_all_its_days_are_one(
    text: str, plain: str, is_whole: bool
) -> None:
    assert shared_date(HistoricalDate.parse(text)) == (plain, is_whole)


def test_each_field_that_says_something_and_is_not_kept_is_counted() -> None:
    report = ExportReport(Path("x"))
    person = Person(
        title="Ada", born=HistoricalDate.parse("1815"), names=[Name(text="A"), Name(text="B")]
    )
    report.lose_fields(person, frozenset(("title",)))
    assert report.lost == {"Born": 1, "Other names": 2}
    report.lose_fields(person, frozenset(("title", "born", "names")))
    assert report.lost.total() == 3
