"""What can be done just now is enabled, and every deed does something."""

import pytest
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from db import Person
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.dialogs.preferences_dialog import PreferencesDialog
from desktop.settings import TEXT_SIZE, THEME
from desktop.window.actions.action_table import ACTIONS
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled


def enabled(window: Window) -> set[str]:
    return {deed.name for deed in ACTIONS if window.menus.action(deed.name).isEnabled()}


def test_without_a_desk_nothing_of_a_desk_can_be_done(start: Window) -> None:
    assert enabled(start) == {deed.name for deed in ACTIONS if not deed.needs}


def test_a_form_allows_other_things_than_a_page(window: Window) -> None:
    assert {"edit", "delete", "duplicate", "new"} <= enabled(window)
    assert "save" not in enabled(window)
    window.view.tab.edit()
    assert {"save", "discard_changes"} <= enabled(window)
    assert {"edit", "delete"}.isdisjoint(enabled(window))
    window.view.tab.pane.discard_changes()


def test_undo_names_what_it_takes_back(window: Window) -> None:
    assert not window.menus.action("undo").isEnabled()
    window.view.chosen.remove()
    assert "Delete" in window.menus.action("undo").text()
    window.menus.action("undo").trigger()
    assert "Delete" in window.menus.action("redo").text()


@pytest.mark.parametrize(("deed", "size"), [("larger", 115), ("smaller", 85), ("normal", 100)])
def test_text_grows_and_shrinks_in_steps(start: Window, deed: str, size: int) -> None:
    start.menus.action(deed).trigger()
    try:
        assert start.settings.get(TEXT_SIZE) == size
    finally:
        start.theme.resize(100)


def test_the_colours_that_are_chosen_are_remembered(start: Window) -> None:
    start.menus.action("theme_dark").trigger()
    assert start.settings.get(THEME) == "dark"
    start.menus.action("theme_light").trigger()
    assert start.menus.action("theme_light").isChecked()


@pytest.mark.parametrize("deed", ["keyboard", "about"])
def test_help_is_a_dialog(start: Window, answers: Answers, deed: str) -> None:
    start.menus.action(deed).trigger()
    assert len(answers.dialogs) == 1


def test_history_is_shown_of_an_open_desk(window: Window, answers: Answers) -> None:
    window.menus.action("history").trigger()
    assert len(answers.dialogs) == 1


@pytest.mark.parametrize("at", [0, 2])
def test_history_is_that_of_the_row_just_chosen(
    window: Window, answers: Answers, qtbot: QtBot, at: int
) -> None:
    tab = window.view.tab
    tab.pane.show_record(None)
    tab.list.table.choose_row(at)
    window.menus.action("history").trigger()
    (dialog,) = answers.dialogs
    assert isinstance(dialog, HistoryDialog)
    assert dialog.filter.record_id() == tab.list.target_id is not None


def test_another_language_is_long_work_that_sorts_the_lists_in_the_end(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    for name in ("Zoe Öberg", "Carl Zorn"):
        window.session.save(Person(title=name))

    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, PreferencesDialog)
        box = dialog.edits["language"]
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData("sv"))
        return True

    answers.fill = choose
    ids = window.view.tab.list.model.ids
    with qtbot.waitSignal(window.session.lens_changed):
        window.menus.action("preferences").trigger()
        assert window.session.job is not None and window.progress.isVisible()
    settled(qtbot, window)
    assert window.session.setting("language") == "sv"
    lines = window.session.reader.lines(window.view.tab.list.model.ids, window.session.lens)
    assert [line.title for line in lines][-2:] == ["Carl Zorn", "Zoe Öberg"]
    assert "sorted anew" in window.message.text() and ids != window.view.tab.list.model.ids
