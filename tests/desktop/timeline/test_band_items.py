"""The events of a list become items in lanes, each as uncertain as it is."""

from array import array

import pytest

from db import Lens, Line, Span
from desktop.timeline import band_items
from desktop.timeline.band_items import LANES, Drawn, read_items
from desktop.timeline.timeline_lanes import BandItem

LENS = Lens("2025-09-15", 3)


def event(key: int, kind: str = "call", *countries: str, day: str | None = "2025-07-01") -> Line:
    span = Span(day, day, day, day) if day else None
    cells = ("", f"Event {key}", "", "", "")
    return Line(
        key, f"u{key}", "event", f"Event {key}", "", cells, 0, "", None, span, kind, countries
    )


class Reading:
    """A reader of these lines."""

    def __init__(self, *lines: Line) -> None:
        self._lines = {line.id: line for line in lines}
        self.portions: list[int] = []

    def lines(self, ids: array, lens: Lens) -> list[Line]:
        self.portions.append(len(ids))
        return [self._lines[key] for key in ids if key in self._lines]

    @property
    def ids(self) -> array:
        return array("q", self._lines)


def lanes(reader: Reading, by: str) -> list[str]:
    return [lane.label for lane in read_items(reader, reader.ids, LENS, by, "Elsewhere").lanes]


def items(drawn: Drawn) -> list[BandItem]:
    return [span.item for lane in drawn.lanes for span in lane.spans] + drawn.undated


def test_lanes_stand_by_how_much_is_in_them_and_the_nameless_last() -> None:
    reader = Reading(
        event(1), event(2), event(3), event(4, "call", "pk"), event(5, "visit", "pk", "us"),
        event(6, "call", "pk", "us"),
    )  # fmt: skip
    assert lanes(reader, "country") == ["Pakistan – United States", "Pakistan", "Elsewhere"]
    assert lanes(reader, "kind") == ["Call", "Visit"]
    assert lanes(reader, "none") == [""]
    assert set(LANES) == {"country", "kind", "none"}


def test_many_states_share_one_lane() -> None:
    reader = Reading(event(1, "call", "cn", "in", "pk", "us"))
    assert lanes(reader, "country") == ["Several states"]


def test_an_event_without_a_date_is_an_item_without_days() -> None:
    reader = Reading(event(1, day=None))
    (item,) = items(read_items(reader, reader.ids, LENS, "none", ""))
    assert (item.first, item.last) == (None, None)


@pytest.mark.parametrize(("kind", "tone"), [("conflict", "warn"), ("signing", "good"), ("x", "")])
def test_some_kinds_have_a_tone_of_their_own(kind: str, tone: str) -> None:
    reader = Reading(event(1, kind))
    (item,) = items(read_items(reader, reader.ids, LENS, "none", ""))
    assert item.tone == (tone or "accent")


def test_too_many_leave_the_earlier_ones_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(band_items, "MAX_EVENTS", 3)
    reader = Reading(*(event(key) for key in range(1, 6)))
    drawn = read_items(reader, reader.ids, LENS, "none", "")
    assert drawn.left_out == 2
    assert [item.id for item in items(drawn)] == [3, 4, 5]


def test_they_are_read_in_portions_so_that_a_newer_question_need_not_wait() -> None:
    reader = Reading(*(event(key) for key in range(450)))
    read_items(reader, reader.ids, LENS, "none", "")
    assert max(reader.portions) < 450 and sum(reader.portions) == 450
