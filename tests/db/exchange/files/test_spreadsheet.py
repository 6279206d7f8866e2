"""Workbooks become rows of text."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest

from db.errors import Refused
from db.exchange.files import spreadsheet
from db.exchange.files.table_file import open_table


def book(tmp_path: Path, *sheets: list[list[object]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(row)
    path = tmp_path / "book.xlsx"
    made.save(path)
    return path


def test_values_are_written_as_an_officer_would_type_them(tmp_path: Path) -> None:
    row: list[object] = [dt.datetime(1901, 2, 22), dt.datetime(2020, 1, 2, 3, 4), 7.0, True, None]
    found = open_table(book(tmp_path, [["day", "at", "n", "yes", "x"], row]))
    assert list(found.rows) == [(2, ("1901-02-22", "2020-01-02T03:04:00", "7", "TRUE", ""))]


def test_the_first_filled_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = book(tmp_path, [], [["name"], ["Ana"]], [["name"], ["Bo"]])
    found = open_table(path)
    assert (found.sheet, [cells for _, cells in found.rows]) == ("Sheet 2", [("Ana",)])
    assert "Sheet 3" in found.flags[0][1]
    assert [cells for _, cells in open_table(path, sheet="Sheet 3").rows] == [("Bo",)]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="its sheets are Sheet 1"):
        open_table(book(tmp_path, [["a"], ["1"]]), sheet="Other")


def test_a_cell_merged_downwards_holds_for_each_row_and_a_title_for_none(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (["Offices of states", None], ["state", "office"], ["Peru", "A"], [None, "B"]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A3:A4")
    made.save(tmp_path / "book.xlsx")
    found = open_table(tmp_path / "book.xlsx")
    assert found.headers == ("state", "office")
    assert list(found.rows) == [(3, ("Peru", "A")), (4, ("Peru", "B"))]


def test_rows_are_the_same_whether_kept_or_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path, [["a", "b"], *([n, n] for n in range(50))])
    kept = open_table(path)
    assert list(kept.rows) == list(kept.rows)
    monkeypatch.setattr(spreadsheet, "MAX_KEPT_CELLS", 10)
    assert list(open_table(path).rows) == list(kept.rows)


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.ods"
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("content.xml", "<!--" + "x" * 9000 + "-->" + bomb)
    with pytest.raises(Refused, match="entities"):
        open_table(path)


def test_a_workbook_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_SHEET_BYTES", 1 << 16)
    path = tmp_path / "large.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("content.xml", "<x>" + " " * (1 << 17) + "</x>")
    with pytest.raises(Refused, match="too large"):
        open_table(path)


@pytest.mark.parametrize("name", ["xl/workbook.xml", "content.xml", "letter.txt"])
def test_a_zip_that_is_no_good_workbook_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(name, "<broken")
    with pytest.raises(Refused, match=r"damaged|not a spreadsheet"):
        open_table(path)


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, [["a"], ["1"]])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(Refused, match="damaged"):
        open_table(path)
