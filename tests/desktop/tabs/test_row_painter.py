"""The rows in sight are painted from their lines: chosen ones, missing ones, in any direction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from db import parse_query
from desktop.style.palette import DARK, LIGHT, Colors
from desktop.style.theme import palette_of
from desktop.tabs.record_table import RecordTable
from desktop.window.main_window import Window
from tests.desktop.conftest import settled


@pytest.fixture
def table(window: Window) -> RecordTable:
    made = window.view.tab.list.table
    made.setPalette(palette_of(LIGHT))
    return made


def picture(table: RecordTable) -> QImage:
    return table.viewport().grab().toImage()


def has(image: QImage, color: str, row: int, height: int) -> list[int]:
    """The columns of a row's picture in which a colour stands."""
    sought = QColor(color).rgb()
    lines = range(row * height, (row + 1) * height)
    return [x for x in range(image.width()) if any(image.pixel(x, y) == sought for y in lines)]


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_the_chosen_row_has_one_ground_and_a_bar(table: RecordTable, colors: Colors) -> None:
    table.setPalette(palette_of(colors))
    table.choose_row(2)
    image, height = picture(table), table.rowHeight(0)
    assert len(has(image, colors.accent_soft, 2, height)) > image.width() * 0.9
    assert has(image, colors.accent, 2, height)[:3] == [0, 1, 2]
    assert has(image, colors.accent_soft, 1, height) == []


def test_every_column_that_is_shown_is_written(table: RecordTable) -> None:
    table.show_columns(["name", "country"])
    image, height = picture(table), table.rowHeight(0)
    names, countries = has(image, LIGHT.text, 0, height), has(image, LIGHT.quiet, 0, height)
    assert 0 < min(names) < table.columnWidth(0) < min(countries)


def test_a_text_ends_before_the_next_column(table: RecordTable) -> None:
    table.setColumnWidth(0, 60)
    written = has(picture(table), LIGHT.text, 0, table.rowHeight(0))
    assert max(written) < 60


def test_a_record_that_is_gone_leaves_a_faint_sentence(table: RecordTable, window: Window) -> None:
    model = window.view.tab.list.model
    model.ids[0] = 999_999
    model.blocks.clear()
    table.clearSelection()
    image, height = picture(table), table.rowHeight(0)
    assert has(image, LIGHT.faint, 0, height) and not has(image, LIGHT.text, 0, height)
    assert has(image, LIGHT.text, 1, height)


def test_a_search_marks_what_matched(table: RecordTable, window: Window, qtbot: QtBot) -> None:
    window.view.tab.search(parse_query("dar"))
    settled(qtbot, window)
    assert has(picture(table), LIGHT.mark, 0, table.rowHeight(0))


def test_a_mirrored_window_is_written_from_its_right_side(table: RecordTable) -> None:
    table.clearSelection()
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image, height = picture(table), table.rowHeight(0)
    assert min(has(image, LIGHT.text, 0, height)) > image.width() / 2


def test_only_what_is_in_sight_is_read(table: RecordTable, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    own = table.model().line
    monkeypatch.setattr(table.model(), "line", lambda row: asked.append(row) or own(row))
    height = table.rowHeight(0)
    table.viewport().repaint(0, height, 10, 2 * height)
    assert asked == [1, 2]


def test_where_the_keys_are_is_framed_when_it_is_not_chosen(
    table: RecordTable, window: Window, qtbot: QtBot
) -> None:
    window.activateWindow()
    table.choose_row(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    if table.hasFocus():
        assert table.currentIndex().row() == 2
    image, height = picture(table), table.rowHeight(0)
    framed = has(image, LIGHT.accent, 2, height)
    assert len(framed) > image.width() * 0.9


def test_what_it_writes_with_is_made_once_for_a_font_and_colours(table: RecordTable) -> None:
    picture(table)
    first = table.painter.look
    picture(table)
    assert table.painter.look is first
    table.setPalette(palette_of(DARK))
    picture(table)
    assert table.painter.look is not first


def test_a_text_is_measured_once_however_often_it_is_painted(table: RecordTable) -> None:
    picture(table)
    cuts = dict(table.painter.look.plain.cuts)
    picture(table)
    assert cuts and table.painter.look.plain.cuts == cuts


def test_months_are_shortened_before_a_date_is_cut(window: Window, qtbot: QtBot) -> None:
    window.view.show_tab(3)
    settled(qtbot, window)
    table = window.view.tab.list.table
    picture(table)
    days = table.painter.look.days
    whole = days.metrics.horizontalAdvance("18–19 November 2024")
    assert days.cut("18–19 November 2024", whole) == "18–19 November 2024"
    assert days.cut("18–19 November 2024", whole - 1) == "18–19 Nov 2024"
    assert days.cut("18–19 November 2024", whole // 2).endswith("…")
