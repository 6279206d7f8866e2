"""The text with coloured words: which row a place belongs to, and words proposed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.intake.marked_text import MarkedText, TextPlaces, TextSpan
from desktop.style.theme import color

TEXT = "🕊 Ishaq Dar called Rubio on Monday."
DAR, CALL = TextSpan(2, 11, "person", 1), TextSpan(2, 34, "event", 4)


@given(st.text(alphabet="ab😀𐍈é", max_size=12))
def test_every_character_is_found_again_in_the_document(text: str) -> None:
    places = TextPlaces(text)
    for at in range(len(text) + 1):
        units = len(text[:at].encode("utf-16-le")) // 2
        assert places.to_document(at) == units
        assert places.to_text(units) == at


@pytest.fixture
def text(qtbot: QtBot, owner: QWidget) -> MarkedText:
    found = MarkedText(owner)
    found.resize(600, 200)
    found.setPlainText(TEXT)
    found.show_spans([DAR, CALL])
    owner.show()
    return found


def place_of(text: MarkedText, char: int) -> QPoint:
    cursor = text.textCursor()
    cursor.setPosition(TextPlaces(TEXT).to_document(char))
    return text.cursorRect(cursor).center() + QPoint(1, 0)


@pytest.mark.parametrize("char, row", [(3, 1), (15, 4), (0, -1)])
def test_the_narrowest_words_are_pointed_at(text: MarkedText, char: int, row: int) -> None:
    assert text.row_at(place_of(text, char)) == row


def test_words_are_coloured_by_kind_and_the_chosen_stand_out(text: MarkedText) -> None:
    def grounds() -> dict[str, QColor]:
        return {
            each.cursor.selectedText(): each.format.background().color()
            for each in text.extraSelections()
        }

    assert grounds()["Ishaq Dar"] == color(text.palette(), "accent_soft")
    text.light(1)
    assert grounds()["Ishaq Dar"] == color(text.palette(), "accent")
    assert text.extraSelections()[-1].cursor.selectedText() == "Ishaq Dar"
    text.show_spans([])
    assert text.extraSelections() == []


def test_a_click_on_coloured_words_chooses_their_row(text: MarkedText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(text.clicked) as clicked:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place_of(text, 4))
    assert clicked.args == [1]


def mark(text: MarkedText, start: int, end: int) -> None:
    places, cursor = TextPlaces(TEXT), text.textCursor()
    cursor.setPosition(places.to_document(start))
    cursor.setPosition(places.to_document(end), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_marked_words_are_proposed_without_the_spaces_around(
    text: MarkedText, qtbot: QtBot
) -> None:
    mark(text, 18, 25)
    menu = QMenu(text)
    text.add_proposals(menu)
    assert [action.isEnabled() for action in menu.actions()] == [True] * 4
    with qtbot.waitSignal(text.proposed) as proposed:
        menu.actions()[0].trigger()
    assert proposed.args == ["person", 19, 24] and TEXT[19:24] == "Rubio"


def test_nothing_marked_is_nothing_proposed(text: MarkedText, qtbot: QtBot) -> None:
    mark(text, 11, 12)
    menu = QMenu(text)
    text.add_proposals(menu)
    with qtbot.assertNotEmitted(text.proposed):
        menu.actions()[1].trigger()
    mark(text, 3, 3)
    menu.clear()
    text.add_proposals(menu)
    assert not any(action.isEnabled() for action in menu.actions())


def test_what_is_shown_is_plain_text(text: MarkedText) -> None:
    text.setPlainText("<img src=x> &amp;")
    assert text.text() == "<img src=x> &amp;"


def test_a_paste_into_nothing_is_told_and_typing_is_not(text: MarkedText, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("Ministers met.")
    with qtbot.assertNotEmitted(text.filled):
        text.insertFromMimeData(mime)
        text.clear()
        qtbot.keyClicks(text, "Mini")
    text.clear()
    with qtbot.waitSignal(text.filled):
        text.insertFromMimeData(mime)
    assert text.text() == "Ministers met."
