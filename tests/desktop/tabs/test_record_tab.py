"""A tab shows the list and the page of what is chosen in it, and edits that and nothing else."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Person, parse_query
from desktop.settings import SPLITTER
from desktop.tabs.record_tab import RecordTab
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit, titles


@pytest.fixture
def tab(window: Window) -> RecordTab:
    return window.view.tab


def on_show(tab: RecordTab) -> str:
    reading = tab.pane.reading
    return reading.record.title if reading is not None else ""


def test_the_first_record_is_on_show_when_the_tab_opens(tab: RecordTab, window: Window) -> None:
    assert on_show(tab) == titles(window)[0]
    assert tab.list.chosen_ids() == [tab.current_id]


def test_the_page_follows_the_choice(tab: RecordTab, window: Window, qtbot: QtBot) -> None:
    tab.walk(2)
    qtbot.waitUntil(lambda: on_show(tab) == titles(window)[2])


def test_edit_straight_after_a_choice_edits_what_was_chosen(
    tab: RecordTab, window: Window, qtbot: QtBot
) -> None:
    tab.walk(1)
    tab.edit()
    assert title_edit(window).toPlainText() == titles(window)[1]
    qtbot.wait(50)
    assert tab.pane.is_editing


def test_the_page_of_the_best_hit_follows_the_search(
    tab: RecordTab, window: Window, qtbot: QtBot
) -> None:
    tab.search(parse_query("rubio"))
    settled(qtbot, window)
    qtbot.waitUntil(lambda: on_show(tab) == "Marco Rubio")


def test_a_search_leaves_the_form_alone(tab: RecordTab, window: Window, qtbot: QtBot) -> None:
    tab.edit()
    before = on_show(tab)
    tab.search(parse_query("rubio"))
    settled(qtbot, window)
    qtbot.wait(200)
    assert tab.pane.is_editing
    assert on_show(tab) == before


def test_what_comes_after_the_last_row_is_the_row_before(tab: RecordTab, window: Window) -> None:
    last = tab.list.model.rowCount() - 1
    tab.go_on_from(last + 5)
    assert on_show(tab) == titles(window)[last]


def test_a_record_that_was_saved_is_chosen(tab: RecordTab, window: Window, qtbot: QtBot) -> None:
    tab.make(Person(title="Ann Ashe"))
    qtbot.keyClicks(title_edit(window), "x")
    assert tab.pane.save()
    settled(qtbot, window)
    assert "Ashe" in on_show(tab)
    assert tab.list.target_id == tab.current_id


def test_a_form_that_cannot_be_saved_keeps_its_record_chosen(
    tab: RecordTab, window: Window, qtbot: QtBot
) -> None:
    tab.edit()
    here = tab.current_id
    title_edit(window).setPlainText(" ")
    tab.walk(3)
    assert tab.pane.is_editing
    assert tab.list.target_id == here


def test_a_tab_behind_reads_its_page_when_it_comes_to_the_front(
    tab: RecordTab, window: Window
) -> None:
    ann = tab.current_id
    window.view.show_tab(1)
    record = window.session.reader.get(ann, window.session.lens)
    record.biography = "Read anew."
    window.session.save(record)
    window.view.show_tab(0)
    assert tab.pane.reading.record.biography == "Read anew."


def test_the_marking_in_sight_counts_notes_too(tab: RecordTab, window: Window) -> None:
    tab.show_record(tab.list.model.ids[titles(window).index("Asim Munir")])
    window.session.limit(3)
    assert tab.highest_marking() == 3


def test_the_width_of_the_list_is_remembered(tab: RecordTab, window: Window) -> None:
    tab.splitter.splitterMoved.emit(300, 1)
    assert window.settings.get(SPLITTER, "person") == bytes(tab.splitter.saveState().data())


def test_enter_in_the_list_goes_to_the_page(tab: RecordTab, window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    tab.walk(1)
    qtbot.keyClick(tab.list.table, Qt.Key.Key_Return)
    assert tab.pane.page.isAncestorOf(window.focusWidget())
    assert on_show(tab) == titles(window)[1]
