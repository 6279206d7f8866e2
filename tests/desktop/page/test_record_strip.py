"""The strip names what fits, shows the rest finer, and is out of the way when it says nothing."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.page.record_strip import RecordStrip
from desktop.timeline.timeline_lanes import BandItem

DAY = "2025-09-15"


def item(number: int, title: str = "") -> BandItem:
    day = f"{2000 + number % 25}-0{number % 9 + 1}-10"
    return BandItem(number, title or f"Meeting {number}", day, day, day, day)


@pytest.fixture
def strip(qtbot: QtBot) -> RecordStrip:
    made = RecordStrip()
    qtbot.addWidget(made)
    made.resize(600, 100)
    return made


@pytest.mark.parametrize("count,shown", [(0, False), (1, False), (2, True), (500, True)])
def test_a_single_item_needs_no_timeline(strip: RecordStrip, count: int, shown: bool) -> None:
    strip.show_items([item(number) for number in range(count)], DAY)
    assert strip.isVisible() == shown


@pytest.mark.parametrize("count", [2, 12, 60, 500])
def test_it_stays_a_strip_however_much_it_shows(strip: RecordStrip, count: int) -> None:
    strip.show_items([item(number) for number in range(count)], DAY)
    assert 20 < strip.sizeHint().height() < 160
    assert not strip.grab().isNull()


def test_a_click_on_a_bar_opens_its_record(qtbot: QtBot, strip: RecordStrip) -> None:
    strip.show_items([item(7, "First"), item(9, "Last")], DAY)
    asked: list[int] = []
    strip.clicked.connect(asked.append)
    for x in range(0, strip.width(), 4):
        QTest.mouseClick(
            strip,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPointF(x, 10).toPoint(),
        )
    assert set(asked) == {7, 9}
