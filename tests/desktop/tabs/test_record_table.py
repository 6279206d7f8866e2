"""The columns of a list are chosen, remembered and given room by what matters."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
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
    assert people.width() <= agreements.width() <= 560
    assert width(people, "country") > text_width(people, "United States")
    assert width(agreements, "date") > text_width(agreements, "15 September 2025")
    assert width(agreements, "title") > width(agreements, "parties")


def test_the_columns_fill_the_list_without_a_scroll_bar(table: RecordTable) -> None:
    for room in (540, 700, 1100):
        table.resize(room, 400)
        assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


def visible(table: RecordTable) -> list[str]:
    return [key for at, key in enumerate(table.keys) if not table.isColumnHidden(at)]


@pytest.mark.parametrize("room", [200, 260, 340])
def test_no_heading_is_cut_however_little_room_there_is(window: Window, room: int) -> None:
    for place, tab in enumerate(window.view.tabs):
        window.view.show_tab(place)
        tab.list.table.resize(room, 400)
        header = tab.list.table.horizontalHeader()
        for at in range(header.count()):
            is_whole = header.sectionSize(at) >= header.sectionSizeHint(at)
            assert is_whole or header.isSectionHidden(at)


def test_columns_without_room_are_hidden_and_stay_chosen(
    window: Window, table: RecordTable, qtbot: QtBot
) -> None:
    table.resize(700, 400)
    assert visible(table) == ["name", "office", "country"]
    table.resize(300, 400)
    assert visible(table) == ["name", "country"]
    assert table.horizontalHeader().length() == table.viewport().width()
    office = table.column_menu().actions()[1]
    assert office.isChecked() and "no room" in office.text()
    window.view.tab.list.select_all()
    window.menus.action("copy").trigger()
    qtbot.waitUntil(lambda: "Office" in QApplication.clipboard().text().split("\t"))
    table.resize(700, 400)
    assert visible(table) == ["name", "office", "country"]


def test_a_column_asked_for_is_shown_before_the_first_ones(table: RecordTable) -> None:
    table.resize(300, 400)
    assert visible(table) == ["name", "country"]
    table.column_menu().actions()[table.keys.index("checked")].setChecked(True)
    assert visible(table) == ["name", "checked"]
    table.show_columns(table.keys)  # all of them: these are scrolled
    assert visible(table) == table.keys
    assert table.horizontalHeader().length() > table.viewport().width()


def test_the_chosen_row_stays_in_sight_where_a_list_becomes_lower(
    window: Window, table: RecordTable, qtbot: QtBot
) -> None:
    row = window.view.tab.list.model.rowCount() - 1
    high, low = (table.horizontalHeader().height() + n * table.rowHeight(0) for n in (row + 2, 2))
    table.setFixedHeight(high)
    qtbot.wait(0)
    table.choose_row(row)
    table.setFixedHeight(low)
    qtbot.wait(0)
    bottom = table.rowViewportPosition(row) + table.rowHeight(row)
    assert 0 < bottom <= table.viewport().height()


def test_a_list_goes_to_its_record_without_its_first_column(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    tab = window.view.tab
    settled(qtbot, window)
    table = tab.list.table
    table.show_columns(["who"])
    assert visible(table) == ["what", "who"]
    table.setFixedHeight(table.horizontalHeader().height() + table.rowHeight(0))
    qtbot.wait(0)
    for row in (2, 0):
        key = tab.list.model.id_at(row)
        assert key is not None
        tab.list.select(key)
        assert table.rowAt(table.rowHeight(0) // 2) == row


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


LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, Qt.DropAction]]:
    """What was given to the system to be carried away: text, HTML, and what may be done with it."""
    found: list[tuple[str, str, Qt.DropAction]] = []

    def carry(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        data: QMimeData = drag.mimeData()
        found.append((data.text(), data.html(), action))
        return action

    monkeypatch.setattr(QDrag, "exec", carry)
    return found


def drag(
    table: RecordTable,
    rows: Iterable[int],
    key: Qt.KeyboardModifier = NO_KEY,
    button: Qt.MouseButton = LEFT,
) -> None:
    """Press the button on the first of these rows and move over the others."""
    kind = QEvent.Type.MouseButtonPress
    for row in rows:
        place = QPointF(table.visualRect(table.model().index(row, 0)).center())
        there = table.viewport().mapToGlobal(place)
        cause = button if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, place, there, cause, button, key)
        QApplication.sendEvent(table.viewport(), event)
        kind = QEvent.Type.MouseMove


def let_go(table: RecordTable, qtbot: QtBot, row: int) -> None:
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseRelease(table.viewport(), LEFT, pos=place)


def chosen_rows(table: RecordTable) -> list[int]:
    return sorted(index.row() for index in table.selectionModel().selectedRows())


def choose(table: RecordTable, qtbot: QtBot, first: int, last: int) -> None:
    for row, key in ((first, NO_KEY), (last, Qt.KeyboardModifier.ShiftModifier)):
        place = table.visualRect(table.model().index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), LEFT, key, place)


def test_chosen_rows_are_dragged_away_as_they_are_copied(
    window: Window,
    table: RecordTable,
    qtbot: QtBot,
    dragged: list[tuple[str, str, Qt.DropAction]],
) -> None:
    choose(table, qtbot, 0, 1)
    drag(table, (1, 2, 3))
    qtbot.waitUntil(lambda: bool(dragged))
    assert chosen_rows(table) == [0, 1]
    window.view.chosen.copy_rows()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    copied = QGuiApplication.clipboard().mimeData()
    assert dragged == [(copied.text(), copied.html(), Qt.DropAction.CopyAction)]
    assert dragged[0][0].count("\n") == 2 and "\t" in dragged[0][0]


@pytest.mark.parametrize(
    ("rows", "key", "button", "then"),
    [
        ((2, 3, 4), NO_KEY, LEFT, [2, 3, 4]),  # not chosen before
        ((1, 2, 3), Qt.KeyboardModifier.ShiftModifier, LEFT, [0, 1, 2, 3]),
        ((1, 2), NO_KEY, Qt.MouseButton.RightButton, [0, 1]),
    ],
)
def test_what_begins_otherwise_chooses_rows_as_before(
    window: Window,
    table: RecordTable,
    qtbot: QtBot,
    dragged: list[tuple[str, str, Qt.DropAction]],
    rows: tuple[int, ...],
    key: Qt.KeyboardModifier,
    button: Qt.MouseButton,
    then: list[int],
) -> None:
    choose(table, qtbot, 0, 1)
    drag(table, rows, key, button)
    settled(qtbot, window)
    assert (chosen_rows(table), dragged) == (then, [])


def test_a_click_on_one_of_several_chosen_rows_chooses_it_alone(
    table: RecordTable, qtbot: QtBot, dragged: list[tuple[str, str, Qt.DropAction]]
) -> None:
    choose(table, qtbot, 0, 2)
    drag(table, (1,))
    let_go(table, qtbot, 1)
    assert (chosen_rows(table), dragged) == ([1], [])


def test_rows_that_are_let_go_before_they_are_read_go_nowhere(
    window: Window,
    table: RecordTable,
    qtbot: QtBot,
    dragged: list[tuple[str, str, Qt.DropAction]],
) -> None:
    choose(table, qtbot, 0, 1)
    drag(table, (1, 2, 3))
    assert table.is_dragging_out
    let_go(table, qtbot, 1)
    settled(qtbot, window)
    assert (chosen_rows(table), dragged) == ([0, 1], [])


def test_more_rows_than_can_be_copied_are_not_dragged(
    window: Window,
    table: RecordTable,
    qtbot: QtBot,
    dragged: list[tuple[str, str, Qt.DropAction]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.tabs.copied_rows.MAX_COPIED_ROWS", 1)
    told: list[str] = []
    window.view.noticed.connect(lambda notice: told.append(notice.text))
    choose(table, qtbot, 0, 1)
    drag(table, (1, 2, 3))
    settled(qtbot, window)
    assert told == ["2 rows are chosen, and at most 1 rows can be copied."] and dragged == []


def test_nothing_dropped_on_the_list_is_taken(table: RecordTable) -> None:
    """No drop, of its own rows neither, changes anything."""
    assert not table.acceptDrops() and not table.viewport().acceptDrops()
