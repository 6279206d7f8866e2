"""A list on paper: a table for each kind, with the columns of the screen."""

from db import COLUMNS, KINDS, Citation, Lens, Line, Source
from desktop.paper.content.blocks import TableBlock, runs
from desktop.paper.sections.citing import Sources
from desktop.paper.sections.entries import Entries
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets.list_sheet import list_blocks
from tests.desktop.paper.context_of import said


def line(key: int, kind: str, title: str, native: str = "") -> Line:
    cells = [f"{column.key} {key}" for column in COLUMNS[kind]]
    return Line(key, f"u{key}", kind, title, native, tuple(cells), 0, "", None)


def entries(*cited: Citation) -> Entries:
    """What marks the lines; the citations are those of the first."""
    return Entries(Lens("2025-06-30"), SheetFacts(cited={1: cited}), Sources())


def test_one_kind_needs_no_heading_and_names_its_columns() -> None:
    told = said(
        list_blocks([line(1, "person", "Dar", "ڈار"), line(2, "person", "Rubio")], entries())
    )
    assert told[0] == "Name | Office | Nationality"
    assert told[1].startswith("Dar · ڈار | ")
    assert told[2].startswith("Rubio | ")


def test_several_kinds_stand_apart_with_their_numbers() -> None:
    lines = [line(1, "event", "Call"), line(2, "person", "Dar"), line(3, "event", "Visit")]
    told = said(list_blocks(lines, entries()))
    assert told[0] == "People (1)"
    assert "Events (2)" in told


def test_every_kind_has_its_table() -> None:
    for kind in KINDS:
        told = said(list_blocks([line(1, kind, "Title of it")], entries()))
        assert sum("Title of it" in row for row in told) == 1


def test_nothing_is_an_empty_list() -> None:
    assert list_blocks([], entries()) == []


def test_a_name_bears_the_numbers_of_its_sources() -> None:
    backed = entries(Citation(source=Source(title="Readout"), field="tenures", passage="minister"))
    (table,) = list_blocks([line(1, "person", "Dar"), line(2, "person", "Rubio")], backed)
    assert isinstance(table, TableBlock)
    notes = [[run.note for run in runs(row[0]) if run.note] for row in table.rows]
    assert notes == [[1], []]
    assert len(backed.register.endnotes().rows) == 1


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    empty = tuple("" if at else "Dar" for at in range(len(COLUMNS["person"])))
    bare = Line(1, "u1", "person", "Dar", "", empty, 0, "", None)
    (table,) = list_blocks([bare], entries())
    assert isinstance(table, TableBlock)
    assert table.head == ["Name"] and len(table.rows[0]) == len(table.widths) == 1
    (table,) = list_blocks([bare, line(2, "person", "Rubio")], entries())
    assert isinstance(table, TableBlock) and len(table.head) == len(COLUMNS["person"])
