"""The columns of a list are chosen, remembered and given room by what matters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db import parse_query
from desktop.settings import COLUMNS, SORTING
from desktop.tabs.record_table import RecordTable
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


@pytest.fixture
def table(window: Window) -> RecordTable:
    return window.view.tab.list.table


def width(table: RecordTable, key: str) -> int:
    return table.columnWidth(table.keys.index(key))


def text_width(table: RecordTable, text: str) -> int:
    return table.fontMetrics().horizontalAdvance(text)


def test_a_country_and_a_date_stand_whole_in_the_first_width(window: Window) -> None:
    window.view.show_tab(2)
    people, _, agreements, _ = (tab.list.table for tab in window.view.tabs)
    assert people.width() <= agreements.width() <= 540
    assert width(people, "country") > text_width(people, "United States")
    assert width(agreements, "date") > text_width(agreements, "15 September 2025")
    assert width(agreements, "title") > width(agreements, "parties")


def test_the_columns_fill_the_list_without_a_scroll_bar(table: RecordTable) -> None:
    for room in (540, 700, 1100):
        table.resize(room, 400)
        assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def test_no_heading_is_cut_however_little_room_there_is(table: RecordTable) -> None:
    table.resize(200, 400)
    header = table.horizontalHeader()
    assert all(table.columnWidth(at) >= header.sectionSizeHint(at) for at in range(header.count()))


def test_what_is_chosen_is_shown_again_at_the_next_start(
    window: Window, table: RecordTable
) -> None:
    table.column_menu().actions()[1].setChecked(False)
    assert table.shown_columns() == ["name", "country"]
    assert window.settings.get(COLUMNS, "person") == ["name", "country"]
    again = RecordTable(table.model(), window.settings, window)
    assert again.shown_columns() == ["name", "country"]


def test_the_title_cannot_be_taken_away(table: RecordTable) -> None:
    assert not table.column_menu().actions()[0].isEnabled()
    table.show_columns([])
    assert table.shown_columns() == ["name"]


def test_the_type_of_an_agreement_is_there_to_be_chosen(window: Window) -> None:
    table = window.view.tabs[2].list.table
    assert "type" not in table.shown_columns()
    table.column_menu().actions()[table.keys.index("type")].setChecked(True)
    assert "type" in table.shown_columns()


def test_a_click_on_a_heading_sorts_and_a_second_turns_it_round(
    window: Window, table: RecordTable, qtbot: QtBot
) -> None:
    country = table.keys.index("country")
    for kept, down in (("country", False), ("-country", True)):
        table.horizontalHeader().sectionClicked.emit(country)
        settled(qtbot, window)
        assert table.model().order == ("country", down)
        assert window.settings.get(SORTING, "person") == kept
    again = RecordTable(table.model(), window.settings, window)
    assert again.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_rows_are_taller_only_while_words_are_searched(
    window: Window, table: RecordTable, qtbot: QtBot
) -> None:
    plain = table.rowHeight(0)
    window.view.tab.search(parse_query("munir"))
    settled(qtbot, window)
    assert table.rowHeight(0) > plain
    window.view.tab.search(parse_query(""))
    settled(qtbot, window)
    assert table.rowHeight(0) == plain


def test_it_says_once_that_it_is_painted(window: Window, qtbot: QtBot) -> None:
    tab = window.view.tabs[1]
    told: list[bool] = []
    tab.list.table.painted.connect(lambda: told.append(True))
    window.view.show_tab(1)
    qtbot.waitUntil(lambda: bool(told))
    tab.list.table.viewport().repaint()
    assert told == [True]


def test_a_chosen_column_is_read_once_it_is_shown(window: Window, qtbot: QtBot) -> None:
    session, table = window.session, window.view.tab.list.table
    key = next(iter(window.view.tab.list.model.ids))
    record = session.reader.get(key, session.lens)
    record.topics = ["trade"]
    session.save(record)
    settled(qtbot, window)
    at = table.keys.index("topics")
    assert table.isColumnHidden(at)
    table.show_columns([*table.shown_columns(), "topics"])
    model = table.model()
    row = window.view.tab.list.model.row_of(key)
    assert row is not None and model.index(row, at).data() == "trade"
    window.view.tab.list.select(key)
    window.menus.action("copy").trigger()
    settled(qtbot, window)
    assert "trade" in QApplication.clipboard().text().split("\t")
