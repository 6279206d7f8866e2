"""However a form is left, list, page and every action mean one record: what is seen is acted on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db import Lens, open_desk
from desktop.page.page_text import PageText
from desktop.tabs.record_tab import RecordTab
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, title_edit, titles


def seen(tab: RecordTab) -> str:
    """The title on the page; "" while none is on show."""
    reading = tab.pane.reading
    return reading.record.title if reading is not None else ""


def id_of(window: Window, title: str) -> int:
    """The record of a title in the list in front."""
    return window.view.tab.list.model.ids[titles(window).index(title)]


def click_row(window: Window, qtbot: QtBot, title: str) -> None:
    table = window.view.tab.list.table
    cell = table.model().index(titles(window).index(title), 0)
    place: QPoint = table.visualRect(cell).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press_down(window: Window, qtbot: QtBot) -> None:
    table = window.view.tab.list.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)


def search_best(window: Window, qtbot: QtBot) -> None:
    window.searching.focus_box()
    qtbot.keyClicks(window.bar.search, "rubio")
    settled(qtbot, window)
    qtbot.keyClick(window.bar.search, Qt.Key.Key_Return)


def to_tab_and_back(window: Window, _qtbot: QtBot) -> None:
    window.view.show_tab(1)
    window.view.show_tab(0)


# how the form of Ishaq Dar is left after a word was typed into it, and what is seen then
WAYS: tuple[tuple[str, Callable[[Window, QtBot], object], str], ...] = (
    ("click on a row", lambda window, qtbot: click_row(window, qtbot, "Mélanie Joly"), "Mélanie"),
    ("key in the list", press_down, "Mélanie Joly"),
    ("link", lambda window, _: window.view.go_to(id_of(window, "Marco Rubio")), "Marco Rubio"),
    ("search", search_best, "Marco Rubio"),
    ("tabs", to_tab_and_back, "Ishaq Dar II"),
    ("back", lambda window, _: window.view.back(), "Munir Akram"),
    ("save", lambda window, _: window.menus.action("save").trigger(), "Ishaq Dar II"),
    ("undo", lambda window, _: window.view.undoing.undo(), "Ishaq Dar"),
)


def begin_edit(window: Window, qtbot: QtBot) -> None:
    """Opens the form of Ishaq Dar, after Munir Akram was on show, and types into it."""
    for title in ("Munir Akram", "Ishaq Dar"):
        window.view.go_to(id_of(window, title))
        settled(qtbot, window)
    window.menus.action("edit").trigger()
    editor = title_edit(window)
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClicks(editor, " II")


@pytest.mark.parametrize(("leave", "title"), [way[1:] for way in WAYS], ids=[w[0] for w in WAYS])
def test_list_page_and_actions_mean_one_record(
    window: Window, qtbot: QtBot, leave: Callable[[Window, QtBot], object], title: str
) -> None:
    begin_edit(window, qtbot)
    leave(window, qtbot)
    settled(qtbot, window)
    qtbot.wait(150)
    settled(qtbot, window)
    tab = window.view.tab
    assert not tab.pane.is_editing
    assert seen(tab).startswith(title)
    assert tab.list.target_id == tab.current_id
    assert tab.list.chosen_ids() == [tab.current_id]
    assert window.windowTitle() == f"{window.session.name} – Aide-Mémoire"
    assert window.saved_label.whole.startswith("All changes saved")
    shown = window.view.chosen.shown_records()
    assert shown is not None and list(shown.ids()) == [tab.current_id]
    gone = tab.current_id
    assert gone is not None
    window.menus.action("delete").trigger()
    assert window.session.reader.ref(gone, window.session.lens) is None
    settled(qtbot, window)
    assert tab.list.target_id == tab.current_id != gone


def test_leaving_the_program_saves_the_form(window: Window, qtbot: QtBot, desk: Path) -> None:
    begin_edit(window, qtbot)
    assert window.saved_label.whole == "Editing; what you type is kept"
    window.menus.action("quit").trigger()
    qtbot.waitUntil(lambda: window.session is None)
    with open_desk(desk, read_only=True) as store:
        ids = store.reader.all_ids("person", Lens(), "name")
        assert "Ishaq Dar II" in [line.title for line in store.reader.lines(ids, Lens())]


def test_a_click_in_the_list_leaves_the_keys_there_and_delete_works_on_the_page_too(
    window: Window, qtbot: QtBot
) -> None:
    begin_edit(window, qtbot)
    tab = window.view.tab
    tab.list.table.setFocus(Qt.FocusReason.MouseFocusReason)  # as the press of a button does
    click_row(window, qtbot, "Mélanie Joly")
    settled(qtbot, window)
    qtbot.waitUntil(lambda: seen(tab) == "Mélanie Joly")
    assert window.focusWidget() is tab.list.table
    for place, title in (
        (tab.list.table, "Mélanie Joly"),
        (tab.pane.page.findChild(PageText), "Munir Akram"),
    ):
        window.view.go_to(id_of(window, title))
        settled(qtbot, window)
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_Delete)
        settled(qtbot, window)
        assert title not in titles(window)


def test_while_a_new_record_is_made_the_list_marks_no_other(window: Window, qtbot: QtBot) -> None:
    tab = window.view.tab
    window.view.go_to(before := id_of(window, "Ishaq Dar"))
    settled(qtbot, window)
    window.menus.action("new").trigger()
    settled(qtbot, window)
    assert tab.pane.is_editing
    assert tab.list.target_id is None and tab.list.chosen_ids() == []
    tab.pane.discard_changes()
    settled(qtbot, window)
    assert tab.current_id == before and tab.list.chosen_ids() == [before]


@pytest.mark.parametrize("is_new", [True, False])
def test_a_form_that_stays_open_keeps_its_mark_in_the_list(
    window: Window, qtbot: QtBot, is_new: bool
) -> None:
    """A new record whose officer stays, and a form that cannot be saved as it is."""
    window.ask.leaves = "stay"
    tab = window.view.tab
    window.view.go_to(id_of(window, "Ishaq Dar"))
    settled(qtbot, window)
    window.menus.action("new" if is_new else "edit").trigger()
    editor = title_edit(window)
    editor.selectAll()
    qtbot.keyClicks(editor, "Half Made" if is_new else " ")
    settled(qtbot, window)
    click_row(window, qtbot, "Mélanie Joly")
    settled(qtbot, window)
    assert tab.pane.is_editing
    marked = [] if is_new else [id_of(window, "Ishaq Dar")]
    qtbot.waitUntil(lambda: tab.list.chosen_ids() == marked)
    window.ask.leaves = "discard"
    tab.pane.discard_changes()


def test_nothing_found_empties_the_page_and_all_shows_it_again(
    window: Window, qtbot: QtBot
) -> None:
    tab = window.view.tab
    window.view.go_to(before := id_of(window, "Ishaq Dar"))
    settled(qtbot, window)
    qtbot.keyClicks(window.bar.search, "qqqqzzzz")
    settled(qtbot, window)
    qtbot.waitUntil(lambda: tab.current_id is None)
    assert tab.list.chosen_ids() == []
    window.bar.search.clear()
    settled(qtbot, window)
    qtbot.waitUntil(lambda: tab.current_id == before)
    assert tab.list.chosen_ids() == [before]


def test_what_is_said_of_a_record_goes_when_another_is_shown_or_edited(
    window: Window, qtbot: QtBot
) -> None:
    def delete_one() -> None:
        window.view.go_to(id_of(window, titles(window)[-1]))
        settled(qtbot, window)
        window.menus.action("delete").trigger()
        settled(qtbot, window)
        assert "deleted" in window.message.text() and window.message.isVisible()

    def undo() -> None:
        window.menus.action("undo").trigger()
        settled(qtbot, window)
        assert window.message.text().startswith("Undone")

    delete_one()
    qtbot.wait(0)
    assert window.message.isVisible(), "The next record came by itself."
    undo()
    assert window.message.isVisible()
    click_row(window, qtbot, titles(window)[0])  # another than the one that came back
    qtbot.waitUntil(window.message.isHidden)
    for go in ("tab_2", "edit"):
        window.menus.action("tab_1").trigger()
        delete_one()
        undo()
        window.menus.action(go).trigger()
        qtbot.waitUntil(window.message.isHidden)
    window.view.tab.pane.discard_changes()


def test_what_is_said_of_a_form_goes_with_it(window: Window, qtbot: QtBot) -> None:
    begin_edit(window, qtbot)
    editor = title_edit(window)
    editor.selectAll()
    qtbot.keyClicks(editor, " ")
    window.menus.action("save").trigger()
    assert "needs a change" in window.message.text() and window.message.isVisible()
    editor.selectAll()
    qtbot.keyClicks(editor, "Ishaq Dar the Third")
    window.menus.action("save").trigger()
    qtbot.waitUntil(window.message.isHidden)
    window.menus.action("edit").trigger()
    qtbot.keyClicks(title_edit(window), " x")
    window.view.tab.pane.discard_changes()
    settled(qtbot, window)
    assert window.message.action_text() == "Restore" and window.message.isVisible()
    window.view.go_to(id_of(window, "Marco Rubio"))
    settled(qtbot, window)
    assert window.message.action_text() == "Restore" and window.message.isVisible()
    window.menus.action("edit").trigger()
    qtbot.waitUntil(window.message.isHidden)
    window.view.tab.pane.discard_changes()


def test_the_menu_of_a_row_means_the_row_under_it(window: Window, qtbot: QtBot) -> None:
    table = window.view.tab.list.table
    place = table.visualRect(table.model().index(titles(window).index("Marco Rubio"), 0)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place)
    )
    table.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [window.menus.action(spec.name) for spec in window.menus.specs if spec.on_row]
    assert [each for each in menu.actions() if each in names] == names and len(names) == 14
    menu.close()
    window.menus.action("copy_name").trigger()
    assert QApplication.clipboard().text().startswith("Marco Rubio, ")
    settled(qtbot, window)
    qtbot.waitUntil(lambda: seen(window.view.tab) == "Marco Rubio")
    assert window.view.chosen.ids() == [window.view.tab.current_id]


def test_the_menu_key_means_the_chosen_rows(window: Window, qtbot: QtBot) -> None:
    table = window.view.tab.list.table
    table.selectAll()
    table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert len(window.view.chosen.ids()) == len(titles(window))


def test_a_copy_of_nothing_is_told(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.bar.search, "qqqqzzzz")
    qtbot.waitUntil(lambda: window.view.tab.current_id is None)
    window.menus.action("copy_name").trigger()
    assert window.message.text() == "Choose a record first; then copy its name."
    window.bar.search.clear()
    settled(qtbot, window)
