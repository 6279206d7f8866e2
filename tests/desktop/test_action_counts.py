"""What an officer does often takes few actions: a key press, a click; typed text counts as one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import Lens, Person, Reader, make_desk, open_desk, parse_query, today
from db.changes.writing import insert_record
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import settled

OURS, OTHERS = 200, 5


class Officer:
    """Presses keys where the focus is, waits until the window rests, and counts."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot
        self.actions = 0

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        QTest.keyClick(QApplication.focusWidget(), key, held)
        self._rest()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        self._rest()

    def _rest(self) -> None:
        self.actions += 1
        settled(self._qtbot, self._window)
        self._qtbot.waitUntil(lambda: self._window.session.job is None)


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def long_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("counts") / "long.desk"
    make_desk(path)
    with open_desk(path) as store, store.unit_of_work("Fill", compact=True) as work:
        for number in range(OURS + OTHERS):
            country = "pk" if number < OURS else "us"
            insert_record(work, Person(title=f"Person {number:03}", country=country))
    return path


@pytest.fixture
def officer(start: Window, long_desk: Path, tmp_path: Path, qtbot: QtBot) -> Officer:
    """In front of a desk as it opens."""
    path = tmp_path / "own.desk"
    path.write_bytes(long_desk.read_bytes())
    assert actions_of(start).desks.open_path(path)
    settled(qtbot, start)
    start.view.tab.list.setFocus()
    return Officer(start, qtbot)


def checked(reader: Reader, query: str) -> set[str | None]:
    ids = reader.page("person", parse_query(query), Lens()).ids
    return {line.checked_on for line in reader.lines(ids, Lens())}


def test_a_filtered_list_is_marked_checked_today_in_four(start: Window, officer: Officer) -> None:
    officer.press(Qt.Key.Key_Slash)
    officer.type("country:pk")
    officer.press(Qt.Key.Key_L, CTRL, SHIFT)
    officer.press(Qt.Key.Key_T, CTRL, SHIFT)
    assert officer.actions <= 4
    reader = start.session.reader
    assert checked(reader, "country:pk") == {today()} and checked(reader, "country:us") == {None}
    officer.press(Qt.Key.Key_Z, CTRL)
    assert checked(reader, "country:pk") == {None}


def test_a_whole_list_is_marked_in_two(start: Window, officer: Officer) -> None:
    officer.press(Qt.Key.Key_A, CTRL)
    officer.press(Qt.Key.Key_T, CTRL, SHIFT)
    assert officer.actions <= 2
    assert checked(start.session.reader, "-absent") == {today()}


@pytest.mark.parametrize(("query", "count"), [("", OURS + OTHERS), ("country:us", OTHERS)])
def test_a_list_is_in_a_spreadsheet_with_two_before_it_is_pasted(
    start: Window, officer: Officer, qtbot: QtBot, query: str, count: int
) -> None:
    start.searching.search(query)
    settled(qtbot, start)
    QGuiApplication.clipboard().clear()
    officer.press(Qt.Key.Key_L, CTRL, SHIFT)
    officer.press(Qt.Key.Key_C, CTRL)
    assert officer.actions <= 2
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))  # of all that is chosen
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0] == ["Name", "Office", "Nationality"] and len(rows) == 1 + count
    assert {len(row) for row in rows} == {3}
