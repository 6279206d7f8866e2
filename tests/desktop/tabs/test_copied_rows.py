"""Rows are copied as a spreadsheet and a letter take them, whatever stands in their cells."""

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.tabs.copied_rows import rows_as_html, rows_as_text
from desktop.widgets.message import Notice
from desktop.window.main_window import Window
from tests.desktop.conftest import settled, titles

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

cells = st.text(st.characters(codec="utf-8", exclude_characters='"'), max_size=12)
tables = st.lists(st.tuples(cells, cells), min_size=2, max_size=6)


class Cells(HTMLParser):
    """Collects the texts of table cells, and every tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


@given(tables)
def test_every_cell_keeps_its_place_and_its_words(rows: list[tuple[str, str]]) -> None:
    wanted = [["A", "B"], *([" ".join(cell.split()) for cell in row] for row in rows)]
    text = rows_as_text(("A", "B"), rows)
    assert [line.split("\t") for line in text.split("\n")] == wanted
    parsed = Cells(rows_as_html(("A", "B"), rows))
    assert parsed.tags == {"table", "tr", "td"}
    assert [[" ".join(cell.split()) for cell in row] for row in parsed.rows] == wanted


def test_control_c_copies_all_chosen_rows_and_the_columns_on_show(
    window: Window, qtbot: QtBot
) -> None:
    table = window.view.tab.list.table
    table.show_columns(["name", "country"])
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)
    settled(qtbot, window)
    data = QGuiApplication.clipboard().mimeData()
    read = list(csv.reader(io.StringIO(data.text()), dialect="excel-tab"))
    assert read[0] == ["Name", "Nationality"]
    assert [row[0] for row in read[1:]] == titles(window)
    assert [row[0] for row in Cells(data.html()).rows[1:]] == titles(window)


def test_another_key_copies_name_and_title_for_a_letter(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    window.view.go_to(window.view.tab.list.model.ids[titles(window).index("Marco Rubio")])
    settled(qtbot, window)
    window.view.tab.list.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Marco Rubio, Secretary of State, Department of State"


def test_an_agreement_is_copied_as_it_is_cited(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(2)
    settled(qtbot, window)
    window.menus.action("copy_name").trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied == "Memorandum on critical minerals, September 2025"


def test_more_rows_than_fit_a_sheet_are_refused_in_a_sentence(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.tabs.copied_rows.MAX_COPIED_ROWS", 2)
    notices: list[Notice] = []
    window.view.noticed.connect(notices.append)
    window.view.tab.list.table.selectAll()
    window.menus.action("copy").trigger()
    assert notices[-1].kind == "error"
    assert "at most 2 rows" in notices[-1].text


def test_what_was_read_under_a_higher_ceiling_is_not_copied_under_a_lower(
    window: Window, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("before")
    window.view.tab.list.table.selectAll()
    window.menus.action("copy").trigger()
    window.session.limit(0)
    settled(qtbot, window)
    assert QGuiApplication.clipboard().text() == "before"
