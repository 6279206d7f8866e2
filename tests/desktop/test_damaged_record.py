"""A record, a history or a printed document that is damaged: the window says so and goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db import Lens, Person, PrintedDocument
from desktop.app import ErrorHook
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.widgets.message import Notice
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.desk_sql import sql_of
from tests.desktop.conftest import Answers, settled, title_edit
from tests.desktop.desk_store import store_of
from tests.desktop.preview.conftest import is_still

DEEDS = ("history", "duplicates", "printed", "saved_searches", "edit", "print", "print_list")
BROKEN = "CAST(x'4AC328FF' AS TEXT)"
DAMAGE = (  # what is done, and what of it the message line tells
    (f"UPDATE record SET title = {BROKEN}", "table record is not UTF-8"),
    ("UPDATE record SET marking = 'text' WHERE id % 2", "its marking holds text"),
    ("UPDATE record SET version = 'many'", "its version holds text"),
    ("UPDATE person SET biography = x'00FF', gender = 7", "in the table person"),
    ("UPDATE person SET born_edtf = '2025-13-45', born_first = 'x', born_last = 9", ""),
    ("DELETE FROM person", ""),
    ("UPDATE tenure SET office_id = 999, since_edtf = 'soon'", ""),
    (f"UPDATE name SET text = {BROKEN}, kind = '[[[['", "table name is not UTF-8"),
    ("UPDATE change SET time = 7, label = x'FF', author = ''", "in the table change"),
    ("UPDATE revision SET before = x'00', after = CAST('[[[' AS BLOB)", ""),
    ("UPDATE revision SET table_name = 'nothing', row = 'first'", ""),
    ("UPDATE printed SET asked = '[1]', used = x'00', title = x'FF'", "printed document 1"),
    ("UPDATE saved_search SET query = x'00', kind = 'ship'", "in the table saved_search"),
    ("UPDATE draft SET payload = '[[['", ""),
    ("DELETE FROM fts_person_data", ""),
    ("UPDATE standing SET place = 'x'", ""),
    (f"UPDATE OR IGNORE term SET word = {BROKEN}", "table term is not UTF-8"),
)


class SearchReasons:
    """What the window said, and the bugs that it wrote a report of."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self._window = window
        self.hook = ErrorHook(self.notify, window.damage, folder)
        window.stack.damage_met.connect(self.said.append)

    def notify(self, notice: Notice) -> None:
        self.said.append(notice.text)
        self._window.notify(notice)

    def bugs(self) -> list[str]:
        return [path.read_text(encoding="utf-8") for path in self.folder.glob("*")]


@pytest.fixture
def told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SearchReasons]:
    """The window as `open_window` sets it up, its reports in a folder of the test."""
    store, lens = store_of(window.session), Lens()
    for name in ("Ann Ashe", "Ann Ash"):
        store.save(Person(title=name), lens)
    with store.unit_of_work("Keep the view Chiefs") as work:
        from db import keep_view

        keep_view(work, "Chiefs", "person", "chief")
    asked = {"title": "A", "kind": "person", "form": "biography", "ids": [1]}
    store.save_printed_document(PrintedDocument("A", "biography", lens, 0, 1, asked, {1: 1}))
    folder = tmp_path / "reports"
    made = SearchReasons(window, folder)
    monkeypatch.setattr(sys, "excepthook", made.hook)
    window.failed.connect(made.hook.take)
    yield made


@pytest.mark.parametrize(("done", "says"), DAMAGE, ids=[done for done, _ in DAMAGE])
def test_the_window_tells_damage_and_goes_on(
    done: str, says: str, window: Window, answers: Answers, told: SearchReasons, qtbot: QtBot
) -> None:
    damage(window, done)

    def close(dialog: QDialog) -> bool:
        settled(qtbot, window)
        for label in dialog.findChildren(QLabel):
            label.text()
        return False

    answers.fill = close
    for deed in DEEDS:
        action = window.menus.action(deed)
        if action.isEnabled():
            action.trigger()
            settled(qtbot, window)
            qtbot.waitUntil(lambda: is_at_rest(window), timeout=20_000)
        if window.view.tab.pane.is_editing:
            window.view.tab.pane.discard_changes()
    for number in range(1, 5):
        window.menus.action(f"tab_{number}").trigger()
        settled(qtbot, window)
    window.searching.search_for("minister")
    settled(qtbot, window)
    assert told.bugs() == []
    assert not says or any(says in said for said in told.said), told.said


def test_an_undo_of_a_damaged_line_says_where(
    window: Window, told: SearchReasons, owner: QWidget
) -> None:
    damage(window, "UPDATE revision SET table_name = 'nothing'")
    dialog = HistoryDialog(window.session, owner)
    before = len(dialog.changes())
    dialog.table.selectRow(0)
    dialog.revert.click()
    assert "The desk is damaged in line" in dialog.says.text() and not dialog.says.isHidden()
    assert len(dialog.changes()) == before and told.bugs() == []


def test_a_form_over_a_damaged_row_is_not_saved_and_keeps_what_was_typed(
    window: Window, told: SearchReasons, qtbot: QtBot
) -> None:
    window.view.tab.edit()
    title_edit(window).setPlainText("Another name")
    damage(window, "UPDATE record SET version = 'many'")
    window.menus.action("save").trigger()
    settled(qtbot, window)
    assert window.view.tab.pane.is_editing
    assert title_edit(window).toPlainText() == "Another name"
    assert "is damaged: its version holds text" in "\n".join([*shown_in(window), *told.said])
    assert told.bugs() == []
    window.view.tab.pane.discard_changes()


def test_a_record_that_has_lost_its_own_row_is_told_as_such(
    window: Window, told: SearchReasons, qtbot: QtBot
) -> None:
    tab = window.view.tab
    other = tab.list.model.id_at(1)
    damage(window, "DELETE FROM person")
    tab.show_record(other)
    qtbot.waitUntil(lambda: "it has lost its own row" in window.message.text())
    assert told.bugs() == []


def is_at_rest(window: Window) -> bool:
    preview = actions_of(window).printing.preview
    return preview is None or is_still(preview)


def shown_in(window: Window) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def damage(window: Window, done: str) -> None:
    """Write into the open desk what no release writes."""
    sql = sql_of(store_of(window.session))
    sql.run("PRAGMA foreign_keys = OFF")
    sql.run("PRAGMA ignore_check_constraints = ON")
    sql.run(done)
