"""The band answers to wheel, keys and mouse, and tells a screen reader what is marked."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db import day_number
from desktop.timeline.timeline_band import BandItem, TimelineBand

CALL, TALKS, LOST = 5, 6, 7
DAY = "2025-09-15"
ITEMS = [
    BandItem(CALL, "call, Dar – Rubio", "2025-09-15", "2025-09-15", "2025-09-15", "2025-09-15"),
    BandItem(TALKS, "talks", "2025-07-01", "2025-07-31", tone="warn"),
    BandItem(LOST, "undated", None, None),
]


@pytest.fixture
def band(qtbot: QtBot) -> TimelineBand:
    """A band on screen with two dated items and one without a date."""
    made = TimelineBand()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_items(ITEMS)
    made.show()
    qtbot.waitExposed(made)
    return made


def place_of(band: TimelineBand, day: str) -> QPoint:
    """A point of the first row at a day; there is no gutter, since the lane has no name."""
    first, end = band.visible_days()
    x = (day_number(day) + 0.5 - first) / (end - first) * band.viewport().width()
    return QPoint(round(x), 3 * band.fontMetrics().height() + 8)


def test_all_is_in_sight_at_first(band: TimelineBand) -> None:
    first, end = band.visible_days()
    assert first < day_number("2025-07-01") and day_number("2025-09-16") < end


def test_a_click_selects(qtbot: QtBot, band: TimelineBand) -> None:
    with qtbot.waitSignal(band.selected) as caught:
        qtbot.mouseClick(
            band.viewport(), Qt.MouseButton.LeftButton, pos=place_of(band, "2025-07-10")
        )
    assert caught.args == [TALKS]
    assert "talks" in band.accessibleDescription()


def test_a_span_is_dragged_over_with_shift(qtbot: QtBot, band: TimelineBand) -> None:
    view, button = band.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, button, Qt.KeyboardModifier.ShiftModifier, place_of(band, "2025-08-20"))
    qtbot.mouseMove(view, place_of(band, "2025-08-10"))
    with qtbot.waitSignal(band.spanned) as caught:
        qtbot.mouseRelease(view, button, pos=place_of(band, "2025-08-10"))
    assert caught.args == ["2025-08-10", "2025-08-20"]


def test_a_drag_pans(qtbot: QtBot, band: TimelineBand) -> None:
    before, _ = band.visible_days()
    view, button = band.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, button, pos=QPoint(400, 200))
    qtbot.mouseMove(view, QPoint(300, 200))
    qtbot.mouseRelease(view, button, pos=QPoint(300, 200))
    assert band.visible_days()[0] > before


def test_the_keys_zoom_pan_and_come_home(qtbot: QtBot, band: TimelineBand) -> None:
    home = band.visible_days()
    qtbot.keyClick(band, Qt.Key.Key_Plus)
    nearer = band.visible_days()
    assert nearer[1] - nearer[0] == pytest.approx((home[1] - home[0]) / 1.25)
    qtbot.keyClick(band, Qt.Key.Key_Right)
    assert band.visible_days()[0] > nearer[0]
    qtbot.keyClick(band, Qt.Key.Key_Home)
    assert band.visible_days() == pytest.approx(home)


def test_the_wheel_zooms_about_the_pointer(band: TimelineBand) -> None:
    first, end = band.visible_days()
    place = QPointF(place_of(band, "2025-09-15"))
    event = QWheelEvent(
        place,
        band.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(band.viewport(), event)
    new_first, new_end = band.visible_days()
    assert new_end - new_first < end - first
    assert place_of(band, "2025-09-15").x() == pytest.approx(place.x(), abs=1)


def test_the_keyboard_walks_from_item_to_item(qtbot: QtBot, band: TimelineBand) -> None:
    walked: list[int] = []
    band.selected.connect(walked.append)
    for _ in range(3):
        qtbot.keyClick(band, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert walked == [TALKS, CALL, CALL]


def test_what_is_in_sight_can_be_filtered_by_keyboard(qtbot: QtBot, band: TimelineBand) -> None:
    band.show_span("2025-09-01", "2025-09-30")
    with qtbot.waitSignal(band.spanned) as caught:
        qtbot.keyClick(band, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    first, last = caught.args
    assert first <= "2025-09-01" and last >= "2025-09-30"


def test_an_item_out_of_sight_is_brought_in(band: TimelineBand) -> None:
    band.show_span("2025-01-01", "2025-01-09")
    band.select(CALL)
    first, end = band.visible_days()
    assert first < day_number("2025-09-15") < end


def test_the_undated_are_counted_and_asked_for(qtbot: QtBot, band: TimelineBand) -> None:
    button = band.findChild(QPushButton)
    assert isinstance(button, QPushButton) and button.text() == "1 undated"
    with qtbot.waitSignal(band.undated_asked):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    band.show_items(ITEMS[:2])
    assert button.isHidden()


def test_zoom_stays_when_the_items_change(band: TimelineBand) -> None:
    band.show_span("2025-07-05", "2025-07-20")
    before = band.visible_days()
    band.show_items(ITEMS[1:])
    assert band.visible_days() == pytest.approx(before)


def test_the_focus_is_seen(qtbot: QtBot, band: TimelineBand) -> None:
    band.clearFocus()
    without = band.grab().toImage()
    band.activateWindow()
    band.setFocus()
    qtbot.waitUntil(band.hasFocus)
    assert band.grab().toImage() != without


def test_a_choice_that_is_in_sight_lays_nothing_out_anew(
    band: TimelineBand, monkeypatch: pytest.MonkeyPatch
) -> None:
    arranged: list[bool] = []
    monkeypatch.setattr(band.stage, "arrange", lambda: arranged.append(True))
    band.select(ITEMS[0].id)
    band.select(None)
    assert arranged == []


def test_a_painting_measures_no_label_of_a_lane(
    band: TimelineBand, monkeypatch: pytest.MonkeyPatch
) -> None:
    band.show_items([BandItem(n, "x", DAY, DAY, lane=f"lane {n}") for n in range(300)])
    monkeypatch.setattr(band.stage, "longest_labels", lambda: pytest.fail("It measured."))
    assert band.gutter > 0
    band.grab()


def test_the_menu_is_that_of_the_item_under_the_mouse(band: TimelineBand, qtbot: QtBot) -> None:
    asked: list[QPoint] = []
    chosen: list[int] = []
    band.menu_asked.connect(asked.append)
    band.selected.connect(chosen.append)
    view = band.viewport()
    reason = QContextMenuEvent.Reason
    for place in (place_of(band, "2025-07-10"), QPoint(5, view.height() - 5)):
        event = QContextMenuEvent(reason.Mouse, place, view.mapToGlobal(place))
        QApplication.sendEvent(view, event)
    assert asked == [view.mapToGlobal(place_of(band, "2025-07-10"))] and chosen == [TALKS]
    QApplication.sendEvent(band, QContextMenuEvent(reason.Keyboard, QPoint(), QPoint()))
    assert len(asked) == 2  # of the item that is selected, by the key of the menu
