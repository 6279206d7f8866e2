"""A list on paper: a table for each kind, with the columns of the screen."""

from db import COLUMNS, KINDS, Citation, Lens, Line, Ref, Source
from desktop.paper.content.blocks import TableBlock, runs
from desktop.paper.sections.citing import Sources
from desktop.paper.sections.entries import Entries
from desktop.paper.sections.sheet_context import SheetFacts
from desktop.paper.sheets.list_sheet import list_blocks, subject_blocks
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


def many_parties(count: int) -> tuple[Line, Entries]:
    """An agreement with so many parties, and what marks it."""
    made = line(1, "agreement", "Pact")
    parties = [Ref(key, f"State {key}", "organization") for key in range(count)]
    known = SheetFacts(participants={1: parties})
    return made, Entries(Lens("2025-06-30"), known, Sources())


def test_of_many_parties_some_are_named_and_the_others_counted() -> None:
    made, marked = many_parties(49)
    told = said(list_blocks([made], marked))
    assert "State 0, State 1, State 2, State 3, State 4, State 5 and 43 others" in told[1]
    made, marked = many_parties(12)
    assert "others" not in said(list_blocks([made], marked))[1]


def test_a_list_by_subject_has_each_line_once_under_its_first_topic() -> None:
    lines = [line(key, "agreement", f"Pact {key}") for key in (1, 2, 3, 4)]
    known = SheetFacts(topics={1: ("trade", "fish"), 2: ("fish",), 4: ("fish",)})
    told = said(subject_blocks(lines, Entries(Lens("2025-06-30"), known, Sources())))
    heads = [row for row in told if " | " not in row]
    assert heads == ["Fish", "Trade", "Without a subject"]
    rows = [row.partition(" |")[0] for row in told if row.startswith("Pact")]
    assert rows == ["Pact 2", "Pact 4", "Pact 1", "Pact 3"]
