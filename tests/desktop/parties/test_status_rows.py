"""Rows of a status table: narrowed by words, a group or an act, and sorted by days."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db import StatusRow
from desktop.parties.status_rows import (
    BOUND,
    FORMER,
    SIGNED,
    SIGNED_ONLY,
    TERRITORIES,
    NarrowedRows,
    StatusRows,
)

ROWS = [
    StatusRow("Kenya", "", "1 January 1987", "ratified", "2 May 1988", "", "in force",
              "1988-06-01", "", signed_day="1987-01-01", consent_day="1988-05-02"),
    StatusRow("Netherlands", "", "", "acceded", "1 May 1979", "a", "in force", "1990-06-01", "",
              consent_day="1979-05-01"),
    StatusRow("Netherlands", "Aruba", "", "", "", "", "", "", ""),
    StatusRow("Peru", "", "2 January 1987", "", "", "", "not a party", "", "",
              signed_day="1987-01-02"),
    StatusRow("Chad", "", "", "ratified", "1980", "", "not in force", "1980", "", True,
              consent_day="1980-01-01"),
]  # fmt: skip


@pytest.fixture
def narrowed(owner: QWidget) -> NarrowedRows:
    rows = StatusRows(owner)
    rows.show_rows(ROWS)
    return NarrowedRows(rows, owner)


def names(narrowed: NarrowedRows) -> list[str]:
    return [
        " ".join(filter(None, (narrowed.index(row, column).data() for column in (0, 1))))
        for row in range(narrowed.rowCount())
    ]


@pytest.mark.parametrize(
    "text, group, found",
    [
        ("", "", ["Kenya", "Netherlands", "Netherlands Aruba", "Peru", "Chad"]),
        ("nether", "", ["Netherlands", "Netherlands Aruba"]),
        ("aruba nether", "", ["Netherlands Aruba"]),
        ("", SIGNED, ["Kenya", "Peru"]),
        ("", BOUND, ["Kenya", "Netherlands"]),
        ("", SIGNED_ONLY, ["Peru"]),
        ("", FORMER, ["Chad"]),
        ("", TERRITORIES, ["Netherlands Aruba"]),
        ("", "ratified", ["Kenya", "Chad"]),
        ("ken", "acceded", []),
    ],
)
def test_the_rows_are_narrowed(
    narrowed: NarrowedRows, text: str, group: str, found: list[str]
) -> None:
    narrowed.narrow(text, group)
    assert names(narrowed) == found


def test_days_are_sorted_as_days(narrowed: NarrowedRows) -> None:
    narrowed.narrow("", "")
    narrowed.sort(3, Qt.SortOrder.DescendingOrder)
    assert names(narrowed)[:3] == ["Kenya", "Chad", "Netherlands"]
