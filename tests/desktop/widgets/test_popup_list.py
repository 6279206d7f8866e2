"""The list below a line shows what it is given, marks what can be taken, stays in the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.popup_list import MAX_ROWS_SHOWN, PopupLine, PopupList

LINES = [PopupLine("amber", "search"), PopupLine("a hint", can_take=False), PopupLine("ash")]


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(400, 300)
    made = QLineEdit(around)
    made.move(10, 10)
    with qtbot.waitExposed(around):
        around.show()
    yield made


@pytest.fixture
def popup(line: QLineEdit) -> PopupList:
    return PopupList(line, can_mark_none=True)


def test_what_is_offered_is_shown_and_the_focus_stays(popup: PopupList, line: QLineEdit) -> None:
    popup.offer(LINES)
    assert popup.is_open and popup.texts() == ["amber", "a hint", "ash"]
    assert popup.marked == -1 and popup.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert popup.y() >= line.y() + line.height()


def test_nothing_offered_puts_it_away(popup: PopupList) -> None:
    popup.offer(LINES, 0)
    popup.offer([])
    assert not popup.is_open and popup.texts() == [] and popup.marked == -1


@pytest.mark.parametrize(
    ("steps", "marked"),
    [([1], 0), ([1, 1], 2), ([9], 2), ([1, 1, 1], 2), ([1, -1], -1), ([-5], -1)],
)
def test_steps_pass_a_hint_and_end_at_the_ends(
    popup: PopupList, steps: list[int], marked: int
) -> None:
    popup.offer(LINES)
    for step in steps:
        popup.step(step)
    assert popup.marked == marked


def test_where_none_may_be_unmarked_the_first_stays_marked(line: QLineEdit) -> None:
    popup = PopupList(line)
    popup.offer([PopupLine("a hint", can_take=False), *LINES], 1)
    popup.step(-1)
    assert popup.marked == 1


def test_a_click_gives_its_row_and_a_hint_none(popup: PopupList, qtbot: QtBot) -> None:
    popup.offer(LINES)
    chosen: list[int] = []
    popup.chosen.connect(chosen.append)
    for row in (1, 2):
        place = popup.visualItemRect(popup.item(row)).center()
        qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [2]


@pytest.mark.parametrize("y", [0, 140, 290])
def test_it_lies_beside_the_line_and_within_the_window(
    popup: PopupList, line: QLineEdit, y: int
) -> None:
    line.move(10, y)
    popup.offer([PopupLine("a very long way to go on " * 9)] * (MAX_ROWS_SHOWN + 5))
    assert line.window().rect().contains(popup.geometry())
    assert not popup.geometry().intersects(line.geometry())


def test_it_goes_when_the_window_changes_and_follows_its_line_to_another(
    popup: PopupList, line: QLineEdit, qtbot: QtBot
) -> None:
    popup.offer(LINES)
    line.window().resize(500, 300)
    qtbot.waitUntil(lambda: not popup.is_open)
    other = QWidget()
    qtbot.addWidget(other)
    line.setParent(other)
    popup.offer(LINES)
    assert popup.parentWidget() is other
    other.resize(300, 200)
    other.show()
    qtbot.waitUntil(lambda: not popup.is_open)
