"""Encoding, sheet, row of headings and rows left out are what the officer says they are."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from db import FileReading, ImportReport, Lens, Refused, Store, import_files, look_at_file
from db.exchange.mapping.column_mapping import FieldMap, Mapping
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")
NAMES = Mapping("people", fields={"name": [FieldMap("Name")]})


def bring_in(store: Store, path: Path, how: FileReading, **more: object) -> ImportReport:
    return import_files(store, [path], LENS, readings={path: how}, **more)  # type: ignore[arg-type]


def titles(store: Store) -> list[str]:
    return [row[0] for row in sql_of(store).rows("SELECT title FROM record ORDER BY title")]


def test_rows_can_be_left_out(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("Name,born\nAna Ruiz,1950\nBo Birk,soon\nCy Coe,1960\nx\n", encoding="utf-8")
    report = bring_in(store, path, FileReading(skipped_rows=frozenset({3, 5})))
    assert titles(store) == ["Ana Ruiz", "Cy Coe"]
    assert (report.read, report.created["people"], report.flagged) == (2, 2, [])


def test_the_encoding_is_as_said(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("Name,born\nÓlafur Ólafsson,1950\n".encode("cp850"))
    assert look_at_file(path, FileReading(encoding="cp850")).examples[0] == "Ólafur Ólafsson"
    bring_in(store, path, FileReading(encoding="cp850"), kind="people")
    assert titles(store) == ["Ólafur Ólafsson"]


def test_the_row_of_the_headings_is_as_said(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text("A,B\nName,born\nAna Ruiz,1950\n", encoding="utf-8")
    look = look_at_file(path, FileReading(header_row=2))
    assert (look.headings, look.header_row, look.rows) == (
        ("Name", "born"), 2, ((3, ("Ana Ruiz", "1950")),),
    )  # fmt: skip
    none = look_at_file(path, FileReading(header_row=0))
    assert (none.headings, none.header_row, len(none.rows)) == (("column 1", "column 2"), 0, 3)
    assert bring_in(store, path, FileReading(mapping=NAMES, header_row=2)).read == 1
    with pytest.raises(Refused, match="no headings in row 9"):
        look_at_file(path, FileReading(header_row=9))


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Notes"
    book.worksheets[0].append(["read me"])
    more = book.create_sheet("People")
    for row in (["Name", "born"], ["Ana Ruiz", "1950"], ["Bo Birk", "1951"]):
        more.append(row)
    book.save(path)
    return path


def test_the_fullest_sheet_is_proposed_and_all_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "b.xlsx")
    look = look_at_file(path)
    assert (look.sheet, look.sheets) == ("People", ("Notes", "People"))
    assert look_at_file(path, FileReading(sheet="Notes")).headings == ("read me",)
    with pytest.raises(Refused, match="its sheets are Notes, People"):
        look_at_file(path, FileReading(sheet="Persons"))


def test_a_map_says_sheet_encoding_and_headings_and_the_reading_stands_before_it(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    path.write_bytes("x\nName,born\nÓlafur Ólafsson,1950\n".encode("cp850"))
    text = 'kind = "people"\nencoding = "cp850"\nheader_row = 2\n[fields]\nname = "Name"\n'
    (tmp_path / "m.toml").write_text(text, encoding="utf-8")
    report = import_files(store, [path], LENS, map_path=tmp_path / "m.toml")
    assert titles(store) == ["Ólafur Ólafsson"]
    assert report.maps[0] is not None and report.maps[0].header_row == 2
    with pytest.raises(Refused, match="no headings in row 7"):
        bring_in(store, path, FileReading(header_row=7), map_path=tmp_path / "m.toml")


def test_an_identity_of_several_columns_and_constants_that_are_made(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Who,Seat,From\nAna Ruiz,1,2010\nAna Ruiz,2,2010\nBo Birk,2,\n", "utf-8")
    text = (
        'kind = "tenures"\nid = ["Who", "Seat"]\n[fields]\n'
        'person = { column = "Who", create = true }\nfrom = "From"\n'
        'office = { template = "Member", create = true }\n[constants]\n'
        'organization = { value = "House of Y", create = true }\nto = "2014-03"\n'
    )
    (tmp_path / "m.toml").write_text(text, encoding="utf-8")
    first = import_files(store, [path], LENS, map_path=tmp_path / "m.toml")
    assert first.created["tenures"] == 3 and not first.rejected
    assert first.mapping["id"] == "Who, Seat"
    again = import_files(store, [path], LENS, map_path=tmp_path / "m.toml")
    assert (again.created["tenures"], again.unchanged["tenures"]) == (0, 3)
