"""Dates are told in words at both ends of time, and what is drawn can be seen in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QImage, QPainter

from db import day_number
from desktop.style.theme import color
from desktop.timeline.bar_paint import paint_bar
from desktop.timeline.bar_rows import Bar
from desktop.timeline.canvas import Canvas
from desktop.timeline.timeline_band import BandItem
from desktop.timeline.timeline_lanes import BarSpan
from desktop.timeline.timeline_paint import (
    day_text,
    label_holds,
    paint_as_of,
    paint_day_pill,
    paint_drag,
    paint_today,
    strip_text,
    tick_text,
    tip_of,
    when_text,
    wrapped_label,
    year_text,
)
from desktop.timeline.timeline_scale import Scale, Tick, Unit

DAY = day_number("2025-09-15")
ITEM = BandItem(1, "call", "2025-09-15", "2025-09-15")
PLOT = QRectF(0, 40, 400, 60)


def span(start: float, end: float) -> BarSpan:
    return BarSpan(start, end, start, end, ITEM)


@pytest.fixture
def picture(qapp: QGuiApplication) -> QImage:
    made = QImage(400, 100, QImage.Format.Format_RGB32)
    made.fill(color(qapp.palette(), "ground"))
    return made


@pytest.fixture
def canvas(picture: QImage, qapp: QGuiApplication) -> Iterator[Canvas]:
    """A plot of two hundred days, the day in question in its middle."""
    painter = QPainter(picture)
    yield Canvas(painter, PLOT, Scale(DAY - 100, 2), qapp.palette(), QFont())
    painter.end()


@pytest.mark.parametrize(("year", "text"), [(2025, "2025"), (1, "1"), (0, "1 BC"), (-43, "44 BC")])
def test_there_is_no_year_nought(year: int, text: str) -> None:
    assert year_text(year) == text


def test_a_day_is_written_before_the_first_year_too() -> None:
    assert day_text(DAY) == "15 September 2025"
    assert day_text(1 - 366).endswith("1 BC")


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (DAY, DAY + 1, "15 September 2025"),
        (DAY, DAY + 2, "15 September 2025 – 16 September 2025"),
        (-inf, DAY + 1, "until 15 September 2025"),
        (DAY, inf, "from 15 September 2025"),
    ],
)
def test_when_it_may_have_been_is_told(start: float, end: float, text: str) -> None:
    assert when_text(span(start, end)) == text
    bar = Bar(span(start, end), 0, 10, 0, True, 10)
    assert tip_of(bar) == f"call\n{text}"
    assert tip_of(None) == ""


@pytest.mark.parametrize(
    ("kind", "is_whole", "text"),
    [
        ("year", False, "2025"),
        ("month", False, "Sep"),
        ("month", True, "September 2025"),
        ("day", False, "15"),
        ("day", True, "15 September 2025"),
        ("hour", False, "18:00"),
    ],
)
def test_a_month_of_the_upper_row_says_its_year(kind: str, is_whole: bool, text: str) -> None:
    assert tick_text(Unit(kind, 1, 1), Tick(DAY, 2025, 9, 15, 18), is_whole) == text


def test_days_lie_where_the_scale_says(canvas: Canvas) -> None:
    assert canvas.x_of(DAY) == 200
    assert all(0 <= canvas.x_of(tick.day) <= 400 for tick in canvas.marks(canvas.unit)[1:])


def test_a_certain_day_is_drawn_solid_and_its_neighbour_not(
    canvas: Canvas, picture: QImage
) -> None:
    bar = Bar(span(DAY, DAY + 4), 200, 208, 0, False, 250)
    paint_bar(canvas, QRectF(200, 50, 8, 12), bar, False)
    tone = canvas.color(ITEM.tone)
    assert picture.pixelColor(204, 56) == tone
    assert picture.pixelColor(190, 56) != tone


def test_what_is_chosen_is_framed(canvas: Canvas, picture: QImage) -> None:
    bar = Bar(span(DAY, DAY + 4), 200, 208, 0, False, 250)
    paint_bar(canvas, QRectF(200, 50, 8, 12), bar, True)
    assert picture.pixelColor(204, 49) == canvas.color("accent")


@pytest.mark.parametrize(("day", "is_seen"), [(DAY, True), (DAY + 5000, False)])
def test_the_day_that_the_reader_stands_on_is_named_only_in_sight(
    canvas: Canvas, picture: QImage, day: int, is_seen: bool
) -> None:
    before = picture.copy()
    paint_as_of(canvas, day)
    after = picture.copy()
    assert (after != before) == is_seen
    place = paint_day_pill(canvas, day, "today", QRectF(0, 0, 400, 40), "accent")
    assert (picture != after) == is_seen == place.isValid()


def test_today_has_a_line_of_its_own(canvas: Canvas, picture: QImage) -> None:
    before = picture.copy()
    paint_today(canvas, DAY + 5_000)
    assert picture == before
    paint_today(canvas, DAY)
    assert picture != before


@pytest.mark.parametrize(
    ("label", "width", "lines", "found"),
    [
        ("Pakistan Army", 400, 3, ["Pakistan Army"]),
        ("Pakistan Army", 60, 3, ["Pakistan", "Army"]),
        ("Pakistan Army", 400, 1, ["Pakistan Army"]),
        ("", 60, 2, [""]),
    ],
)
def test_a_lanes_name_goes_on_in_the_next_line_where_there_is_one(
    canvas: Canvas, label: str, width: int, lines: int, found: list[str]
) -> None:
    assert wrapped_label(label, QFontMetrics(canvas.font), width, lines) == found


# unit, marks → what stands under them
STRIPS = [
    ("day", [(2025, 8, 29), (2025, 9, 5), (2025, 9, 12)], ["29 Aug 2025", "5 Sep", "12"]),
    ("month", [(2025, 12, 1), (2026, 1, 1), (2026, 2, 1)], ["Dec 2025", "Jan 2026", "Feb"]),
    ("year", [(2025, 1, 1), (2026, 1, 1)], ["2025", "2026"]),
]


@pytest.mark.parametrize(("kind", "days", "texts"), STRIPS)
def test_a_strip_says_month_and_year_where_they_change(
    kind: str, days: list[tuple[int, int, int]], texts: list[str]
) -> None:
    marks = [Tick(0, *each) for each in days]
    pairs = zip(marks, [None, *marks[:-1]], strict=True)
    written = [strip_text(Unit(kind, 1, 1), mark, last) for mark, last in pairs]
    assert written == texts


@pytest.mark.parametrize(
    ("doubt", "start", "end", "text"),
    [
        ("about", DAY, DAY + 1, "about 15 September 2025"),
        ("before", -inf, DAY + 1, "on 15 September 2025 or before"),
        ("after", DAY, inf, "on 15 September 2025 or after"),
        ("", -inf, inf, "at an unknown time"),
    ],
)
def test_doubt_is_told_in_words(doubt: str, start: float, end: float, text: str) -> None:
    item = BandItem(1, "call", None, None, doubt=doubt)
    assert when_text(BarSpan(start, end, start, end, item)) == text


def test_a_dragged_span_is_the_same_from_either_side(canvas: Canvas, picture: QImage) -> None:
    ground = picture.copy()
    paint_drag(canvas, [100.0, 50.0])
    drawn = picture.copy()
    canvas.painter.drawImage(QPointF(0, 0), ground)
    paint_drag(canvas, [50.0, 100.0])
    assert picture == drawn != ground
    assert picture.pixelColor(120, 60) == ground.pixelColor(120, 60)


@pytest.mark.parametrize(
    ("unit", "stays"),
    [
        (Unit("day", 1, 1), True),
        (Unit("day", 7, 7), False),  # the 22nd is not named by a mark of the 15th
        (Unit("month", 3, 91.3), False),
        (Unit("year", 10, 3652), True),  # "1990s" holds to its end
        (Unit("year", 100, 36520), False),
    ],
)
def test_a_mark_out_of_sight_names_only_what_it_is_the_name_of(unit: Unit, stays: bool) -> None:
    assert label_holds(unit) == stays
