"""A line offers what fits below it; keys choose, and typing is never swapped for an offer."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import Refused
from desktop.editors.suggest_line import Offer, SuggestLine
from desktop.fields.field_contents import Content, Unread
from tests.desktop.editors.conftest import Frame


def refuse() -> Content:
    raise Refused("That cannot be made.")


class Words(SuggestLine):
    """Offers four words, a hint, one to be made and one that cannot be."""

    def offers(self, text: str) -> Sequence[Offer]:
        fitting = [word for word in ("amber", "ash", "azure", "bronze") if word.startswith(text)]
        found = [Offer(word, "topic", lambda word=word: word) for word in fitting]
        hint = Offer("Write more", "info", None)
        made = Offer(f"Make “{text}”", "new", lambda: f"new {text}", is_found=False)
        bad = Offer("Refuse", "error", refuse, is_found=False)
        return [] if text == "z" else [*found, hint, made, bad]

    def show_text(self, content: Content) -> str:
        return str(content or "")

    def read_text(self, text: str) -> Content:
        return text


@pytest.fixture
def line(frame: Frame) -> Words:
    made = Words()
    frame.put(made)
    made.setFocus()
    return made


def test_the_best_is_marked_and_enter_takes_it(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "a")
    assert line.offer_texts()[:3] == ["amber", "ash", "azure"]
    with qtbot.waitSignals([line.taken, line.edited]):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.content(), line.text(), line.is_open) == ("amber", "amber", False)


def test_keys_step_over_a_hint(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "az")
    assert line.marked_row() == 0
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.offer_texts()[line.marked_row()] == "Make “az”"
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.marked_row() == 0
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.marked_row() == 0


def test_what_would_be_made_is_never_taken_unasked(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "q")
    line.popup.setCurrentRow(-1)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.content() == "q"


def test_escape_closes_the_list_and_keeps_the_text(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "as")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.is_open
    assert line.offer_texts() == []
    assert line.content() == "as"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.is_open


@pytest.mark.parametrize("typed", ["z", "  "])
def test_without_offers_no_list_stands_open(line: Words, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(line, typed)
    assert not line.is_open


def test_a_refusal_is_told_and_the_text_kept(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "b")
    with qtbot.waitSignal(line.refused) as refused:
        assert not line.take(line.offer_texts().index("Refuse"))
    assert refused.args == ["That cannot be made."]
    content = line.content()
    assert isinstance(content, Unread)
    assert (content.text, line.text()) == ("b", "b")


@pytest.mark.parametrize("row", [-1, 99])
def test_a_row_that_is_not_there_is_not_taken(line: Words, qtbot: QtBot, row: int) -> None:
    qtbot.keyClicks(line, "a")
    assert not line.take(row)


def test_a_hint_cannot_be_taken(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "az")
    assert not line.take(1)
    assert line.content() == "az"


def test_the_list_goes_when_the_line_is_left_or_the_window_moves(
    line: Words, frame: Frame, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "a")
    frame.below.setFocus()
    assert not line.is_open
    line.setFocus()
    qtbot.keyClicks(line, "s")
    assert line.is_open
    frame.resize(700, 580)
    qtbot.waitUntil(lambda: not line.is_open)


def test_the_list_lies_in_the_window_below_the_line(line: Words, qtbot: QtBot) -> None:
    qtbot.keyClicks(line, "a")
    shown = line.popup
    assert line.window().rect().contains(shown.geometry())
    assert shown.y() >= line.y() + line.height()
    assert not shown.hasFocus()
    assert shown.focusPolicy() == Qt.FocusPolicy.NoFocus
