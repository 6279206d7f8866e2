"""The rows of a table are changed in place, and the empty row at the end begins a new one."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db import Attachment, Citation, Contact, Source, Tenure
from desktop.editors.parts.parts_model import MAX_CELL_LETTERS, PROBLEM, PartsModel
from desktop.fields.every_kind import ATTACHMENTS, CITATIONS, CONTACTS
from desktop.fields.field_contents import Unread
from desktop.fields.part_rows import row_of
from desktop.fields.person_fields import TENURES

DISPLAY, EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole
PHONES = [Contact(kind="phone", value=str(number)) for number in range(3)]


@pytest.fixture
def model(qapp: object) -> PartsModel:
    made = PartsModel(CONTACTS)
    made.show_rows([row_of(part, CONTACTS) for part in PHONES])
    return made


def values(model: PartsModel) -> list[object]:
    return [row.cells["value"] for row in model.rows]


def cell(model: PartsModel, row: int, name: str) -> QModelIndex:
    return model.index(row, [field.name for field in model.parts.columns].index(name))


def test_qt_finds_nothing_wrong(model: PartsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model, force_py=True)
    assert model.move(0, 1)
    model.remove(2)


def test_the_empty_row_says_what_it_is_for_and_begins_a_new_one(
    model: PartsModel, qtbot: QtBot
) -> None:
    last = model.rowCount() - 1
    assert last == len(PHONES)
    assert model.index(last, 0).data() == f"Add {CONTACTS.one}…"
    with qtbot.waitSignals([model.edited, model.rowsInserted]):
        assert model.setData(cell(model, last, "value"), "9")
    assert values(model) == ["0", "1", "2", "9"]
    assert model.rowCount() == last + 2


def test_the_same_content_is_no_change(model: PartsModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.edited):
        assert not model.setData(cell(model, 0, "value"), "0")
        assert not model.setData(cell(model, 0, "value"), "7", DISPLAY)


@pytest.mark.parametrize(
    ("place", "by", "after"),
    [
        (0, 1, ["1", "0", "2"]),
        (2, -1, ["0", "2", "1"]),
        (0, -1, None),
        (2, 1, None),
        (3, -1, None),
    ],
)
def test_a_row_moves_only_among_the_rows(
    model: PartsModel, place: int, by: int, after: list[str] | None
) -> None:
    assert model.move(place, by) == (after is not None)
    assert values(model) == (after or ["0", "1", "2"])


def test_blank_rows_are_dropped_and_others_stay(model: PartsModel) -> None:
    model.insert(row_of(Contact(), CONTACTS))
    model.drop_blank()
    assert values(model) == ["0", "1", "2"]
    model.remove(99)
    assert len(model.rows) == 3


def test_a_problem_goes_with_the_next_content_of_its_cell(model: PartsModel) -> None:
    at = cell(model, 1, "value")
    model.show_problem(1, "value", "No such number.")
    assert at.data(PROBLEM) == "No such number."
    assert at.data(Qt.ItemDataRole.ToolTipRole) == "No such number."
    model.setData(at, "7")
    assert at.data(PROBLEM) == ""


def test_a_content_that_cannot_be_read_says_why_by_itself(model: PartsModel) -> None:
    at = cell(model, 0, "value")
    model.setData(at, Unread("x", "It is no number."))
    assert at.data(PROBLEM) == "It is no number."


def test_cells_for_a_while_leave_the_rows_as_they_were(model: PartsModel) -> None:
    with model.with_cells(1, {"value": "half"}):
        assert values(model) == ["0", "half", "2"]
    with model.with_cells(3, {"value": "begun"}):
        assert values(model)[-1] == "begun"
    with model.with_cells(3, {}):
        assert len(model.rows) == 3
    assert values(model) == ["0", "1", "2"]


def test_a_yes_or_no_is_a_tick(qapp: object) -> None:
    model = PartsModel(TENURES)
    model.show_rows([row_of(Tenure(), TENURES)])
    at = cell(model, 0, "acting")
    assert at.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert model.setData(at, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert at.data(EDIT) is True
    assert at.data() is None
    assert model.flags(at) & Qt.ItemFlag.ItemIsUserCheckable


def test_what_only_a_file_says_is_not_typed_and_there_is_no_empty_row(qapp: object) -> None:
    model = PartsModel(ATTACHMENTS)
    model.show_rows([row_of(Attachment(file_name="a", size=3, sha256="ab"), ATTACHMENTS)])
    assert model.rowCount() == 1
    for name, is_typed in (("file_name", True), ("size", False)):
        flags = model.flags(cell(model, 0, name))
        assert bool(flags & Qt.ItemFlag.ItemIsEditable) == is_typed


def test_another_title_is_another_source_and_the_same_none(qapp: object) -> None:
    model = PartsModel(CITATIONS)
    source = Source(id=7, uid="u", title="Readout", publisher="MOFA")
    model.show_rows([row_of(Citation(source=source), CITATIONS)])
    assert model.source_cells(0, "Readout", None) == {}
    model.put(0, model.source_cells(0, "Another", None))
    cells = model.rows[0].cells
    assert (cells["source.title"], cells["source.publisher"], cells["source.id"]) == (
        "Another",
        "",
        0,
    )
    model.put(0, model.source_cells(0, "Readout", source))
    assert (cells["source.publisher"], cells["source.id"]) == ("MOFA", 7)


def test_a_cell_shows_the_beginning_of_a_text_beyond_measure_and_keeps_it(qapp: object) -> None:
    long = "word " * 200_000
    model = PartsModel(CONTACTS)
    model.show_rows([row_of(Contact(kind="phone", value=long), CONTACTS)])
    shown = cell(model, 0, "value")
    assert shown.data() == f"{long[:MAX_CELL_LETTERS]} …"
    assert shown.data(EDIT) == long and values(model) == [long]
    assert len(shown.data(Qt.ItemDataRole.AccessibleTextRole)) < 2 * MAX_CELL_LETTERS
