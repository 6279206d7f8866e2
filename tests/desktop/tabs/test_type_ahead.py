"""Letters typed in a list go to the row that begins so, and no key that does something else is
taken.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from db import Reader
from desktop.models.row_model import RowModel
from desktop.tabs.record_table import RecordTable
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


@pytest.fixture
def table(window: Window) -> RecordTable:
    window.view.tab.list.setFocus()
    return window.view.tab.list.table


def chosen(table: RecordTable) -> str:
    return str(table.currentIndex().siblingAtColumn(0).data() or "")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("d", "Ishaq Dar"),
        ("mu", "Asim Munir"),
        ("asim m", "Asim Munir"),
        (" joly", "Mélanie Joly"),
    ],
)
def test_letters_that_follow_one_another_are_one_word(
    table: RecordTable, typed: str, title: str
) -> None:
    QTest.keyClicks(table, typed)
    assert chosen(table) == title
    assert len(table.selectionModel().selectedRows()) == 1


def test_after_a_pause_another_word_begins(table: RecordTable) -> None:
    QTest.keyClicks(table, "m")
    table.type_ahead.delay.timeout.emit()
    QTest.keyClicks(table, "d")
    assert chosen(table) == "Ishaq Dar"


def test_what_no_row_begins_with_chooses_none_and_is_said(table: RecordTable) -> None:
    QTest.keyClicks(table, "d")
    QTest.keyClicks(table, "x")
    assert chosen(table) == "Ishaq Dar" and "“dx”" in QToolTip.text()


def test_a_key_that_does_something_is_no_letter(window: Window, table: RecordTable) -> None:
    QTest.keyClicks(table, "d")
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selectionModel().selectedRows()) == 6
    QTest.keyClick(window, "/")
    assert window.bar.search.hasFocus() and not window.bar.search.text()


def test_hits_of_words_are_gone_through_as_they_stand(
    window: Window, table: RecordTable, qtbot: QtBot
) -> None:
    window.searching.search("munir")
    settled(qtbot, window)
    for typed, title in (("a", "Asim Munir"), ("m", "Munir Akram")):
        table.type_ahead.forget()
        QTest.keyClicks(table, typed)
        assert chosen(table) == title


def test_the_page_follows_as_it_follows_an_arrow(
    window: Window, table: RecordTable, qtbot: QtBot
) -> None:
    QTest.keyClicks(table, "rub")
    qtbot.waitUntil(lambda: window.view.tab.current_id == window.view.tab.list.target_id)
    reading = window.view.tab.pane.reading
    assert reading is not None and reading.record.title == "Marco Rubio"


def test_no_row_is_read_to_find_another(
    table: RecordTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt would ask the model for each row; of a million."""
    monkeypatch.setattr(RowModel, "line", None)
    monkeypatch.setattr(Reader, "lines", None)
    assert table.type_ahead.is_under_way is False
    row = table.model().find_beginning("dar")
    assert row is not None
