"""A list on paper: a table for each kind, with the columns of the screen."""

from db import COLUMNS, KINDS, Line
from desktop.paper.forms.record_list import list_blocks
from tests.desktop.paper.forms.telling_of import said


def line(key: int, kind: str, title: str, native: str = "") -> Line:
    cells = [f"{column.key} {key}" for column in COLUMNS[kind]]
    return Line(key, f"u{key}", kind, title, native, tuple(cells), 0, "", None)


def test_one_kind_needs_no_heading_and_names_its_columns() -> None:
    told = said(list_blocks([line(1, "person", "Dar", "ڈار"), line(2, "person", "Rubio")]))
    assert told[0] == " | ".join(
        column.key[:1].upper() + column.key[1:] for column in COLUMNS["person"]
    )
    assert told[1].startswith("Dar · ڈار | ")
    assert told[2].startswith("Rubio | ")


def test_several_kinds_stand_apart_with_their_numbers() -> None:
    lines = [line(1, "event", "Call"), line(2, "person", "Dar"), line(3, "event", "Visit")]
    told = said(list_blocks(lines))
    assert told[0] == "People (1)"
    assert "Events (2)" in told


def test_every_kind_has_its_table() -> None:
    for kind in KINDS:
        told = said(list_blocks([line(1, kind, "Title of it")]))
        assert sum("Title of it" in row for row in told) == 1


def test_nothing_is_an_empty_list() -> None:
    assert list_blocks([]) == []
