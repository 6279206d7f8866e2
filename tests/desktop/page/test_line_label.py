"""A name asks for one line, and is never longer or larger than a head can hold."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.page.line_label import MAX_LABEL_LETTERS, MIN_SMALL_LETTERS, LineLabel


@pytest.fixture
def label(qtbot: QtBot) -> Iterator[LineLabel]:
    owner = QWidget()
    qtbot.addWidget(owner)
    yield LineLabel(24, owner, bold=True)


@pytest.mark.parametrize("text", ["Ishaq Dar", "Ö" * 20_000, "word " * 5_000, "a\nb"])
def test_no_name_breaks_the_head(label: LineLabel, text: str) -> None:
    label.show_line(text)
    assert len(label.accessibleName()) <= MAX_LABEL_LETTERS and "\n" not in label.text()
    assert label.heightForWidth(320) < 1_000


def test_an_empty_text_takes_no_room(label: LineLabel) -> None:
    label.show_line("Dar")
    assert not label.isHidden()
    label.show_line("")
    assert label.isHidden()


def test_a_long_name_is_set_smaller_and_the_next_short_one_is_not(label: LineLabel) -> None:
    label.show_line("Dar")
    short = label.font().pixelSize()
    label.show_line("x" * (MIN_SMALL_LETTERS + 1))
    assert label.font().pixelSize() < short
    label.show_line("Rubio")
    assert label.font().pixelSize() == short


def test_markup_is_shown_as_it_is(label: LineLabel) -> None:
    label.show_line("<b>Dar</b>")
    assert label.text() == "<b>Dar</b>"
    assert label.sizeHint().width() > label.fontMetrics().horizontalAdvance("Dar") * 2
