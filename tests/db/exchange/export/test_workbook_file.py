"""A workbook that we write is read by others as it was meant, and is the same file twice."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from db.exchange.export.workbook_file import NOT_IN_XML, BookCell, WorkbookFile, column_letters

DAYS = st.dates(min_value=date(1900, 3, 1))
TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1).filter(
    lambda text: not NOT_IN_XML.search(text) and "\r" not in text
)


def written(
    rows: list[list[BookCell]], name: str = "Sheet", widths: list[int] | None = None
) -> bytes:
    file = io.BytesIO()
    book = WorkbookFile(file)
    book.write_sheet(name, widths or [18] * max(map(len, rows)), rows)
    book.close()
    return file.getvalue()


def read_back(data: bytes) -> list[list[object]]:
    return [list(row) for row in load_workbook(io.BytesIO(data)).worksheets[0].values]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('Ana <Ruiz> & "sons"', 'Ana <Ruiz> & "sons"'),
        ("=1+1", "=1+1"),
        (" spaces ", " spaces "),
        ("two\nlines", "two\nlines"),
        ("a\x00b\x0bc\ufffe", "abc"),
        ("علی", "علی"),
        (12, 12),
        (date(2025, 7, 14), datetime(2025, 7, 14)),
        (date(1900, 3, 1), datetime(1900, 3, 1)),
        (date(9999, 12, 31), datetime(9999, 12, 31)),
        (None, None),
        ("", None),
    ],
)
def test_a_cell_is_read_as_it_was_written(cell: BookCell, read: object) -> None:
    assert read_back(written([["Heading", "x"], [cell, "y"]]))[1] == [read, "y"]


@given(rows=st.lists(st.lists(TEXTS | st.integers(0, 10**9), min_size=3, max_size=3), min_size=1))
def test_every_text_and_number_comes_back(rows: list[list[BookCell]]) -> None:
    assert read_back(written(rows)) == rows


@given(day=DAYS)
def test_every_day_from_march_1900_comes_back(day: date) -> None:
    (found,) = read_back(written([[day]]))
    assert found == [datetime(day.year, day.month, day.day)]


def test_sheets_keep_their_names_widths_and_heading() -> None:
    book = load_workbook(io.BytesIO(written([["Name"]] * 450, "R&D “x”", [40])))
    sheet = book["R&D “x”"]
    assert (sheet.max_row, sheet.freeze_panes) == (450, "A2")
    assert sheet.column_dimensions["A"].width == 40


def test_the_same_rows_are_the_same_file() -> None:
    assert written([["a", 1]]) == written([["a", 1]])


def test_columns_are_lettered_as_in_a_workbook() -> None:
    from openpyxl.utils import get_column_letter

    assert all(column_letters(place) == get_column_letter(place + 1) for place in range(16_384))
