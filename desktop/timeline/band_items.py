"""What a desk gives the painted band: its lanes, and what is written on bars. No Qt here.

The timeline tab asks it, in the background.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db import NO_LIMIT, LaneRequest, country_name, iso_day, summarize_lanes, summary_key
from desktop.paper.content.first_letters import open_label
from desktop.timeline.bar_words import when_words
from desktop.timeline.timeline_lanes import BandItem, BarSpan, SummaryLane, TimelineLane

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import BarDetail, LanesFound, Lens, Query, Reader

TONES: Final[Mapping[str, str]] = {
    "conflict": "warn",
    "incident": "warn",
    "ceasefire": "good",
    "signing": "good",
    "accession": "good",
}
# Whose names are left out last where there is no room for all.
_WEIGHTS: Final[Mapping[str, int]] = {
    "summit": 5, "conflict": 5, "ceasefire": 5, "visit": 4, "signing": 4, "accession": 4,
    "change of command": 3, "conference": 3, "election": 3, "negotiation": 3, "credentials": 2,
    "appointment": 2, "meeting": 2, "incident": 2, "investment": 2, "call": 1, "statement": 0,
}  # fmt: skip
_AGREEMENT_WEIGHT: Final = 4
_TENURE_WEIGHT: Final = 3
_KINDS: Final = {"tenure": "person"}  # of the record that an item opens
_MINUTES_A_DAY: Final = 1440

#: How a lane is called, by how lanes are formed; those of records have their titles.
LANES: Final[Mapping[str, Callable[[str], str]]] = {
    "country": country_name,
    "kind": open_label,
    "person": str,
    "organization": str,
    "agreement": str,
    "topic": open_label,
    "none": lambda _: "",
}


@dataclass(slots=True)
class Drawn:
    """What the band shows of a list: its lanes, the ids without a date, how many lanes are left
    out.
    """

    lanes: list[TimelineLane]
    undated: list[int]
    lanes_left_out: int
    summary: str = ""  # to be kept under a key, where reading took long
    summary_key: str = ""


def read_lanes(
    reader: Reader, request: LaneRequest, lens: Lens, other: str, known: Mapping[int, BarSpan]
) -> Drawn:
    """Return the lanes of a request; `other` names that of what stands in no other, `known` is
    where the band puts what it learns of the bars in sight.
    """
    found = reader.timeline_lanes(request, lens)
    drawn = drawn_lanes(found, request.scheme, other, known)
    if key := summary_key(request, lens):
        drawn.summary, drawn.summary_key = summarize_lanes(found), key
    return drawn


def read_summary(reader: Reader, request: LaneRequest, lens: Lens, other: str) -> Drawn | None:
    """Return lanes of which only is known how full they were when they were last read; None where
    that is not known.
    """
    found = reader.lane_summary(request, lens)
    if found is None:
        return None
    name = LANES[request.scheme]
    lanes: list[TimelineLane] = [
        SummaryLane(lane.title or name(lane.key), lane.key, found.first, found.step, lane.counts)
        for lane in found.lanes
    ]
    if any(found.elsewhere.counts):
        lanes.append(SummaryLane(other, "", found.first, found.step, found.elsewhere.counts))
    return Drawn(lanes, [], found.lanes_left_out)


def drawn_lanes(found: LanesFound, scheme: str, other: str, known: Mapping[int, BarSpan]) -> Drawn:
    """Return lanes as the band draws them, what stands in no other last."""
    name = LANES[scheme]
    lanes = [
        TimelineLane.of_columns(
            lane.title or name(lane.key), lane.key, (lane.ids, lane.starts, lane.ends), known
        )
        for lane in found.lanes
    ]
    rest = found.elsewhere
    if rest.ids:
        columns = rest.ids, rest.starts, rest.ends
        lanes.append(TimelineLane.of_columns(other, "", columns, known))
    return Drawn(lanes, list(dict.fromkeys(found.undated)), found.lanes_left_out)


def found_in(
    reader: Reader,
    request: LaneRequest,
    query: Query,
    events: Sequence[int] | None,
    lens: Lens,
) -> LaneRequest:
    """Return a request limited to what a query finds of each kind; `events` are those it found,
    where that is known.
    """
    if query.is_empty:
        return request
    ids: dict[str, Sequence[int]] = {}
    for item, kind in (("event", "event"), ("agreement", "agreement"), ("tenure", "person")):
        if item not in request.kinds:
            continue
        if kind == "event" and events is not None:
            ids[kind] = events
        else:
            ids[kind] = reader.page(kind, query, lens, cap=NO_LIMIT).ids
    return request._replace(ids=ids)


def read_bars(reader: Reader, ids: Iterable[int], lens: Lens) -> list[BandItem]:
    """Return what is written on these bars."""
    return [bar_item(detail, lens.as_of) for detail in reader.bar_details([*ids], lens)]


def bar_item(detail: BarDetail, as_of: str) -> BandItem:
    """Return what the band shows of an item; an office that is held goes on to the reader's day."""
    end_first = detail.end_first
    if detail.sort == "tenure":
        if end_first is None and detail.status == "ongoing" and (detail.first or "") <= as_of:
            end_first = as_of
        tone, weight = "quiet", _TENURE_WEIGHT
    elif detail.sort == "agreement":
        tone, weight = "good", _AGREEMENT_WEIGHT
    else:
        tone = TONES.get(detail.word, "accent")
        weight = _WEIGHTS.get(detail.word, 1)
    return BandItem(
        detail.id,
        f"{detail.title}, {detail.also}" if detail.also else detail.title,
        iso_day(detail.first),
        iso_day(detail.last),
        iso_day(detail.start_last),
        iso_day(end_first),
        tone=tone,
        weight=weight,
        doubt=detail.doubt,
        part_of=detail.part_of,
        record_id=detail.record_id,
        also=_remark(detail),
        hour=hour_of(detail.local_time),
        staged=detail.sort == "agreement",
        kind=_KINDS.get(detail.sort, detail.sort),
        when=when_words(detail),
    )


def _remark(detail: BarDetail) -> str:
    """Return what else the tip says: the hour with its zone, or that it is only planned."""
    time = f"{detail.local_time} {detail.zone}".strip()
    status = "" if detail.sort == "tenure" or detail.status == "held" else detail.status
    return ", ".join(filter(None, (time, open_label(status) if status else "")))


def hour_of(local_time: str) -> float | None:
    """Return the part of a day gone by at a time hh:mm; None for anything else.

    >>> hour_of("18:00"), hour_of("late")
    (0.75, None)
    """
    hours, colon, minutes = local_time.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    return min(int(hours) * 60 + int(minutes), _MINUTES_A_DAY - 1) / _MINUTES_A_DAY
