"""What is copied of a page reads as it is seen: a pair on a line, nothing unseen in it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.page.copied_text import text_of_selection
from desktop.page.look import Look
from desktop.page.rich_text import TextRow, rows_of
from desktop.style.palette import LIGHT

LOOK = Look(LIGHT, 13, 11, 132, 36, 32, False)


def copied(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return text_of_selection(cursor)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([TextRow("Born", "1950"), TextRow("Died", "1999")], "Born: 1950\nDied: 1999"),
        ([TextRow("Born", "1950", "[1]")], "Born: 1950 [1]"),
        ([TextRow("[1]", "A source")], "[1] A source"),
        ([TextRow("May 2025", "Call.<br>with Dar")], "May 2025: Call. · with Dar"),
        ([TextRow("", "no label"), TextRow("Born", "1950")], "no label\nBorn: 1950"),
        ([TextRow("Name", "\u2068عاصم\u2069")], "Name: عاصم"),
    ],
)
def test_a_pair_is_one_line(qapp: object, rows: list[TextRow], text: str) -> None:
    assert copied(rows_of(rows, LOOK)) == text


def test_paragraphs_stay_lines_of_their_own(qapp: object) -> None:
    assert copied("<h4>Offices</h4><p>one</p><p>two</p>") == "Offices\none\ntwo"


def test_a_part_of_a_line_is_copied_as_it_is_selected(qapp: object) -> None:
    document = QTextDocument("Foreign Minister")
    cursor = QTextCursor(document)
    cursor.setPosition(8)
    cursor.setPosition(16, QTextCursor.MoveMode.KeepAnchor)
    assert text_of_selection(cursor) == "Minister"
