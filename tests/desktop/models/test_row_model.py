"""The rows answer Qt from their lines, and say so where there is none to show."""

from array import array

import pytest
from PySide6.QtCore import QModelIndex, Qt

from db import KINDS, list_columns
from desktop.models.record_model import RecordModel
from desktop.models.roles import Role
from desktop.session.session import Session

DISPLAY = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def model(session: Session) -> RecordModel:
    made = RecordModel("person", session)
    made.begin()
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_headed(session: Session, kind: str) -> None:
    model = RecordModel(kind, session)
    assert model.columnCount() == len(list_columns(kind)) == len(model.columns)
    across = Qt.Orientation.Horizontal
    assert all(model.headerData(at, across) for at in range(model.columnCount()))
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_a_cell_is_said_and_told_whole_by_its_tip(model: RecordModel) -> None:
    index = model.index(0, 0)
    assert index.data() == index.data(Qt.ItemDataRole.ToolTipRole) == model.line(0).title
    assert index.data(Role.ID) == model.ids[0] == model.id_at(0)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_rows_have_no_rows_below_them(model: RecordModel) -> None:
    index = model.index(0, 0)
    assert model.rowCount(index) == model.columnCount(index) == 0
    assert model.data(QModelIndex()) is None


def test_a_record_that_is_gone_is_a_sentence_that_cannot_be_chosen(model: RecordModel) -> None:
    model.put_rows(array("q", [999_999]))
    assert model.index(0, 0).data() == "This record is no longer shown."
    assert model.index(0, 1).data() is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_a_row_is_chosen_without_reading_it(
    model: RecordModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.blocks.clear()
    monkeypatch.setattr(model.blocks, "row", lambda *_: pytest.fail("The row was read."))
    assert model.flags(model.index(2, 0)) & Qt.ItemFlag.ItemIsSelectable


@pytest.mark.parametrize("row", [-1, 6, 1_000])
def test_there_is_no_record_beyond_the_rows(model: RecordModel, row: int) -> None:
    assert model.id_at(row) is None


def test_no_row_stands_at_the_moment_heights_may_change(model: RecordModel) -> None:
    rows: list[int] = []
    model.emptied.connect(lambda: rows.append(model.rowCount()))
    model.filled.connect(lambda: rows.append(model.rowCount()))
    ids = list(model.ids)
    model.refill()
    assert rows == [0, 6] and list(model.ids) == ids


def test_only_a_search_has_marks_and_reasons(model: RecordModel) -> None:
    assert model.index(0, 0).data(Role.MARKS) == ()
    assert model.index(0, 0).data(Role.WHY) == ""
