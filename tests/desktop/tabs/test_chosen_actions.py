"""Checked today: one key or click, for the record on show or for all that are chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import parse_query, search, today
from desktop.page.page_header import PageHeader
from desktop.widgets.message import Notice
from desktop.window.actions.action_table import ACTIONS
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles


def checked(window: Window) -> set[str]:
    """The titles of the people that were checked today."""
    session = window.session
    ids = window.view.tab.list.model.ids
    read = [session.reader.get(key, session.lens) for key in ids]
    return {record.title for record in read if record.checked_on == today()}


@pytest.fixture
def told(window: Window) -> list[Notice]:
    notices: list[Notice] = []
    window.view.noticed.connect(notices.append)
    return notices


def test_one_key_marks_the_record_on_show(window: Window, qtbot: QtBot, told: list[Notice]) -> None:
    window.activateWindow()
    window.view.tab.list.setFocus()
    qtbot.keyClick(
        window,
        Qt.Key.Key_T,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    shown = window.view.tab.pane.reading.record.title
    assert checked(window) == {shown}
    assert told[-1].text == f"Checked today: {shown}."
    window.view.undoing.undo()
    assert checked(window) == set()


def test_the_button_of_a_page_marks_it_and_goes(window: Window, qtbot: QtBot) -> None:
    head = window.view.tab.pane.page.findChild(PageHeader)
    assert head is not None and head.check_button.isVisible()
    qtbot.mouseClick(head.check_button, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert len(checked(window)) == 1
    assert not head.check_button.isVisible()


@pytest.mark.parametrize("at_once", [100, 2])
def test_all_that_are_chosen_are_one_step(
    window: Window,
    qtbot: QtBot,
    told: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    at_once: int,
) -> None:
    monkeypatch.setattr("desktop.tabs.chosen_actions.MAX_RECORDS_AT_ONCE", at_once)
    window.view.tab.list.table.selectAll()
    window.menus.action("checked").trigger()
    qtbot.waitUntil(lambda: window.session.job is None)
    settled(qtbot, window)
    assert checked(window) == set(titles(window))
    assert told[-1].text == f"Checked today: {len(titles(window))} records."
    window.menus.action("checked").trigger()
    qtbot.waitUntil(lambda: window.session.job is None)
    assert told[-1].text == "That was checked today already."
    told[-2].act()
    qtbot.waitUntil(lambda: window.session.job is None)
    settled(qtbot, window)
    assert checked(window) == set()


def test_what_cannot_be_written_is_told(
    window: Window, told: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = window.view.tab.list.model.ids[0]
    window.session.remove([gone])
    window.view.chosen.mark_records_checked([gone])
    assert told[-1].kind == "error" and "not on this desk" in told[-1].text
    assert checked(window) == set()


def test_rows_are_acted_on_also_where_no_page_is_on_show(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    settled(qtbot, window)
    assert window.view.tab.current_id is None
    names = ("checked", "change_many", "delete")
    assert not any(window.menus.action(name).isEnabled() for name in names)
    window.view.tab.list.table.selectAll()
    qtbot.waitUntil(lambda: all(window.menus.action(name).isEnabled() for name in names))
    window.menus.action("checked").trigger()
    settled(qtbot, window)
    assert checked(window) == {"Call on minerals", "Visit to Washington", "Armed conflict"}


def many_chosen(window: Window, answers: Answers, tmp_path: Path, name: str) -> int:
    """How many records an action took."""
    session = window.session
    if name == "checked":
        return len(checked(window))
    if name == "delete":
        left = session.reader.page("person", parse_query("country:pk"), session.lens).ids
        return 4 - len(left)
    if name == "copy":
        return len(QGuiApplication.clipboard().text().splitlines()) - 1
    if name == "export":
        return len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()) - 1
    if name == "print":
        preview = actions_of(window).printing.preview
        assert preview is not None
        order = preview.order
        assert order is not None
        preview.close()
        return len(order.request.ids)
    return int(next(word for word in answers.left[-1].split() if word.isdigit()))


@pytest.mark.parametrize("name", [each.name for each in ACTIONS if each.on_chosen])
def test_what_follows_select_all_waits_for_all_rows(
    window: Window,
    answers: Answers,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """In the first moment only the first page of a long search is there."""
    monkeypatch.setattr(search, "MAX_FIRST_HITS", 2)
    answers.paths = [tmp_path / "out.csv"]

    def note_title(dialog: QDialog) -> bool:
        answers.left.append(dialog.windowTitle())
        dialog.reject()
        return False

    answers.fill = note_title
    tab = window.view.tab
    window.searching.search("country:pk")
    qtbot.waitUntil(lambda: tab.list.model.is_capped)
    window.menus.action("select_all").trigger()
    window.menus.action(name).trigger()
    settled(qtbot, window)
    qtbot.waitUntil(lambda: not tab.list.is_selecting and window.session.job is None)
    settled(qtbot, window)
    if name == "export":
        qtbot.waitUntil((tmp_path / "out.csv").exists)
    if name == "print":
        printing = actions_of(window).printing
        qtbot.waitUntil(lambda: printing.preview is not None and printing.preview.order is not None)
    assert many_chosen(window, answers, tmp_path, name) == 4
