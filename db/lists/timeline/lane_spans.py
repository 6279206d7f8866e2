"""Which items stand in which lane and from when to when, as columns of numbers; `Reader` asks it.

A million items are read piece by piece into arrays: a list of rows would take hundreds of MB.
Titles and the rest are read for what is in sight (`bar_details`).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any, Final, NamedTuple

from db.dates import day_number
from db.lens import Lens, shows
from db.lists.timeline.lane_sources import (
    EVENTS,
    OPEN,
    RECORD_LANES,
    SCHEMES,
    SPANS,
    TENURES,
    LaneSource,
)
from db.lists.titles.names_then import read_names_then
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

MAX_LANES: Final = 500  # lanes that are read where none are named: those with the most in them
PIECE_IDS: Final = 20_000  # ids asked for at a time, so that a newer question need not wait
_SINGLE_LANES: Final = frozenset({"kind", "none"})  # ways in which an item has one lane
_OWNERS: Final = {TENURES: "person"}  # the kind of record by whose id the items are asked for


class LaneRequest(NamedTuple):
    """How lanes are formed, and of what: `kinds` of items; `wanted` keys of lanes, None for all;
    `ids` by kind of record are those that a search found, None for every record.
    """

    scheme: str
    kinds: Collection[str] = frozenset(SPANS)
    wanted: Sequence[str] | None = None
    ids: Mapping[str, Sequence[int]] | None = None


@dataclass(slots=True)
class LaneSpans:
    """The items of a lane in the order of their starts, as ordinals of days; `ends` are the days
    after the last. Sides that are open are infinite.
    """

    key: str
    title: str = ""
    ids: array[int] = field(default_factory=lambda: array("q"))
    starts: array[float] = field(default_factory=lambda: array("f"))
    ends: array[float] = field(default_factory=lambda: array("f"))

    def put_in_order(self) -> None:
        """Sort by start, then end, then id."""
        if all(map(float.__le__, self.starts, self.starts[1:])):
            return
        order = sorted(
            range(len(self.ids)), key=lambda at: (self.starts[at], self.ends[at], self.ids[at])
        )
        self.ids = array("q", map(self.ids.__getitem__, order))
        self.starts = array("f", map(self.starts.__getitem__, order))
        self.ends = array("f", map(self.ends.__getitem__, order))


@dataclass(slots=True)
class LanesFound:
    """The lanes, those with the most in them first or in the order asked for; the events that have
    no date; what stands in no lane; and how many lanes more there are. They are of the desk after
    the change `change_id`.
    """

    lanes: list[LaneSpans] = field(default_factory=list)
    undated: array[int] = field(default_factory=lambda: array("q"))
    elsewhere: LaneSpans = field(default_factory=lambda: LaneSpans(""))
    lanes_left_out: int = 0
    change_id: int = 0


class _DayNumbers(dict[str | None, float]):
    """The ordinals of days that were met: there are far fewer of them than events."""

    def __missing__(self, text: str | None) -> float:
        try:
            number = float(day_number(text or ""))
        except ValueError:
            number = -inf  # a damaged desk; verifying it says so
        self[text] = number
        return number


def read_lanes(sql: Sql, request: LaneRequest, lens: Lens) -> LanesFound:
    """Return the lanes of a request, through a lens."""
    found = LanesFound(change_id=sql.value("SELECT max(id) FROM change") or 0)
    wanted = request.wanted
    if wanted is None and _may_be_too_many(sql, request.scheme):
        counts = _count_lanes(sql, request, lens)
        wanted = [key for key, _ in counts.most_common(MAX_LANES)]
        found.lanes_left_out = len(counts) - len(wanted)
    lanes = {} if wanted is None else {key: LaneSpans(key) for key in wanted}
    is_limited = wanted is not None
    for source in _sources(request):
        _fill(sql, source, request, lens, lanes, found, is_limited=is_limited)
    filled = [lane for lane in lanes.values() if lane.ids]
    if request.wanted is None:
        filled.sort(key=lambda lane: (-len(lane.ids), lane.key))
        found.lanes_left_out += max(0, len(filled) - MAX_LANES)
        del filled[MAX_LANES:]
    for lane in (*filled, found.elsewhere):
        lane.put_in_order()
    found.lanes = filled
    name_lanes(sql, request.scheme, filled, lens)
    return found


def _may_be_too_many(sql: Sql, scheme: str) -> bool:
    """Say whether more records may have lanes than are read; else all can be read at once."""
    if scheme not in RECORD_LANES:
        return False
    found = sql.value(f"SELECT count(*) FROM (SELECT id FROM {scheme} LIMIT ?)", (MAX_LANES + 1,))
    return int(found) > MAX_LANES


def _sources(request: LaneRequest) -> Iterator[LaneSource]:
    return (each for each in SCHEMES[request.scheme] if each.kind in request.kinds)


def _pieces(
    sql: Sql, kind: str, ids: Mapping[str, Sequence[int]] | None
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the condition for a piece of the records, a column's name left open, and its values."""
    owner = _OWNERS.get(kind, kind)
    if ids is not None:
        given = ids.get(owner, ())
        for at in range(0, len(given), PIECE_IDS):
            yield f"{{}} IN ({LISTED.replace('?', ':ids')})", (listed(given[at : at + PIECE_IDS]),)
        return
    first, last = sql.rows(f"SELECT min(id), max(id) FROM {owner}")[0]
    if first is not None:
        for at in range(first, last + 1, PIECE_IDS):
            yield "{} BETWEEN :low AND :high", (at, at + PIECE_IDS - 1)


