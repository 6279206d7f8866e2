"""The text of a page loads nothing, keeps its place and is copied as plain words."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.page.look import look_of
from desktop.page.page_text import PageText

LONG = "<p>A line of text.</p>" * 200


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


@pytest.fixture
def text(parent: QWidget) -> PageText:
    made = PageText(parent)
    made.resize(500, 300)
    made.show()
    return made


def show(text: PageText, html: str, *, keep: bool = False) -> None:
    look = look_of(text.palette(), text.font(), text.text_width)
    text.show_text(html, look, keep_place=keep)


def test_nothing_that_a_text_names_is_loaded(text: PageText) -> None:
    show(text, '<p>x</p><img src="file:///etc/hostname">')
    assert text.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert text.document().loadResource(2, QUrl("file:///etc/hostname")) is None


@pytest.mark.parametrize(("keep", "moved"), [(True, False), (False, True)])
def test_the_reader_stays_where_they_are_on_the_same_page(
    text: PageText, keep: bool, moved: bool
) -> None:
    show(text, LONG)
    text.verticalScrollBar().setValue(120)
    show(text, LONG, keep=keep)
    assert (text.verticalScrollBar().value() == 0) == moved


def test_the_head_is_scrolled_with_the_text_and_leaves_room(text: PageText) -> None:
    head = QWidget()
    column = QVBoxLayout(head)
    label = QLabel("Head")
    label.setWordWrap(True)
    column.addWidget(label)
    text.carry(head)
    show(text, LONG)
    top = text.document().rootFrame().frameFormat().topMargin()
    assert top >= head.height() > 0
    text.verticalScrollBar().setValue(50)
    assert head.y() == -50


def test_a_button_of_the_head_comes_into_sight_with_the_focus(
    text: PageText, parent: QWidget, qtbot: QtBot
) -> None:
    head = QWidget()
    column = QVBoxLayout(head)
    button = QPushButton("Edit")
    column.addWidget(button)
    text.carry(head)
    show(text, LONG)
    text.verticalScrollBar().setValue(500)
    qtbot.waitExposed(parent)
    parent.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: text.verticalScrollBar().value() == 0)


def test_what_is_copied_holds_no_signs_that_nobody_sees(text: PageText) -> None:
    show(text, "<p>Dar \u2068اسحاق\u2069</p>")
    cursor = text.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    text.setTextCursor(cursor)
    assert text.createMimeDataFromSelection().text() == "Dar اسحاق"


def test_another_width_is_told_once(text: PageText) -> None:
    told: list[bool] = []
    text.resized.connect(lambda: told.append(True))
    text.resize(400, 300)
    text.resize(400, 200)
    assert told == [True]


def test_the_menu_is_asked_for_a_link_or_for_the_page(text: PageText, qtbot: QtBot) -> None:
    asked: list[str] = []
    text.menu_asked.connect(lambda address, _place: asked.append(address.toString()))
    show(text, '<p><a href="record:7">Dar</a></p><p>plain</p>')
    view = text.viewport()
    link = next(
        QPoint(x, y)
        for y in range(0, view.height(), 4)
        for x in range(0, view.width(), 4)
        if text.anchorAt(QPoint(x, y))
    )
    reason = QContextMenuEvent.Reason
    for place in (link, QPoint(view.width() - 3, view.height() - 3)):
        QApplication.sendEvent(
            view, QContextMenuEvent(reason.Mouse, place, view.mapToGlobal(place))
        )
    assert asked == ["record:7", ""]
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)  # to the link
    QApplication.sendEvent(text, QContextMenuEvent(reason.Keyboard, QPoint(), QPoint()))
    assert asked[2:] == ["record:7"]
