"""Rows, cells, links, the page and the timeline have menus, and what is seen is acted on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from db import Contact
from desktop.dialogs.change_many import ChangeManyDialog
from desktop.models.menu_request import MenuRequest
from desktop.page.page_text import PageText
from desktop.window.main_window import Window
from tests.desktop.conftest import Answers, settled

WANTED = {"open", "edit", "print", "duplicate", "copy", "checked", "topics", "marking", "history"}


def shown_menu(window: Window) -> QMenu:
    """The menu that is on the screen."""
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def entries(window: Window) -> list[str]:
    """What the menu on the screen offers; it is closed."""
    menu = shown_menu(window)
    texts = [action.text().replace("&", "").split("\t")[0] for action in menu.actions()]
    menu.close()
    return [text for text in texts if text]


def click_cell(window: Window, row: int, column: int) -> None:
    table = window.view.tab.list.table
    place = table.visualRect(table.model().index(row, column)).center()
    view = table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)


def give_contact(window: Window, title: str) -> int:
    session = window.session
    key = next(
        key
        for key in session.reader.all_ids("person", session.lens, "name")
        if session.reader.get(key, session.lens).title == title
    )
    record = session.reader.get(key, session.lens)
    record.contacts = [Contact(value="+92 51 921"), Contact(kind="email", value="dar@x.pk")]
    session.save(record)
    return key


def test_a_cell_is_copied_alone_and_so_is_a_telephone_number(window: Window, qtbot: QtBot) -> None:
    key = give_contact(window, "Ishaq Dar")
    window.view.go_to(key)
    settled(qtbot, window)
    row = window.view.tab.list.model.row_of(key)
    assert row is not None
    click_cell(window, row, 2)
    texts = entries(window)
    assert texts[-3:] == ["Copy “Pakistan”", "Copy “+92 51 921”", "Copy “dar@x.pk”"]
    said = " ".join(texts).casefold()
    assert [word for word in WANTED if word not in said] == []
    assert texts[0].startswith("Print") or "Open the record" in texts


def test_the_page_copies_a_number_alone(window: Window, qtbot: QtBot) -> None:
    key = give_contact(window, "Ishaq Dar")
    window.view.go_to(key)
    settled(qtbot, window)
    text = window.view.tab.pane.page.findChild(PageText)
    assert text is not None
    QApplication.sendEvent(
        text, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    )
    menu = shown_menu(window)
    next(action for action in menu.actions() if "+92" in action.text()).trigger()
    menu.close()
    assert QApplication.clipboard().text() == "+92 51 921"


def test_a_link_is_brought_on_show_before_anything_is_done(window: Window, qtbot: QtBot) -> None:
    view, session = window.view, window.session
    army = session.reader.all_ids("organization", session.lens, "name")[-1]
    title = session.reader.get(army, session.lens).title
    view.tab.list.table.selectAll()
    view.menu_asked.emit(MenuRequest(QPoint(5, 5), army))
    menu = shown_menu(window)
    next(action for action in menu.actions() if "&Delete" in action.text()).trigger()
    menu.close()
    settled(qtbot, window)
    assert view.tab.kind == "organization"
    left = session.reader.all_ids("organization", session.lens, "name")
    assert army not in left and len(left) == 2, title
    assert len(session.reader.all_ids("person", session.lens, "name")) == 6


def test_of_many_chosen_the_pages_menu_means_the_one_on_show(window: Window, qtbot: QtBot) -> None:
    view = window.view
    view.tab.list.table.selectAll()
    shown = view.tab.current_id
    assert shown is not None
    view.menu_asked.emit(MenuRequest(QPoint(5, 5), shown))
    menu = shown_menu(window)
    next(action for action in menu.actions() if "ec&ked today" in action.text()).trigger()
    menu.close()
    settled(qtbot, window)
    session = window.session
    ids = session.reader.all_ids("person", session.lens, "name")
    read = [session.reader.get(key, session.lens) for key in ids]
    assert [record.id for record in read if record.checked_on] == [shown]


@pytest.mark.parametrize(
    ("name", "field"), [("add_topics", "Topics"), ("set_marking", "Marking"), ("change_many", "")]
)
def test_topics_and_marking_begin_with_their_field(
    window: Window, answers: Answers, name: str, field: str
) -> None:
    seen: list[str] = []

    def fill(dialog: QDialog) -> bool:
        assert isinstance(dialog, ChangeManyDialog)
        seen.append(dialog.field_label())
        dialog.reject()
        return False

    answers.fill = fill
    window.menus.action(name).trigger()
    assert field in seen[0] and seen


def test_the_timeline_asks_for_the_menu_of_its_item(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    settled(qtbot, window)
    tab = window.view.tab
    tab.walk(1)
    qtbot.waitUntil(lambda: tab.current_id is not None)
    settled(qtbot, window)
    band = tab.findChild(type(tab.band))
    band.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.sendEvent(
        band, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    )
    assert any("Edit the record" in text for text in entries(window))
