"""One field of many records is changed by keyboard, seen before it is written, undone in one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db import ChangeAction, FieldChange, Lens, Reader
from desktop.dialogs.change_many import ChangeManyDialog
from desktop.session.session import Session
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles

Show = Callable[[str], ChangeManyDialog]


@pytest.fixture
def show(session: Session, owner: QWidget, qtbot: QtBot) -> Show:
    """The dialog on every record of a kind."""

    def shown(kind: str) -> ChangeManyDialog:
        ids = session.reader.all_ids(kind, session.lens, "name")
        dialog = ChangeManyDialog(session, kind, ids, owner)
        qtbot.addWidget(dialog)
        dialog.show()
        read(dialog, qtbot)
        return dialog

    return shown


def read(dialog: ChangeManyDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.says.text() != "Reading the records…", timeout=5_000)


def choose(dialog: ChangeManyDialog, qtbot: QtBot, field: str, action: str = "") -> None:
    dialog.field.setCurrentText(field)
    if action:
        dialog.action.setCurrentText(action)
    read(dialog, qtbot)


def type_value(dialog: ChangeManyDialog, qtbot: QtBot, text: str) -> None:
    assert dialog.editor is not None
    line = dialog.editor.widget
    line.setFocus()
    qtbot.keyClicks(line, text)


def afters(dialog: ChangeManyDialog) -> dict[str, str]:
    model = dialog.model
    rows = range(model.rowCount())
    return {model.index(row, 0).data(): model.index(row, 2).data() for row in rows}


def test_each_record_is_shown_before_and_after_as_the_value_is_typed(
    show: Show, qtbot: QtBot
) -> None:
    dialog = show("person")
    choose(dialog, qtbot, "Nationality")
    assert not dialog.ok.isEnabled() or afters(dialog)
    type_value(dialog, qtbot, "Pakistan")
    assert afters(dialog)["Marco Rubio"] == "Pakistan"
    assert afters(dialog)["Ishaq Dar"] == "as before"
    assert dialog.says.text() == "2 of 6 records would change; Undo takes all of it back."
    assert dialog.ok.isEnabled()
    assert dialog.change() == FieldChange("country", "pk")


def test_the_value_comes_after_what_is_done_to_the_field(
    show: Show, owner: QWidget, qtbot: QtBot
) -> None:
    dialog = show("event")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    choose(dialog, qtbot, "Place", "Replace text in")
    assert dialog.editor is not None
    dialog.field.setFocus()
    for wanted in (dialog.action, dialog.replaced, dialog.editor.widget, dialog.preview):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted


def test_what_cannot_be_taken_changes_nothing(show: Show, qtbot: QtBot) -> None:
    dialog = show("person")
    choose(dialog, qtbot, "Checked on")
    type_value(dialog, qtbot, "some day")
    assert dialog.change() is None and not dialog.ok.isEnabled()


def test_text_is_replaced_in_a_field_of_any_length(show: Show, qtbot: QtBot) -> None:
    dialog = show("event")
    choose(dialog, qtbot, "Title")
    assert dialog.action.currentText() == "Replace text in"
    assert isinstance(dialog.editor.widget if dialog.editor else None, QLineEdit)
    qtbot.keyClicks(dialog.replaced, "Call")
    type_value(dialog, qtbot, "Talk")
    assert afters(dialog)["Call on minerals"] == "Talk on minerals"
    assert afters(dialog)["Armed conflict"] == "as before"
    wanted = FieldChange("title", "Talk", ChangeAction.REPLACE, "Call")
    assert dialog.change() == wanted


def test_topics_are_added_and_removed(show: Show, qtbot: QtBot) -> None:
    dialog = show("event")
    choose(dialog, qtbot, "Topics", "Add")
    type_value(dialog, qtbot, "minerals, trade")
    assert set(afters(dialog).values()) == {"minerals, trade"}
    dialog.action.setCurrentText("Remove")
    type_value(dialog, qtbot, "minerals")
    assert set(afters(dialog).values()) == {"as before"} and not dialog.ok.isEnabled()


def test_what_is_above_the_ceiling_is_not_in_the_preview(
    session: Session, owner: QWidget, qtbot: QtBot
) -> None:
    every = session.reader.all_ids("person", Lens(), "name")
    session.limit(0)
    dialog = ChangeManyDialog(session, "person", every, owner)
    qtbot.addWidget(dialog)
    read(dialog, qtbot)
    assert "Secret Agent" not in afters(dialog) and "Ishaq Dar" in afters(dialog)


def test_a_bug_in_the_reading_is_told_and_not_waited_for(
    session: Session, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Reader, "records", broken)
    with qtbot.waitSignal(session.failed) as failed:
        dialog = show("person")
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert "bug" in dialog.says.text() and not dialog.ok.isEnabled()


def test_closing_ends_the_reading(session: Session, owner: QWidget, qtbot: QtBot) -> None:
    ids = session.reader.all_ids("person", session.lens, "name")
    dialog = ChangeManyDialog(session, "person", ids, owner)
    qtbot.addWidget(dialog)
    dialog.reject()
    assert dialog.model.rowCount() == 0


def test_the_window_changes_the_chosen_rows_as_one_step(
    window: Window, qtbot: QtBot, answers: Answers
) -> None:
    notices: list[Notice] = []
    window.view.noticed.connect(notices.append)

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, ChangeManyDialog)
        dialog.show()
        choose(dialog, qtbot, "Nationality")
        type_value(dialog, qtbot, "Canada")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # takes the offer
        return dialog.ok.isEnabled()

    answers.fill = fill
    window.view.tab.list.table.selectAll()
    window.menus.action("change_many").trigger()
    settled(qtbot, window)
    session = window.session

    def countries() -> set[str]:
        ids = session.reader.all_ids("person", session.lens, "name")
        return {session.reader.get(key, session.lens).country for key in ids}

    assert countries() == {"ca"}
    assert notices[-1].text == f"Nationality changed: {len(titles(window))} records."
    window.view.undoing.undo()
    assert countries() == {"pk", "us", "ca"}


def test_too_many_rows_are_refused_in_a_sentence(
    window: Window, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.tabs.chosen_actions.MAX_CHANGED_RECORDS", 2)
    notices: list[Notice] = []
    window.view.noticed.connect(notices.append)
    window.view.tab.list.table.selectAll()
    window.menus.action("change_many").trigger()
    assert notices[-1].text == "6 rows are chosen, and at most 2 can be changed at once."
    assert answers.dialogs == []
