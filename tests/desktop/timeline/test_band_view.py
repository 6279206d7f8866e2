"""The band is laid out and painted: what is in sight, what it asks for, and what it must bear."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db import day_number
from desktop.timeline.band_view import BandView
from desktop.timeline.timeline_lanes import BandItem, BarSpan, TimelineLane

CALL, TALKS, LOST = 5, 6, 7
DAY = "2025-09-15"
ITEMS = [
    BandItem(CALL, "call, Dar – Rubio", "2025-09-15", "2025-09-15", "2025-09-15", "2025-09-15"),
    BandItem(TALKS, "talks", "2025-07-01", "2025-07-31", tone="warn"),
    BandItem(LOST, "undated", None, None),
]


@pytest.fixture
def band(qtbot: QtBot) -> BandView:
    """A band on screen with two dated items and one without a date."""
    made = BandView()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_items(ITEMS)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_all_is_in_sight_at_first(band: BandView) -> None:
    first, end = band.visible_days()
    assert first < day_number("2025-07-01") and day_number("2025-09-16") < end


def test_the_undated_are_counted_and_asked_for(qtbot: QtBot, band: BandView) -> None:
    button = band.findChild(QPushButton)
    assert isinstance(button, QPushButton) and button.text() == "1 undated"
    with qtbot.waitSignal(band.undated_asked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    band.show_items(ITEMS[:2])
    assert button.isHidden()


def test_zoom_stays_when_the_items_change(band: BandView) -> None:
    band.show_span("2025-07-05", "2025-07-20")
    before = band.visible_days()
    band.show_items(ITEMS[1:])
    assert band.visible_days() == pytest.approx(before)


def test_the_focus_is_seen(qtbot: QtBot, band: BandView) -> None:
    band.clearFocus()
    without = band.grab().toImage()
    band.activateWindow()
    band.setFocus()
    qtbot.waitUntil(band.hasFocus)
    assert band.grab().toImage() != without


def test_a_painting_measures_no_label_of_a_lane(
    band: BandView, monkeypatch: pytest.MonkeyPatch
) -> None:
    band.show_items([BandItem(n, "x", DAY, DAY, lane=f"lane {n}") for n in range(300)])
    monkeypatch.setattr(band.stage, "longest_labels", lambda: pytest.fail("It measured."))
    assert band.gutter > 0
    band.grab()


def columns(*days: int, known: dict[int, BarSpan] | None = None) -> TimelineLane:
    """A lane of which only the days are known, its ids counted from 1."""
    starts = array("f", days)
    ends = array("f", [day + 1 for day in days])
    ids = array("q", range(1, len(days) + 1))
    return TimelineLane.of_columns("Lane", "x", (ids, starts, ends), {} if known is None else known)


def test_names_are_asked_for_when_bars_come_into_sight(qtbot: QtBot, band: BandView) -> None:
    day = day_number(DAY)
    lane = columns(day, day + 4_000, known=band.stage.known)
    asked: list[list[int]] = []
    band.bars_wanted.connect(asked.append)
    band.show_lanes([lane], [])
    band.show_span("2025-09-01", "2025-09-30")
    band.grab()
    assert asked[-1] == [1]
    nameless = band.grab().toImage()
    band.learn([BandItem(1, "Talks in Lahore", DAY, DAY, DAY, DAY)], [1])
    assert band.grab().toImage() != nameless
    band.grab()
    assert asked.count([1]) == 1  # what is known is not asked for again
    band.forget_names()
    band.grab()
    assert asked[-1] == [1]


def test_what_cannot_be_read_is_not_asked_for_again(band: BandView) -> None:
    asked: list[list[int]] = []
    band.bars_wanted.connect(asked.append)
    band.show_lanes([columns(day_number(DAY))], [])
    band.show_span("2025-09-01", "2025-09-30")
    band.grab()
    band.learn([], [1])
    band.grab()
    assert asked == [[1]]


# what the band must not stumble over: days of the lane's items
ODD = [
    [day_number("-4712-01-01"), day_number("9999-12-31")],
    [day_number(DAY)] * 5_000,
    [],
]


@pytest.mark.parametrize("days", ODD)
def test_odd_lanes_are_shown_and_moved_through(band: BandView, days: list[int]) -> None:
    band.show_lanes([columns(*days)], [])
    for factor in (1.0, 1e6, 1e-9):
        band.zoom(factor)
        assert not band.grab().isNull()
    band.show_all()
    first, end = band.visible_days()
    assert all(first <= day < end for day in days)
