"""How a file is read stands in fields, and only those that apply to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import FieldMap, FileLook, FileReading, Mapping, choose_date_order
from desktop.importing.reading_bar import ReadingBar

TEXT = FileLook("a.csv", 9, "", "cp1252", ",", ("name",), ("Ana",), header_row=1)
BOOK = replace(TEXT, sheet="B", sheets=("A", "B"), encoding="", delimiter="", header_row=0)
SUMS = Mapping("agreements", fields={"value": [FieldMap("Sum")]}, decimal=",")
MAP = Mapping("people", fields={"office": [FieldMap("o", create=True)]})


@pytest.fixture
def bar(owner: QWidget) -> ReadingBar:
    return ReadingBar(owner)


def shown(bar: ReadingBar) -> list[str]:
    fields = {
        "sheet": bar.sheet.parentWidget(), "encoding": bar.encoding.parentWidget(),
        "header": bar.header.parentWidget(), "order": bar.order.parentWidget(),
        "decimal": bar.decimal.parentWidget(), "create": bar.create_missing,
    }  # fmt: skip
    return [name for name, widget in fields.items() if widget and not widget.isHidden()]


@pytest.mark.parametrize(
    ("look", "mapping", "fields"),
    [
        (TEXT, MAP, ["encoding", "header", "order", "create"]),
        (TEXT, SUMS, ["encoding", "header", "order", "decimal", "create"]),
        (TEXT, None, ["encoding", "header"]),
        (BOOK, MAP, ["sheet", "header", "order", "create"]),
        (replace(TEXT, lists=(("persons", 1),)), None, []),
        (None, None, []),
    ],
)
def test_what_does_not_apply_is_hidden(
    bar: ReadingBar, look: FileLook | None, mapping: Mapping | None, fields: list[str]
) -> None:
    bar.show_file(look, FileReading(), mapping)
    assert shown(bar) == fields


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ("ask", "as the file shows"),
        ("day", "as the file shows, else day first (this desk)"),
        ("month", "as the file shows, else month first (this desk)"),
    ],
)
def test_it_shows_the_order_that_the_desk_declares(owner: QWidget, order: str, says: str) -> None:
    choose_date_order(order)
    bar = ReadingBar(owner)
    bar.show_file(TEXT, FileReading(), MAP)
    assert (bar.order.currentText(), bar.order.currentData()) == (says, None)


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        (None, "as the file shows"),
        (".", "point before decimals: 1,234.50"),
        (",", "comma before decimals: 1.234,50"),
    ],
)
def test_it_shows_the_mark_of_decimals_that_the_map_says(
    bar: ReadingBar, mark: str | None, says: str
) -> None:
    bar.show_file(TEXT, FileReading(), replace(SUMS, decimal=mark))
    assert (bar.decimal.currentText(), bar.decimal.currentData()) == (says, mark)


def test_it_says_what_was_found_and_what_was_chosen(bar: ReadingBar) -> None:
    bar.show_file(TEXT, FileReading(), MAP)
    assert bar.encoding.currentText() == "detected: Western European (CP1252)"
    assert (bar.header.value(), bar.order.currentData()) == (1, None)
    assert bar.create_missing.checkState() == Qt.CheckState.Checked
    day_first = replace(MAP, day_first=True, fields={"office": [FieldMap("o")]})
    bar.show_file(TEXT, FileReading(encoding="x-mac", mapping=day_first), day_first)
    assert bar.encoding.currentText() == "X-MAC"
    assert bar.order.currentText() == "day first: 3 April"
    assert bar.create_missing.checkState() == Qt.CheckState.Unchecked
    bar.show_file(BOOK, FileReading(), MAP)
    assert bar.sheet.currentText() == "B"
    assert bar.header.text() == "none"


def test_showing_a_file_says_nothing_and_choosing_does(bar: ReadingBar, qtbot: QtBot) -> None:
    told: list[object] = []
    for signal in (bar.sheet_chosen, bar.encoding_chosen, bar.header_chosen, bar.order_chosen):
        signal.connect(told.append)
    bar.decimal_chosen.connect(told.append)
    bar.create_chosen.connect(told.append)
    bar.show_file(TEXT, FileReading(), MAP)
    bar.show_file(BOOK, FileReading(), MAP)
    assert told == []
    bar.sheet.activated.emit(0)
    bar.encoding.setCurrentIndex(bar.encoding.findData("cp850"))
    bar.encoding.activated.emit(1)
    bar.header.setValue(4)
    bar.order.setCurrentIndex(1)
    bar.order.activated.emit(1)
    bar.decimal.setCurrentIndex(2)
    bar.decimal.activated.emit(2)
    bar.create_missing.click()
    assert told == ["B", "cp850", 4, True, ",", False]
