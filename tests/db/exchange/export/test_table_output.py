"""Tables: text is text, days are days, and no cell is run by the program that opens it."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db import Event, HistoricalDate, Person, Refused, Store
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all

FORMULAS = ["=1+1", "+92 51 1234", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")']


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_csv_has_a_byte_mark_a_heading_and_a_row_for_each(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    report = export_all(small.store, path, kinds=["person"])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    head, row = read_csv(path)
    assert (head[0], row[0], report.written) == ("Name", "Asim Munir", {"people": 1})


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(store: Store, tmp_path: Path, text: str) -> None:
    store.save(Person(title="Ada", biography=text), LENS)
    table, book = tmp_path / "people.csv", tmp_path / "people.xlsx"
    columns = ["name", "biography"]
    report = export_all(store, table, kinds=["person"], columns=columns)
    assert read_csv(table)[1][1] == f"'{text}"
    assert report.lost.total() == 1
    export_all(store, book, kinds=["person"], columns=columns)
    cell = load_workbook(book)["People"]["B2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_workbook_has_a_sheet_for_each_kind_and_typed_days(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    export_all(small.store, path)
    book = load_workbook(path)
    assert book.sheetnames == ["People", "Organizations", "Agreements", "Events"]
    assert book["Events"]["A2"].value == datetime(2025, 9, 15)
    assert book["People"].freeze_panes == "A2"


def test_text_that_no_sheet_can_hold_is_cut_and_counted(store: Store, tmp_path: Path) -> None:
    store.save(Person(title="Ada", biography="a\x0b" + "b" * 40_000), LENS)
    path = tmp_path / "people.xlsx"
    report = export_all(store, path, kinds=["person"], columns=["biography"])
    assert len(load_workbook(path)["People"]["A2"].value) == 32_767
    assert report.lost == {"Characters of long texts": 40_002 - 32_767}


def test_days_before_1900_are_words_in_a_workbook(store: Store, tmp_path: Path) -> None:
    start = HistoricalDate.parse("1866-01-09")
    store.save(Event(title="Protocol", kind="signing", start=start), LENS)
    path = tmp_path / "events.xlsx"
    export_all(store, path, kinds=["event"])
    assert load_workbook(path)["Events"]["A2"].value == "9 January 1866"


def test_a_csv_of_several_kinds_is_refused(small: Small, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="one kind, these are people and organizations"):
        export_all(small.store, tmp_path / "all.csv", kinds=["person", "organization"])
    assert list(tmp_path.glob("*all*")) == []
