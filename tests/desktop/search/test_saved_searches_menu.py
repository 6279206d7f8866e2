"""Searches are kept as views, opened from their menu, renamed, removed, printed and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db import Query, View
from desktop.search.save_search_dialog import SaveSearchDialog
from desktop.search.saved_searches_dialog import SavedSearchesDialog
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled, titles


def keep(window: Window, answers: Answers, text: str, name: str) -> None:
    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, SaveSearchDialog)
        dialog.set_name(name)
        return True

    answers.fill = fill
    window.bar.search.setText(text)
    window.menus.action("save_search").trigger()


def entries(window: Window) -> list[str]:
    actions_of(window).saved_searches.fill()
    return [action.text() for action in window.menus.menu("searches").actions() if action.text()]


def views(window: Window) -> list[View]:
    return window.session.reader.views()


def test_a_search_is_kept_opened_again_and_undone(
    window: Window, answers: Answers, qtbot: QtBot
) -> None:
    window.menus.action("tab_2").trigger()
    keep(window, answers, "country:pk", "Ours & theirs")
    settled(qtbot, window)
    assert "Ours && theirs" in entries(window)
    window.bar.search.clear()
    window.menus.action("tab_1").trigger()
    actions_of(window).saved_searches.open(views(window)[0])
    settled(qtbot, window)
    assert window.view.tab.kind == "organization"
    assert sorted(titles(window)) == ["Frontier Works Organization", "Pakistan Army"]
    window.menus.action("undo").trigger()
    assert views(window) == []
    window.menus.action("redo").trigger()
    assert [view.name for view in views(window)] == ["Ours & theirs"]


def test_a_view_remembers_that_it_is_exact(window: Window, answers: Answers, qtbot: QtBot) -> None:
    window.menus.action("exact").trigger()
    keep(window, answers, "rubbio", "None")
    window.menus.action("exact").trigger()
    settled(qtbot, window)
    assert len(titles(window)) == 1
    actions_of(window).saved_searches.open(views(window)[0])
    settled(qtbot, window)
    assert titles(window) == []


def test_without_a_search_there_is_nothing_to_keep(window: Window, answers: Answers) -> None:
    window.menus.action("save_search").trigger()
    assert answers.dialogs == [] and views(window) == []


@pytest.fixture
def dialog(window: Window, answers: Answers, qtbot: QtBot) -> SavedSearchesDialog:
    keep(window, answers, "munir", "Munirs")
    keep(window, answers, "country:us", "Americans")
    made = SavedSearchesDialog(window.session, window)
    made.print_wanted.connect(actions_of(window).saved_searches.print)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: SavedSearchesDialog) -> list[str]:
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def test_views_are_renamed_in_place(dialog: SavedSearchesDialog, window: Window) -> None:
    dialog.table.item(0, 0).setText("Zealous")
    assert shown(dialog) == ["Munirs", "Zealous"]
    assert dialog.table.currentRow() == 1
    dialog.table.item(1, 0).setText("munirs")
    assert shown(dialog) == ["Munirs", "Zealous"]
    assert "Another view" in dialog.state.text()


def test_a_view_is_removed_and_undo_is_named(dialog: SavedSearchesDialog, window: Window) -> None:
    dialog.table.setFocus()
    dialog.remove_button.click()
    assert shown(dialog) == ["Munirs"] == [view.name for view in views(window)]
    assert "Undo" in dialog.state.text()
    dialog.remove_button.click()
    assert shown(dialog) == [] and not dialog.open_button.isEnabled()


def test_a_view_is_opened_from_the_list(
    dialog: SavedSearchesDialog, window: Window, answers: Answers, qtbot: QtBot
) -> None:
    answers.fill = lambda asked: (asked.open_selection(), True)[1]
    window.menus.action("saved_searches").trigger()
    settled(qtbot, window)
    assert window.bar.search.text() == "country:us"


def test_the_print_of_a_view_is_that_of_its_list(
    dialog: SavedSearchesDialog, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str, Query]] = []
    printing = actions_of(window).printing
    monkeypatch.setattr(printing, "print_query", lambda *given: asked.append(given))
    dialog.print_button.click()
    [(title, kind, query)] = asked
    assert (title, kind, query.text_of()) == ("Americans", "person", "country:us")


def test_what_led_somewhere_is_offered_again(window: Window, qtbot: QtBot) -> None:
    box = window.bar.search
    for text in ("rubio", "dar", "Rubio"):
        box.clear()
        qtbot.keyClicks(box, text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
        settled(qtbot, window)
    assert actions_of(window).saved_searches.recent_texts() == ["Rubio", "dar"]
    assert "dar" in entries(window)
    actions_of(window).saved_searches.search("dar")
    settled(qtbot, window)
    assert titles(window) == ["Ishaq Dar"]
    actions_of(window).saved_searches.forget_recent()
    assert actions_of(window).saved_searches.recent_texts() == []
