"""OpenDocument tables become rows of text."""

from __future__ import annotations

import zipfile
from pathlib import Path

from db.exchange.files.table_file import open_table

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="T">'
)
FOOT = "</table:table></office:spreadsheet></office:body></office:document-content>"


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def read(tmp_path: Path, *rows: str) -> list[tuple[int, tuple[str, ...]]]:
    path = tmp_path / "book.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("content.xml", HEAD + "".join(rows) + FOOT)
    return list(open_table(path).rows)


HEADINGS = row(cell("a"), cell("b"), cell("c"))


def test_typed_values_are_read_from_their_attributes(tmp_path: Path) -> None:
    day = 'office:value-type="date" office:date-value="2020-02-01T00:00:00"'
    figure = 'office:value-type="float" office:value="7.0"'
    claim = 'office:value-type="boolean" office:boolean-value="true"'
    found = read(tmp_path, HEADINGS, row(cell("1.2.20", day), cell("7", figure), cell("X", claim)))
    assert found == [(2, ("2020-02-01", "7", "TRUE"))]


def test_repeated_cells_and_rows_are_written_out(tmp_path: Path) -> None:
    twice = 'table:number-columns-repeated="3"'
    found = read(tmp_path, HEADINGS, row(cell("x", twice), more='table:number-rows-repeated="2"'))
    assert found == [(2, ("x", "x", "x")), (3, ("x", "x", "x"))]


def test_a_sheet_filled_with_blanks_to_its_edge_is_small(tmp_path: Path) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    found = read(
        tmp_path,
        HEADINGS,
        row(cell("1"), blank),
        row(blank, more='table:number-rows-repeated="1048576"'),
    )
    assert found == [(2, ("1", "", ""))]


def test_a_cell_merged_downwards_holds_for_the_rows_it_covers(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    found = read(
        tmp_path,
        HEADINGS,
        row(cell("Peru", 'table:number-rows-spanned="2"'), cell("1"), cell("2")),
        row(covered, cell("3"), cell("4")),
        row(cell("Chile"), cell("5"), cell("6")),
    )
    assert [cells[0] for _, cells in found] == ["Peru", "Peru", "Chile"]


def test_spaces_and_lines_are_kept_and_remarks_left_out(tmp_path: Path) -> None:
    text = 'two<text:s text:c="2"/>words<office:annotation><text:p>no</text:p></office:annotation>'
    found = read(tmp_path, HEADINGS, row(cell(text), cell("x</text:p><text:p>y"), cell("z")))
    assert found == [(2, ("two  words", "x\ny", "z"))]
