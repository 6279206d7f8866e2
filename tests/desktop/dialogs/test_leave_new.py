"""A new record is never saved half made by leaving it: the officer is asked, and may stay."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.ask import Ask
from desktop.dialogs.leave_new import LeaveNewBox
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, title_edit, titles

Button = QMessageBox.StandardButton


class Pressing(Ask):
    """Presses one button of a box."""

    def __init__(self, button: Button | None) -> None:
        self.button = button
        self.said = ""

    def run(self, dialog: QDialog) -> bool:
        assert isinstance(dialog, LeaveNewBox)
        self.said = dialog.text()
        if self.button is not None:
            dialog.button(self.button).click()
        return True


@pytest.mark.parametrize(
    ("button", "answer"),
    [(Button.Save, "save"), (Button.Discard, "discard"), (Button.Cancel, "stay"), (None, "stay")],
)
def test_three_buttons_are_three_answers(
    owner: QWidget, button: Button | None, answer: str
) -> None:
    ask = Pressing(button)
    assert ask.leave_new(owner, "<b>Ann</b>") == answer
    assert ask.said == "Save the new record “<b>Ann</b>”?"
    assert ask.leave_new(owner, "") == answer
    assert ask.said == "Save the new record?"


def leave_by_row(window: Window) -> None:
    window.view.tab.walk(2)


def leave_by_tab(window: Window) -> None:
    window.view.show_tab(1)


def leave_by_link(window: Window) -> None:
    window.view.go_to(window.view.tab.list.model.ids[1])


def make_new(window: Window, qtbot: QtBot, typed: str) -> None:
    window.menus.action("new").trigger()
    settled(qtbot, window)
    qtbot.keyClicks(title_edit(window), typed)


@pytest.mark.parametrize("leave", [leave_by_row, leave_by_tab, leave_by_link])
@pytest.mark.parametrize(
    ("answer", "is_editing", "is_saved"),
    [("save", False, True), ("discard", False, False), ("stay", True, False)],
)
def test_leaving_a_new_record_asks(
    window: Window,
    qtbot: QtBot,
    answers: Answers,
    leave: Callable[[Window], None],
    answer: str,
    is_editing: bool,
    is_saved: bool,
) -> None:
    answers.leaves = answer
    pane = window.view.tab.pane
    make_new(window, qtbot, "Zoe Zed")
    leave(window)
    settled(qtbot, window)
    assert answers.left == ["Zoe Zed"]
    assert pane.is_editing == is_editing
    window.view.show_tab(0)
    if is_editing:
        pane.save()
    settled(qtbot, window)
    assert ("Zoe Zed" in titles(window)) == (is_saved or is_editing)


def test_an_empty_new_record_and_an_edit_are_left_without_a_question(
    window: Window, qtbot: QtBot, answers: Answers
) -> None:
    window.menus.action("new").trigger()
    settled(qtbot, window)
    leave_by_tab(window)
    window.view.show_tab(0)
    window.menus.action("edit").trigger()
    qtbot.keyClicks(title_edit(window), "x")
    leave_by_tab(window)
    assert answers.left == []


def test_closing_asks_nothing_and_keeps_what_was_typed(
    window: Window, qtbot: QtBot, answers: Answers
) -> None:
    make_new(window, qtbot, "Zoe Zed")
    path = window.session.path
    window.close()
    assert answers.left == []
    from db import Lens, open_desk

    with open_desk(path) as store:
        assert [draft.record_id for draft in store.reader.drafts(Lens())] == [None]
        assert "Zoe Zed" in store.reader.drafts(Lens())[0].payload
