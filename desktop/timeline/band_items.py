"""The events of a list as items of the painted band: in which lane, in which tone. No Qt here.

The timeline tab asks it in the lane, for as many events as can sensibly be drawn.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db import country_name
from desktop.paper.content.first_letters import open_label
from desktop.timeline.timeline_lanes import BandItem, TimelineLane, lanes_of

if TYPE_CHECKING:
    from db import Lens, Line, Reader

MAX_EVENTS: Final = 20_000  # events drawn; the table below shows them all
_EVENTS_A_PORTION: Final = 200  # read at a time, so that a newer question need not wait

TONES: Final[Mapping[str, str]] = {
    "conflict": "warn",
    "incident": "warn",
    "ceasefire": "good",
    "signing": "good",
    "accession": "good",
}

# Countries named on a lane; what more took part in stands under "Several states".
_MAX_NAMED_COUNTRIES = 3


def relation(codes: Sequence[str]) -> str:
    """Return the lane of what happened between these states.

    >>> relation(("pk", "us"))
    'Pakistan – United States'
    """
    if len(codes) > _MAX_NAMED_COUNTRIES:
        return "Several states"
    return " – ".join(country_name(code) for code in codes)


LANES: Final[Mapping[str, Callable[[Line], str]]] = {
    "country": lambda line: relation(line.countries),
    "kind": lambda line: open_label(line.event_kind),
    "none": lambda line: "",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the band shows of a list: its lanes, the items without a date, how many are left out.

    They are put in their lanes where they are read: thousands of them would hold the window.
    """

    lanes: list[TimelineLane]
    undated: list[BandItem]
    left_out: int


def read_items(reader: Reader, ids: array[int], lens: Lens, lanes: str, other: str) -> Drawn:
    """Return the items of a list, the last ones when there are too many; `other` names the nameless
    lane.

    The lanes stand by how much is in them, the nameless last.
    """
    chosen = ids[-MAX_EVENTS:]
    lane_of = LANES[lanes]
    found: dict[str, list[BandItem]] = {}
    for at in range(0, len(chosen), _EVENTS_A_PORTION):
        for line in reader.lines(chosen[at : at + _EVENTS_A_PORTION], lens):
            lane = lane_of(line)
            item = _item(line, lane or ("" if lanes == "none" else other))
            found.setdefault(lane, []).append(item)
    names = sorted(found, key=lambda name: (not name, -len(found[name]), name))
    items = (item for name in names for item in found[name])
    return Drawn(*lanes_of(items), len(ids) - len(chosen))


def _item(line: Line, lane: str) -> BandItem:
    span = line.span
    if span is None:
        return BandItem(line.id, line.title, None, None, lane=lane)
    return BandItem(
        line.id,
        line.title,
        span.first,
        span.last,
        span.start_last,
        span.end_first,
        lane,
        TONES.get(line.event_kind, "accent"),
    )
