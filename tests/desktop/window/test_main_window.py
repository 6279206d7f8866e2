"""The window: keys, lens, navigation, undo and what it says of itself."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db import KINDS, open_desk
from desktop.dialogs.ask_day import AskDay
from desktop.dialogs.history_dialog import HistoryDialog
from desktop.models.menu_request import MenuRequest
from desktop.page.page_text import PageText
from desktop.settings import CEILING, LAST_TAB, THEME
from desktop.window.actions.action_table import ACTIONS
from desktop.window.actions.window_actions import actions_of
from desktop.window.main_window import Window
from tests.db.desk_sql import sql_of
from tests.desktop.conftest import Answers, settled, title_edit, titles
from tests.desktop.desk_store import store_of


def ids(window: Window) -> dict[str, int]:
    model = window.view.tab.list.model
    return {model.line(row).title: model.ids[row] for row in range(model.rowCount())}


def on_show(window: Window) -> str:
    return window.view.tab.pane.reading.record.title


def test_every_deed_has_an_action_and_no_key_stands_for_two(window: Window) -> None:
    keys = [key for deed in ACTIONS for key in deed.keys]
    assert len(keys) == len(set(keys))
    names = {action.text() for action in map(window.menus.action, (deed.name for deed in ACTIONS))}
    assert len(names) == len(ACTIONS)


def test_the_first_record_is_on_show_at_the_start(window: Window) -> None:
    assert on_show(window) == titles(window)[0]
    assert window.windowTitle() == "Lahore desk – Aide-Mémoire"
    assert window.shown_label.text() == "6 people"


def test_links_go_to_the_tab_of_the_kind_and_back_returns(window: Window, qtbot: QtBot) -> None:
    people = ids(window)
    window.view.go_to(people["Marco Rubio"])
    call = window.session.reader.read(people["Marco Rubio"], window.session.lens).related.events[0]
    window.view.tab.link_clicked.emit(call.id)
    assert window.view.tab.kind == "event"
    assert on_show(window) == "Call on minerals"
    window.menus.action("back").trigger()
    assert (window.view.tab.kind, on_show(window)) == ("person", "Marco Rubio")
    window.menus.action("forward").trigger()
    assert on_show(window) == "Call on minerals"


def test_back_leads_past_what_is_deleted(window: Window) -> None:
    people = ids(window)
    for title in ("Marco Rubio", "Ishaq Dar", "Munir Akram"):
        window.view.go_to(people[title])
    window.session.remove([people["Ishaq Dar"]])
    window.menus.action("back").trigger()
    assert on_show(window) == "Marco Rubio"


@pytest.mark.parametrize(("key", "kind"), [("2", "organization"), ("4", "event"), ("1", "person")])
def test_control_and_a_figure_bring_a_tab(
    window: Window, qtbot: QtBot, key: str, kind: str
) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    window.menus.action(f"tab_{key}").trigger()
    assert window.view.tab.kind == kind
    assert window.settings.get(LAST_TAB) == kind


def test_the_ceiling_takes_records_off_every_list_and_page(window: Window, qtbot: QtBot) -> None:
    people = ids(window)
    window.view.go_to(people["Secret Agent"])
    qtbot.waitUntil(lambda: window.view.banner.text() == "SECRET")
    window.bar.ceiling.choices[0].trigger()
    settled(qtbot, window)
    assert "Secret Agent" not in titles(window)
    assert window.view.tab.pane.reading is None
    qtbot.waitUntil(lambda: window.view.banner.isHidden())
    assert window.bar.ceiling.text() == "Up to Open"
    assert not window.view.go_to(people["Secret Agent"])


def test_an_as_of_day_changes_who_held_what(window: Window, answers: Answers, qtbot: QtBot) -> None:
    window.view.go_to(ids(window)["Marco Rubio"])
    assert "Secretary of State" in window.view.tab.pane.reading.title

    def fill(dialog: AskDay) -> bool:
        dialog.edit.set_value("April 2024")
        return True

    answers.fill = fill
    window.menus.action("as_of").trigger()
    assert window.session.lens.as_of == "2024-04-30"
    assert window.bar.as_of.text() == "As of 30 April 2024"
    assert "Secretary of State" not in window.view.tab.pane.reading.title
    window.menus.action("today").trigger()
    assert window.session.is_today


def test_delete_asks_nothing_and_undo_brings_it_back(window: Window, qtbot: QtBot) -> None:
    window.view.go_to(ids(window)["Ishaq Dar"])
    qtbot.keyClick(window.view.tab.list.table, Qt.Key.Key_Delete)
    assert "Ishaq Dar" not in titles(window)
    assert on_show(window) != "Ishaq Dar"
    assert "Ishaq Dar deleted." in window.message.text()
    assert "Delete Ishaq Dar" in window.menus.action("undo").text()
    window.message.acted.emit()
    assert "Ishaq Dar" in titles(window)


def test_duplicate_fills_in_a_new_record(window: Window, qtbot: QtBot, answers: Answers) -> None:
    window.view.go_to(ids(window)["Asim Munir"])
    window.menus.action("duplicate").trigger()
    line = title_edit(window)
    assert line.toPlainText() == "Asim Munir"
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, " the Younger")
    window.menus.action("save").trigger()
    assert {"Asim Munir", "Asim Munir the Younger"} <= set(titles(window))
    assert answers.holders == ["Asim Munir"]  # one seat, and two who hold it


def test_chips_drop_their_filter(window: Window, qtbot: QtBot) -> None:
    window.bar.search.setText("munir country:pk")
    settled(qtbot, window)
    chips = window.view.tab.list.chips
    assert chips.labels() == ["Pakistan"]
    chips.dropped.emit(0)
    assert window.bar.search.text() == "munir"


def test_enter_goes_to_the_tab_that_has_a_hit(window: Window, qtbot: QtBot) -> None:
    window.bar.search.setText("conflict")
    settled(qtbot, window)
    assert titles(window) == []
    qtbot.keyClick(window.bar.search, Qt.Key.Key_Return)
    assert window.view.tab.kind == "event"
    assert on_show(window) == "Armed conflict"


def test_undo_in_a_field_belongs_to_the_field(window: Window, qtbot: QtBot) -> None:
    window.view.go_to(ids(window)["Ishaq Dar"])
    window.menus.action("edit").trigger()
    window.activateWindow()
    line = title_edit(window)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.toPlainText() == "Ishaq Dar"
    assert window.view.tab.pane.is_editing


def test_a_second_window_reads_and_says_who_writes(
    start: Window, desk: object, qtbot: QtBot
) -> None:
    with open_desk(desk):
        actions_of(start).desks.open_path(desk)
        settled(qtbot, start)
        assert "held by" in start.saved_label.whole
        assert not start.menus.action("edit").isEnabled()
        assert not start.menus.action("new").isEnabled()
        start.view.tab.edit()
        assert not start.view.tab.pane.is_editing
        assert "read-only" in start.message.text()
        actions_of(start).desks.close()


def test_colours_and_size_are_remembered(window: Window) -> None:
    window.menus.action("theme_dark").trigger()
    assert window.settings.get(THEME) == "dark"
    window.menus.action("larger").trigger()
    assert window.font().pixelSize() > 13
    window.menus.action("normal").trigger()
    assert window.font().pixelSize() == 13
    window.menus.action("theme_light").trigger()


def test_the_ceiling_is_remembered(window: Window, desk: object) -> None:
    window.session.limit(1)
    actions_of(window).desks.close()
    assert window.settings.get(CEILING) == 1
    actions_of(window).desks.open_path(desk)
    assert window.session.lens.ceiling == 1


def test_every_control_has_a_name(window: Window, qtbot: QtBot) -> None:
    for at in range(4):
        window.view.show_tab(at)
        settled(qtbot, window)
        nameless = [
            f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
            for widget in window.findChildren(QWidget)
            if isinstance(widget, (QAbstractButton, QLineEdit, QTableView))
            and widget.isVisibleTo(window)
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert nameless == []


def test_every_action_says_what_it_does(window: Window) -> None:
    for deed in ACTIONS:
        action: QAction = window.menus.action(deed.name)
        assert action.text()
        assert action.toolTip()


def test_what_is_damaged_is_told_on_the_message_line(window: Window, qtbot: QtBot) -> None:
    key = window.view.tab.list.model.id_at(0)
    sql_of(store_of(window.session)).run("UPDATE person SET biography = x'C3A9FF'")
    store_of(window.session).new_reader().get(key, window.session.lens)
    qtbot.waitUntil(lambda: "table person" in window.message.text())
    assert "verify" in window.message.text()


def menu_line(window: Window, text: str) -> QAction:
    """The line of the menu that has come up."""
    (menu,) = (each for each in window.findChildren(QMenu) if each.isVisible())
    (line,) = (each for each in menu.actions() if each.text() == text)
    return line


def ask_menu(widget: QWidget, place: QPoint, reason: QContextMenuEvent.Reason) -> None:
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("at", range(4), ids=KINDS)
@pytest.mark.parametrize("source", ["mouse", "key", "several", "page", "link", "band"])
def test_every_menu_of_a_record_shows_the_history_of_that_record(
    window: Window, answers: Answers, qtbot: QtBot, at: int, source: str
) -> None:
    view, table = window.view, window.view.stack.tab(at).list.table
    view.show_tab(at)
    settled(qtbot, window)
    last = table.model().rowCount() - 1
    wanted = view.tab.list.model.ids[last]
    under = table.visualRect(table.model().index(last, 0)).center()
    if source == "several":
        table.selectAll()
        table.selectionModel().setCurrentIndex(
            table.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )
    elif source in ("key", "band"):
        table.choose_row(last)
    if source in ("mouse", "several"):
        ask_menu(table.viewport(), under, QContextMenuEvent.Reason.Mouse)
    elif source == "key":
        ask_menu(table, QPoint(), QContextMenuEvent.Reason.Keyboard)
    elif source == "page":
        view.go_to(wanted)
        view.tab.menu_asked.emit(MenuRequest(QPoint(), wanted))
    elif source == "link":
        view.go_to(view.tab.list.model.ids[0])
        view.tab.menu_asked.emit(MenuRequest(QPoint(), wanted))
    else:
        view.tab.menu_asked.emit(MenuRequest(QPoint()))
    menu_line(window, window.menus.action("history").text()).trigger()
    (dialog,) = answers.dialogs
    assert isinstance(dialog, HistoryDialog) and dialog.filter.record_id() == wanted
    if source == "several" and last > 0:
        assert view.tab.list.chosen_count() == last + 1


@pytest.mark.parametrize("by_mouse", [True, False])
def test_the_menu_of_the_page_edits_just_the_fact_it_was_asked_for(
    window: Window, qtbot: QtBot, by_mouse: bool
) -> None:
    view = window.view
    rubio = next(
        line.id for line in map(view.tab.list.model.line, range(6)) if "Rubio" in line.title
    )
    view.go_to(rubio)
    settled(qtbot, window)
    text = view.tab.pane.page.findChild(PageText)
    cursor = text.document().find("21 January 2025")
    assert not cursor.isNull()
    text.setFocus()
    cursor.clearSelection()
    text.setTextCursor(cursor)
    if by_mouse:
        place = text.cursorRect().center() - QPoint(12, 0)
        ask_menu(text.viewport(), place, QContextMenuEvent.Reason.Mouse)
    else:
        ask_menu(text, QPoint(), QContextMenuEvent.Reason.Keyboard)
    menu_line(window, "Edit &here").trigger()
    form = view.tab.pane.form
    assert form is not None
    qtbot.waitUntil(lambda: len(form.page.tables) == len(form.parts))
    tenures = form.page.tables["tenures"].view
    qtbot.waitUntil(lambda: tenures.currentIndex().column() == 1)
    assert tenures.currentIndex().row() == 0


def test_without_a_record_no_menu_of_one_comes_up(window: Window, qtbot: QtBot) -> None:
    """The history of the whole desk is asked for in the menu bar alone."""
    window.searching.search("nobody is called so")
    settled(qtbot, window)
    table = window.view.tab.list.table
    ask_menu(table, QPoint(), QContextMenuEvent.Reason.Keyboard)
    assert not any(each.isVisible() for each in window.findChildren(QMenu))
