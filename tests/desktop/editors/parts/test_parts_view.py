"""The cells of a table are walked and edited by keys, and the table is as high as its rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import Contact
from desktop.editors.parts.parts_model import PartsModel
from desktop.editors.parts.parts_view import PartsView
from desktop.fields.every_kind import CONTACTS
from desktop.fields.part_rows import row_of
from desktop.widgets.clipboard import copy_to_clipboard
from tests.desktop.editors.conftest import Frame
from tests.desktop.small_desk import SmallDesk

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(frame: Frame, desk: SmallDesk) -> PartsView:
    model = PartsModel(CONTACTS)
    rows = [Contact(kind="phone", value=str(number)) for number in range(3)]
    model.show_rows([row_of(row, CONTACTS) for row in rows])
    made = PartsView(model, desk, frame)
    model.setParent(made)
    frame.put(made)
    frame.setTabOrder(frame.above, made)
    frame.setTabOrder(made, frame.below)
    return made


def values(view: PartsView) -> list[object]:
    return [row.cells["value"] for row in view.model().rows]


def at(view: PartsView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def test_tab_enters_at_the_first_cell_and_backtab_at_the_last(
    view: PartsView, frame: Frame, qtbot: QtBot
) -> None:
    frame.above.setFocus()
    qtbot.keyClick(frame.above, Qt.Key.Key_Tab)
    assert at(view) == (0, 0)
    frame.below.setFocus()
    qtbot.keyClick(frame.below, Qt.Key.Key_Backtab)
    assert at(view) == (3, 0)  # of the empty row one cell is enough
    qtbot.keyClick(view, Qt.Key.Key_Backtab)
    assert at(view) == (2, len(CONTACTS.columns) - 1)


@pytest.mark.parametrize(
    ("start", "by", "end"), [((0, 0), 1, (0, 1)), ((1, 0), -1, (0, 2)), ((0, 2), 1, (1, 0))]
)
def test_a_step_goes_on_in_the_next_row(
    view: PartsView, start: tuple[int, int], by: int, end: tuple[int, int]
) -> None:
    view.go_to(*start)
    assert view.step(by)
    assert at(view) == end


@pytest.mark.parametrize(
    ("start", "by", "below"), [((3, 0), 1, True), ((3, 2), 1, True), ((0, 0), -1, False)]
)
def test_past_the_end_the_table_is_left(
    view: PartsView, frame: Frame, start: tuple[int, int], by: int, below: bool
) -> None:
    view.go_to(*start)
    assert not view.step(by)
    assert (frame.below if below else frame.above).hasFocus()
    assert not view.currentIndex().isValid()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_a_key_opens_the_cell(view: PartsView, qtbot: QtBot, key: Qt.Key) -> None:
    view.go_to(0, 1)
    assert not view.is_editing
    qtbot.keyClick(view, key)
    assert view.is_editing


def test_finishing_takes_over_what_was_typed(view: PartsView, qtbot: QtBot) -> None:
    view.go_to(1, 1)
    qtbot.keyClicks(view, "9")
    qtbot.keyClicks(QApplication.focusWidget(), "5")
    assert view.typed_cells() == {"value": "95"}
    view.finish()
    assert values(view) == ["0", "95", "2"]
    assert view.typed_cells() == {}


def test_delete_takes_the_row_and_backspace_the_cell(view: PartsView, qtbot: QtBot) -> None:
    view.go_to(0, 1)
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert values(view) == ["", "1", "2"]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert values(view) == ["1", "2"]
    assert at(view) == (0, 1)


def test_control_and_an_arrow_moves_the_row_and_stays_on_it(view: PartsView, qtbot: QtBot) -> None:
    view.go_to(0, 1)
    qtbot.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert (values(view), at(view)) == (["1", "0", "2"], (1, 1))
    qtbot.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert (values(view), at(view)) == (["0", "1", "2"], (0, 1))


def test_control_and_enter_begins_the_next_row(view: PartsView, qtbot: QtBot) -> None:
    view.go_to(1, 1)
    qtbot.keyClicks(view, "9")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert (values(view), at(view)) == (["0", "9", "2"], (2, 0))
    assert not view.is_editing
    qtbot.keyClick(view, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Return, CONTROL)
    assert at(view) == (3, 1)  # a new contact begins with its number


def test_control_and_d_fills_the_empty_cells_below(view: PartsView, qtbot: QtBot) -> None:
    view.model().setData(view.model().index(2, 2), "home")
    view.go_to(0, 2)
    qtbot.keyClicks(view, "o")
    qtbot.keyClicks(QApplication.focusWidget(), "ffice")
    with qtbot.waitSignal(view.told) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, CONTROL)
    assert [row.cells["note"] for row in view.model().rows] == ["office", "office", "home"]
    assert told.args == ["Filled 1 cell below. 1 cell says something already."]


def test_a_block_is_pasted_over_cells_and_into_new_rows(view: PartsView, qtbot: QtBot) -> None:
    copy_to_clipboard("7\thome\n8\n9\toffice\n")
    view.go_to(2, 1)
    edits: list[None] = []
    view.model().edited.connect(lambda: edits.append(None))
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    assert values(view) == ["0", "1", "7", "8", "9"]
    assert [row.cells["note"] for row in view.model().rows] == ["", "", "home", "", "office"]
    assert len(edits) == 1
    assert at(view) == (2, 1)


def test_a_block_pasted_into_an_open_cell_is_taken_apart(view: PartsView, qtbot: QtBot) -> None:
    view.go_to(0, 1)
    qtbot.keyClicks(view, "5")
    copy_to_clipboard("7\thome")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CONTROL)
    assert values(view)[0] == "7"
    view.go_to(1, 1)
    qtbot.keyClicks(view, "5")
    copy_to_clipboard("6")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, CONTROL)
    view.finish()
    assert values(view)[1] == "56"


def test_a_block_that_is_too_long_is_refused_in_words(view: PartsView, qtbot: QtBot) -> None:
    view.go_to(0, 1)
    with qtbot.waitSignal(view.cells.refused):
        view.paste("x\n" * 2_001)
    assert values(view) == ["0", "1", "2"]


def test_the_table_is_as_high_as_its_rows(view: PartsView) -> None:
    before = view.height()
    view.go_to(0, 0)
    view.remove_row()
    assert view.height() < before
    assert view.verticalScrollBar().maximum() == 0


def test_a_table_without_rows_shows_no_headings(view: PartsView) -> None:
    assert not view.horizontalHeader().isHidden()
    view.model().show_rows([])
    assert view.horizontalHeader().isHidden()


def test_columns_share_the_width_by_their_weight(view: PartsView) -> None:
    widths = [view.columnWidth(column) for column in range(len(CONTACTS.columns))]
    wanted = [field.width for field in CONTACTS.columns]
    assert widths.index(max(widths)) == wanted.index(max(wanted))
    assert sum(widths) <= view.viewport().width()


def test_a_long_text_takes_the_room_that_others_leave(view: PartsView, qtbot: QtBot) -> None:
    remark = [field.name for field in CONTACTS.columns].index("note")
    before = [view.columnWidth(column) for column in range(len(CONTACTS.columns))]
    view.model().put(0, {"note": "only in the mornings, never on a Friday, and by the front desk"})
    assert [view.columnWidth(at) for at in range(len(before))] == before, "While one types."
    view.resize(view.width() + 1, view.height())
    after = [view.columnWidth(column) for column in range(len(CONTACTS.columns))]
    assert after[remark] > before[remark] and sum(after) == view.viewport().width()
