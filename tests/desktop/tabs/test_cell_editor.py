"""A cell of the chronology is edited in place, and nothing is lost or saved in silence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import HistoricalDate
from desktop.tabs.cell_editor import FIELDS, CellEditor
from desktop.tabs.timeline.timeline_tab import TimelineTab
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


@pytest.fixture
def tab(window: Window, qtbot: QtBot) -> TimelineTab:
    window.view.show_tab(3)
    settled(qtbot, window)
    window.activateWindow()
    tab = window.view.tab
    assert isinstance(tab, TimelineTab)
    return tab


def open_cell(tab: TimelineTab, key: str, row: int = 0) -> CellEditor:
    table = tab.list.table
    table.setCurrentIndex(table.model().index(row, table.keys.index(key)))
    tab.cells.begin()
    return tab.cells


def title(tab: TimelineTab, row: int = 0) -> str:
    line = tab.list.model.line(row)
    assert line is not None
    return line.title


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [("what", "Skirmish", "Skirmish"), ("where", "Lahore", "Lahore"),
     ("type", "incident", "incident"), ("outcome", "A truce", "A truce"),
     ("when", "4 May 2025", HistoricalDate.parse("4 May 2025"))],
)  # fmt: skip
def test_enter_saves_what_was_typed(
    tab: TimelineTab, window: Window, qtbot: QtBot, key: str, typed: str, value: object
) -> None:
    record_id = tab.list.model.id_at(0)
    editor = open_cell(tab, key)
    assert editor.line.isVisibleTo(tab)
    editor.line.setText(typed)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.line.isHidden()
    record = window.session.reader.get(record_id, window.session.lens)
    assert getattr(record, FIELDS[key]) == value


def test_escape_leaves_all_as_it_was(tab: TimelineTab, qtbot: QtBot) -> None:
    editor = open_cell(tab, "what")
    editor.line.setText("Something else")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert editor.line.isHidden() and title(tab) == "Armed conflict"


@pytest.mark.parametrize(("key", "typed"), [("when", "in Juli"), ("what", "")])
def test_what_cannot_be_taken_is_told_and_stays(
    tab: TimelineTab, qtbot: QtBot, key: str, typed: str
) -> None:
    notices: list[Notice] = []
    tab.noticed.connect(notices.append)
    editor = open_cell(tab, key)
    editor.line.setText(typed)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert not editor.line.isHidden() and editor.line.text() == typed
    assert [notice.kind for notice in notices] == ["error"]
    editor.give_up()
    assert title(tab) == "Armed conflict"


def test_tab_goes_on_to_the_next_cell(tab: TimelineTab, qtbot: QtBot) -> None:
    editor = open_cell(tab, "what")
    editor.line.setText("Skirmish")
    qtbot.keyClick(editor.line, Qt.Key.Key_Tab)
    assert title(tab) == "Skirmish"
    assert tab.list.table.keys[tab.list.table.currentIndex().column()] == "where"
    assert not editor.line.isHidden()
    editor.give_up()


def test_a_cell_that_is_no_field_opens_the_title(tab: TimelineTab) -> None:
    editor = open_cell(tab, "who")
    assert editor.line.text() == "Armed conflict"
    editor.give_up()


def test_what_has_an_end_is_edited_in_its_form(tab: TimelineTab, window: Window) -> None:
    record = window.session.reader.get(tab.list.model.id_at(0), window.session.lens)
    record.end = HistoricalDate.parse("June 2025")
    window.session.save(record)
    notices: list[Notice] = []
    tab.noticed.connect(notices.append)
    editor = open_cell(tab, "when")
    assert editor.line.isHidden() and "F2" in notices[0].text
