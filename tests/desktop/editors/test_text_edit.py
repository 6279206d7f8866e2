"""A text is as high as its lines, a title breaks between words, and what is too long says so."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from db import Person
from desktop.editors.text_edit import (
    MAX_EDITED_LETTERS,
    MAX_PASTED_LETTERS,
    SHOWN_LETTERS,
    TextEdit,
)
from desktop.fields.field_types import FormField, field_of
from desktop.style.theme import SIZES, font_of_size
from tests.desktop.editors.conftest import Frame


def test_a_text_is_as_high_as_its_lines(qtbot: QtBot, frame: Frame) -> None:
    text = TextEdit(FormField("x", "X", "text"))
    frame.put(text)
    text.set_content("one line")
    low = text.height()
    text.set_content("\n".join("many lines" for _ in range(12)))
    assert text.height() >= low + 8 * text.fontMetrics().lineSpacing()


def test_enter_in_a_title_goes_on(qtbot: QtBot, frame: Frame) -> None:
    title = TextEdit(field_of(Person, "title"))
    frame.put(title)
    frame.setTabOrder(title, frame.below)
    title.setFocus()
    qtbot.keyClicks(title, "Treaty")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.content() == "Treaty"
    assert frame.below.hasFocus()


def test_a_text_beyond_measure_is_kept_whole_and_only_its_beginning_shown(
    qtbot: QtBot, frame: Frame
) -> None:
    text = TextEdit(FormField("x", "X", "text"))
    frame.put(text)
    long = "word " * 2_600_000
    text.set_content(long)
    assert text.content() == long
    assert text.isReadOnly() and "can be edited here" in text.toPlainText()
    assert long[:SHOWN_LETTERS] in text.toPlainText()
    assert len(text.toPlainText()) < 2 * SHOWN_LETTERS
    qtbot.keyClicks(text, "x")
    assert text.content() == long
    text.set_content("a" * MAX_EDITED_LETTERS)
    assert not text.isReadOnly()
    qtbot.keyClicks(text, "x")
    assert len(text.content()) == MAX_EDITED_LETTERS + 1


def test_a_paste_beyond_measure_is_refused_in_words(qtbot: QtBot, frame: Frame) -> None:
    text = TextEdit(FormField("x", "X", "text"))
    frame.put(text)
    text.set_content("short")
    too_long, fitting = QMimeData(), QMimeData()
    too_long.setText("y" * MAX_PASTED_LETTERS)
    text.insertFromMimeData(too_long)
    assert text.content() == "short"
    qtbot.waitUntil(lambda: "too long to be pasted" in QToolTip.text())
    text.selectAll()
    text.insertFromMimeData(too_long)  # in place of what is chosen it fits
    assert len(text.content()) == MAX_PASTED_LETTERS
    fitting.setText("z")
    text.selectAll()
    text.insertFromMimeData(fitting)
    assert text.content() == "z"
    QToolTip.hideText()


def broken_words(title: TextEdit) -> Iterator[str]:
    """Yield the lines that end within a word."""
    block = title.document().firstBlock()
    lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
    for line in lines[:-1]:
        text = block.text()[line.textStart() : line.textStart() + line.textLength()]
        if not text.endswith((" ", "-", "–")):
            yield text


@pytest.mark.parametrize("width", [150, 190, 240, 400])
def test_a_title_breaks_between_words_however_narrow(
    qtbot: QtBot, frame: Frame, width: int
) -> None:
    title = TextEdit(field_of(Person, "title"))
    frame.put(title)
    title.setFont(font_of_size(title.font(), 2 * SIZES.title))
    large = title.font().pixelSize()
    title.set_content("Memorandum of Understanding")
    title.setFixedWidth(width)
    qtbot.waitUntil(lambda: title.width() == width)
    assert list(broken_words(title)) == []
    assert QApplication.font().pixelSize() <= title.font().pixelSize() <= large
    assert (title.font().pixelSize() < large) == (width < 300)
    title.setFixedWidth(900)
    qtbot.waitUntil(lambda: title.font().pixelSize() == large)