def _ask(sql: Sql, statement: str, piece: tuple[str, tuple[Any, ...]], lens: Lens) -> list[Any]:
    """Return the rows of a statement for one piece."""
    condition, values = piece
    begin, _, rest = statement.partition("{")
    column, _, end = rest.partition("}")
    whole = begin + condition.format(column) + end
    names = (":ids",) if len(values) == 1 else (":low", ":high")
    return sql.rows(
        *_with_numbers(whole, {**dict(zip(names, values, strict=True)), ":ceiling": lens.ceiling})
    )


def _with_numbers(statement: str, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """Return a statement with numbers in the place of names, and the values it takes."""
    given: list[Any] = []
    for name, value in values.items():
        if name in statement:
            given.append(value)
            statement = statement.replace(name, f"?{len(given)}")
    return statement, given


def _count_lanes(sql: Sql, request: LaneRequest, lens: Lens) -> Counter[str]:
    """Count the items of each lane."""
    counts: Counter[str] = Counter()
    for source in _sources(request):
        for statement in source.lanes:
            for piece in _pieces(sql, source.kind, request.ids):
                counts.update(row[1] for row in _ask(sql, statement, piece, lens))
    return Counter({str(key): count for key, count in counts.items()})


def _fill(
    sql: Sql,
    source: LaneSource,
    request: LaneRequest,
    lens: Lens,
    lanes: dict[str, LaneSpans],
    found: LanesFound,
    *,
    is_limited: bool,
) -> None:
    """Put the items of a source into their lanes, each once in a lane."""
    numbers = _DayNumbers({None: -inf, OPEN: inf})
    for piece in _pieces(sql, source.kind, request.ids):
        spans: dict[int, tuple[float, float]] = {}
        for key, first, last in _ask(sql, SPANS[source.kind], piece, lens):
            if first is None and last is None:
                if source.kind == EVENTS:
                    found.undated.append(key)
            else:
                spans[key] = numbers[first], inf if last is None else numbers[last] + 1
        members: Iterable[tuple[int, object]]
        members = (row for each in source.lanes for row in _ask(sql, each, piece, lens))
        if len(source.lanes) > 1 or request.scheme not in _SINGLE_LANES:
            members = dict.fromkeys(members)
        placed = _place(members, spans, lanes, is_limited=is_limited)
        if request.wanted is None:
            _put_elsewhere(found.elsewhere, spans, placed)


def _place(
    members: Iterable[tuple[int, object]],
    spans: Mapping[int, tuple[float, float]],
    lanes: dict[str, LaneSpans],
    *,
    is_limited: bool,
) -> set[int]:
    """Put items into the lanes that they are members of; return those that have one."""
    placed: set[int] = set()
    for key, name in members:
        span = spans.get(key)
        if span is None:
            continue
        placed.add(key)
        lane = lanes.get(str(name))
        if lane is None:
            if is_limited:
                continue
            lane = lanes[str(name)] = LaneSpans(str(name))
        lane.ids.append(key)
        lane.starts.append(span[0])
        lane.ends.append(span[1])
    return placed


def _put_elsewhere(
    lane: LaneSpans, spans: Mapping[int, tuple[float, float]], placed: Collection[int]
) -> None:
    for key, (start, end) in spans.items():
        if key not in placed and key > 0:
            lane.ids.append(key)
            lane.starts.append(start)
            lane.ends.append(end)


def name_lanes(sql: Sql, scheme: str, lanes: Iterable[LaneSpans], lens: Lens) -> None:
    """Give lanes that are records their titles; those that the lens hides are none."""
    if scheme not in RECORD_LANES:
        return
    by_key = {int(lane.key): lane for lane in lanes if lane.key.isdecimal()}
    statement = f"SELECT id, title FROM record WHERE id IN ({LISTED}) AND {shows('marking')}"
    names = read_names_then(sql, by_key, lens)
    for key, title in sql.rows(statement, (listed(by_key), lens.ceiling)):
        by_key[key].title = names.get(key, title)
