"""The text of a page loads nothing, keeps its place and is copied as plain words."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip, QVBoxLayout, QWidget
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


def test_a_page_begins_at_its_top_when_it_is_first_shown(parent: QWidget) -> None:
    text = PageText(parent)
    text.resize(500, 300)
    head = QLabel("Head")
    head.setMinimumHeight(400)
    head.setWordWrap(True)
    text.carry(head)
    show(text, LONG)
    text.show()
    assert text.verticalScrollBar().value() == 0


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
    text.menu_asked.connect(lambda address, _place, _field: asked.append(address.toString()))
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


FACTS = """<p><a href="record:7">Dar</a></p><p title="born">1950</p><p>nothing</p>"""


@pytest.fixture
def asked(text: PageText) -> list[str]:
    fields: list[str] = []
    text.field_asked.connect(fields.append)
    show(text, FACTS)
    text.setFocus()
    return fields


def spot_of(text: PageText, word: str) -> QPoint:
    """The middle of a word."""
    cursor = text.document().find(word)
    end = text.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    return QPoint((text.cursorRect(cursor).x() + end.x()) // 2, end.center().y())


def click_twice(text: PageText, word: str, qtbot: QtBot) -> None:
    """As a mouse does: QTest makes no second click of a double one by itself."""
    spot, left = spot_of(text, word), Qt.MouseButton.LeftButton
    qtbot.mouseClick(text.viewport(), left, pos=spot)
    qtbot.mouseDClick(text.viewport(), left, pos=spot)


def test_a_double_click_asks_for_the_field_and_elsewhere_selects_a_word(
    text: PageText, asked: list[str], qtbot: QtBot
) -> None:
    click_twice(text, "1950", qtbot)
    assert asked == ["born"] and not text.textCursor().hasSelection()
    click_twice(text, "nothing", qtbot)
    assert asked == ["born"] and text.textCursor().selectedText() == "nothing"


def test_the_second_click_on_a_link_means_nothing_on_the_page_it_led_to(
    text: PageText, asked: list[str], qtbot: QtBot
) -> None:
    followed: list[str] = []
    other = '<p title="died">2001</p><p><a href="record:9">More</a></p>'
    text.anchorClicked.connect(lambda address: followed.append(address.toString()))
    text.anchorClicked.connect(lambda _: show(text, other))
    spot, left = spot_of(text, "Dar"), Qt.MouseButton.LeftButton
    qtbot.mouseClick(text.viewport(), left, pos=spot)
    double = QEvent.Type.MouseButtonDblClick
    for kind in (double, QEvent.Type.MouseButtonRelease):
        none = Qt.KeyboardModifier.NoModifier
        global_spot = text.viewport().mapToGlobal(spot)
        event = QMouseEvent(kind, QPointF(spot), QPointF(global_spot), left, left, none)
        QApplication.sendEvent(text.viewport(), event)
    assert followed == ["record:7"] and asked == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks_for_the_field_at_the_caret_and_follows_a_link(
    text: PageText, asked: list[str], qtbot: QtBot, key: Qt.Key
) -> None:
    followed: list[str] = []
    text.anchorClicked.connect(lambda address: followed.append(address.toString()))
    qtbot.keyClick(text, key)  # at the link's place, which has not the focus
    assert asked == [] == followed
    qtbot.keyClick(text, Qt.Key.Key_Down)
    qtbot.keyClick(text, key)
    assert asked == ["born"]
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    qtbot.keyClick(text, key)
    assert asked == ["born"] and followed == ["record:7"]


def test_what_enter_would_edit_is_tinted_while_the_page_has_the_focus(
    text: PageText, asked: list[str], qtbot: QtBot, parent: QWidget
) -> None:
    parent.activateWindow()
    qtbot.waitUntil(text.hasFocus)
    assert text.extraSelections() == []
    qtbot.keyClick(text, Qt.Key.Key_Down)
    (mark,) = text.extraSelections()
    assert mark.cursor.selectedText() == "1950"
    qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert text.extraSelections() == []  # a selection is seen by itself


def test_the_caret_stays_at_its_field_when_the_page_is_set_anew(
    text: PageText, asked: list[str], qtbot: QtBot
) -> None:
    qtbot.keyClick(text, Qt.Key.Key_Down)
    show(text, f"<p>One line more</p>{FACTS}", keep=True)
    assert text.field_at_caret() == "born"
    show(text, FACTS)
    assert text.field_at_caret() == ""


def test_the_path_of_a_field_is_no_tip(text: PageText, asked: list[str]) -> None:
    spot = spot_of(text, "1950")
    tip = QHelpEvent(QEvent.Type.ToolTip, spot, text.viewport().mapToGlobal(spot))
    QApplication.sendEvent(text.viewport(), tip)
    assert not QToolTip.isVisible()
