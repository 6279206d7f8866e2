"""The band answers to wheel, keys and mouse, and tells a screen reader what is marked."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
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


def test_a_choice_that_is_in_sight_lays_nothing_out_anew(
    band: TimelineBand, monkeypatch: pytest.MonkeyPatch
) -> None:
    arranged: list[bool] = []
    monkeypatch.setattr(band.stage, "arrange", lambda: arranged.append(True))
    band.select(ITEMS[0].id)
    band.select(None)
    assert arranged == []


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


def drag(qtbot: QtBot, band: TimelineBand, start: QPoint, end: QPoint) -> None:
    """Drag with the left button."""
    view, button = band.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, button, pos=start)
    qtbot.mouseMove(view, QPoint((start.x() + end.x()) // 2, start.y()))
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, button, pos=end)


def test_the_as_of_line_is_dragged_to_another_day(qtbot: QtBot, band: TimelineBand) -> None:
    band.set_as_of("2025-08-10")
    before = band.visible_days()
    days: list[str] = []
    band.as_of_moved.connect(days.append)
    start, end = place_of(band, "2025-08-10"), place_of(band, "2025-08-20")
    drag(qtbot, band, QPoint(start.x(), 250), QPoint(end.x(), 250))
    assert days[-1] == "2025-08-20" and days == sorted(days)
    assert band.visible_days() == before  # it did not pan


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, "2025-08-30"),
        (Qt.Key.Key_Right, "2025-09-01"),
        (Qt.Key.Key_PageUp, "2025-07-31"),
        (Qt.Key.Key_PageDown, "2025-09-30"),
    ],
)
def test_keys_move_the_as_of_day(qtbot: QtBot, band: TimelineBand, key: Qt.Key, day: str) -> None:
    band.set_as_of("2025-08-31")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(band.as_of_moved) as caught:
        qtbot.keyClick(band, key, both)
    assert caught.args == [day]


def test_enter_opens_what_is_marked_and_else_looks_nearer(qtbot: QtBot, band: TimelineBand) -> None:
    first, end = band.visible_days()
    qtbot.keyClick(band, Qt.Key.Key_Return)
    nearer = band.visible_days()
    assert nearer[1] - nearer[0] < end - first
    band.select(CALL)
    with qtbot.waitSignal(band.opened) as caught:
        qtbot.keyClick(band, Qt.Key.Key_Return)
    assert caught.args[0].id == CALL


def test_a_double_click_opens(qtbot: QtBot, band: TimelineBand) -> None:
    place = place_of(band, "2025-07-10")
    with qtbot.waitSignal(band.opened) as caught:
        qtbot.mouseDClick(band.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args[0].id == TALKS


def test_the_name_under_the_mouse_is_written_where_there_was_no_room(
    qtbot: QtBot, band: TimelineBand
) -> None:
    many = [BandItem(n, f"A long name of event {n}", DAY, DAY, DAY, DAY) for n in range(1, 21)]
    later = ("2025-09-18",) * 4
    near = [BandItem(n, f"A long name of event {n}", *later) for n in range(21, 41)]
    band.show_items([*many, *near])
    band.show_span("2025-08-01", "2025-10-30")
    before = band.grab().toImage()
    (box,) = band.stage.boxes
    bar = next(each for each in box.bars if not each.is_labelled)
    y = 2 * (band.fontMetrics().height() + 4) + box.top + band.stage.metrics.gap
    y += bar.row * band.stage.metrics.row + 6
    qtbot.mouseMove(band.viewport(), QPoint(round(bar.x) + 2, y))
    assert band.grab().toImage() != before


def test_every_way_to_other_days_says_so(qtbot: QtBot, band: TimelineBand) -> None:
    """The table that follows the band must not stay behind at Home or at a walk out of sight."""
    band.show_span("2025-09-01", "2025-09-30")
    with qtbot.waitSignal(band.moved):
        qtbot.keyClick(band, Qt.Key.Key_Home)
    assert band.stage.shows_all
    band.show_span("2025-09-01", "2025-09-30")
    band.select(CALL)
    with qtbot.waitSignal(band.moved):
        qtbot.keyClick(band, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(band.moved):
        qtbot.keyClick(band, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
