"""Who holds the offices of a scope on any day, who acts and what is vacant: worked out, not asked.

`Reader` makes one; the board of the window, the command and paper ask it. What a tenure, an office
and a body say changes on few days, so each is worked out once between two of these: a date that is
dragged costs a look at the days of each office.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from db.dates import HistoricalDate
from db.lens import today
from db.lists.board.board_rows import BoardRows, BodyRow, OfficeRow, StayRow
from db.lists.board.state_rules import LAST_PLACE, StateRules
from db.lists.titles.dated_names import DatedNames, days_of_names, ref_then
from db.lists.titles.tenure_titles import HELD, NOT_HELD, certainty
from db.tables.references import OfficeRef, Ref

_AFTER: Final = "!"  # behind a day: later than it, and before the next


@dataclass(frozen=True, slots=True)
class BoardHolder:
    """One who holds an office on the day, or may: `certainty` says which."""

    stay: StayRow
    certainty: str

    @property
    def is_sure(self) -> bool:
        """Whether the office is held for certain."""
        return self.certainty == HELD


@dataclass(frozen=True, slots=True)
class OfficeState:
    """What is known of an office on a day: who holds it, who acts, and of whom it is not known.

    `vacant_seats` counts the seats that nobody holds or may hold; `vacant_since` is the last day
    that somebody held one, where none does now.
    """

    holders: tuple[BoardHolder, ...] = ()
    acting: tuple[BoardHolder, ...] = ()
    unsure: tuple[BoardHolder, ...] = ()
    vacant_seats: int = 0
    vacant_since: HistoricalDate | None = None
    was_held: bool = False

    @property
    def is_vacant(self) -> bool | None:
        """Whether nobody holds it for more than acting; None where that is not known."""
        if self.holders:
            return False
        return None if any(not each.stay.acting for each in self.unsure) else True

    @property
    def all_holders(self) -> tuple[BoardHolder, ...]:
        """Those who hold it, who act, and who may: in this order."""
        return (*self.holders, *self.acting, *self.unsure)


@dataclass(frozen=True, slots=True)
class BoardOffice:
    """An office on the board of a day, and how deep its body stands below the first."""

    row: OfficeRow
    body: BodyRow
    depth: int
    state: OfficeState

    @property
    def ref(self) -> OfficeRef:
        """The office as records name it."""
        return OfficeRef(self.row.id, self.row.title, self.body.ref)


@dataclass(frozen=True, slots=True)
class BoardBody:
    """A body on the board of a day, with its own offices; those below it follow one deeper."""

    body: BodyRow
    depth: int
    offices: tuple[OfficeRow, ...]


class _Segments:
    """The days on which something changes: between two of them it stays as it is."""

    def __init__(self, days: Iterable[str | None]) -> None:
        self._days = sorted({day for day in days if day})

    def at(self, day: str) -> int:
        """Return the number of the stretch that a day lies in."""
        return bisect_right(self._days, day)


@dataclass(slots=True)
class _OfficeDays:
    """An office with what is known of it in each stretch of days that was asked for."""

    row: OfficeRow
    segments: _Segments
    names: DatedNames
    states: dict[int, OfficeState] = field(default_factory=dict)

    def on(self, day: str) -> OfficeState:
        at = self.segments.at(day)
        state = self.states.get(at)
        if state is None:
            state = self.states[at] = _with_names(office_state(self.row, day), self.names, day)
        return state


class OfficeBoard:
    """The offices of a scope; `on` gives those of a day in their order, `bodies_on` their tree."""

    def __init__(self, rows: BoardRows, rules: StateRules) -> None:
        self.rows = rows
        self._rules = rules
        now = today()
        self._days = {
            row.id: _OfficeDays(row, _Segments(self._days_of(row, now)), rows.names)
            for row in rows.offices
        }
        self._of_body: dict[int, list[OfficeRow]] = {}
        for row in rows.offices:
            self._of_body.setdefault(row.body, []).append(row)
        self._segments = _Segments(_tree_days(rows))
        self._trees: dict[int, list[BoardBody]] = {}

    @property
    def title(self) -> str:
        """What the board is of."""
        return self.rows.scope.title

    @property
    def rules_marking(self) -> int:
        """The highest marking of the rules that order the board."""
        return self._rules.marking({body.country for body in self.rows.bodies.values()})

    def on(self, day: str) -> list[BoardOffice]:
        """Return the offices that there are on a day, with who holds them."""
        return [
            BoardOffice(row, each.body, each.depth, self._days[row.id].on(day))
            for each in self.bodies_on(day)
            for row in each.offices
        ]

    def bodies_on(self, day: str) -> list[BoardBody]:
        """Return the bodies that there are on a day, each before those below it."""
        at = self._segments.at(day)
        if at not in self._trees:
            self._trees[at] = list(self._tree(day))
        return self._trees[at]

    def state_on(self, office: int, day: str) -> OfficeState:
        """Return what is known of an office on a day."""
        return self._days[office].on(day)

    def change_days(self) -> list[str]:
        """Return the days on which anything on the board may change, in order."""
        days = [day for row in self.rows.offices for day in self._days_of(row, "")]
        days += _tree_days(self.rows)
        return sorted({day.rstrip(_AFTER) for day in days if day})

    def parent_on(self, body: BodyRow, day: str) -> Ref | None:
        """Return the body of the board that another stands under on a day."""
        above = next((key for key in parents_on(body, day) if key in self.rows.bodies), 0)
        return ref_then(self.rows.bodies[above].ref, self.rows.names, day) if above else None

    def under_since(self, body: BodyRow, day: str) -> HistoricalDate | None:
        """Return since when a body stands under the one that it stands under on a day."""
        above = self.parent_on(body, day)
        fitting = [
            since
            for parent, bounds, since, _ in body.parents
            if above is not None and parent == above.id and bounds.may_be_on(day)
        ]
        return fitting[0] if fitting else None

    def _tree(self, day: str) -> Iterator[BoardBody]:
        there = {key: body for key, body in self.rows.bodies.items() if body.life.exists_on(day)}
        below: dict[int, list[BodyRow]] = {}
        for body in there.values():
            above = next((key for key in parents_on(body, day) if key in there), 0)
            below.setdefault(above if above != body.ref.id else 0, []).append(body)
        first = self.rows.scope.body
        roots = [there[first]] if first in there else [] if first else below.get(0, [])
        seen_ids: set[int] = set()
        yield from self._walk(roots, below, 0, day, seen_ids)
        if not first:
            # Bodies that stand under each other in a circle have no root; none is lost.
            rest = [body for key, body in there.items() if key not in seen_ids]
            for body in sorted(rest, key=lambda each: self._place(each, day)):
                yield from self._walk([body], below, 0, day, seen_ids)

    def _walk(
        self,
        bodies: Sequence[BodyRow],
        below: dict[int, list[BodyRow]],
        depth: int,
        day: str,
        seen_ids: set[int],
    ) -> Iterator[BoardBody]:
        waiting = [(body, depth) for body in self._in_order(bodies, day)]
        waiting.reverse()
        while waiting:
            body, depth = waiting.pop()
            if body.ref.id in seen_ids:
                continue
            seen_ids.add(body.ref.id)
            yield BoardBody(self._body_then(body, day), depth, tuple(self._offices_of(body, day)))
            deeper = self._in_order(below.get(body.ref.id, ()), day)
            waiting += [(each, depth + 1) for each in reversed(deeper)]

    def _body_then(self, body: BodyRow, day: str) -> BodyRow:
        if body.ref.id not in self.rows.names:
            return body
        return replace(body, ref=ref_then(body.ref, self.rows.names, day))

    def _days_of(self, row: OfficeRow, now: str) -> Iterator[str | None]:
        """Yield the days from which on an office may be told otherwise than before."""
        people = {stay.person.id for stay in row.stays} if self.rows.names else ()
        return chain(_stay_days(row.stays, now), _name_days(self.rows.names, people))

    def _in_order(self, bodies: Iterable[BodyRow], day: str) -> list[BodyRow]:
        return sorted(bodies, key=lambda body: self._place(body, day))

    def _place(self, body: BodyRow, day: str) -> tuple[int, str]:
        places = [self._rules.place(body, row.title) for row in self._offices_of(body, day)]
        return min(places, default=LAST_PLACE), body.sort_key

    def _offices_of(self, body: BodyRow, day: str) -> list[OfficeRow]:
        there = [row for row in self._of_body.get(body.ref.id, ()) if row.life.exists_on(day)]
        return sorted(there, key=lambda row: self._rules.place(body, row.title))


def office_state(row: OfficeRow, day: str) -> OfficeState:
    """Return what is known of an office on a day."""
    found: dict[tuple[int, bool], BoardHolder] = {}
    for stay in row.stays:
        what = certainty(*stay.bounds, stay.end_state, day)
        key = (stay.person.id, stay.acting)
        # several sources may tell of one stay, each in a line of its own
        if what != NOT_HELD and (key not in found or (what == HELD and not found[key].is_sure)):
            found[key] = BoardHolder(stay, what)
    every = list(found.values())
    holders = tuple(each for each in every if each.is_sure and not each.stay.acting)
    acting = tuple(each for each in every if each.is_sure and each.stay.acting)
    sure = {each.stay.person.id for each in (*holders, *acting)}
    unsure = tuple(each for each in every if not each.is_sure and each.stay.person.id not in sure)
    may_hold = sum(not each.stay.acting for each in unsure)
    before = [stay for stay in row.stays if not stay.acting and _ended_before(stay, day)]
    last = max(before, key=_order_of_end, default=None)
    return OfficeState(
        holders,
        acting,
        unsure,
        max(0, row.seats - len(holders) - may_hold),
        None if holders or may_hold or last is None else last.until,
        any(_has_begun(stay, day) for stay in row.stays),
    )


def _with_names(state: OfficeState, names: DatedNames, day: str) -> OfficeState:
    """Return a state with its holders called as they were on the day."""
    if not any(each.stay.person.id in names for each in state.all_holders):
        return state

    def holders_then(holders: tuple[BoardHolder, ...]) -> tuple[BoardHolder, ...]:
        stays = [
            replace(each.stay, person=ref_then(each.stay.person, names, day)) for each in holders
        ]
        return tuple(
            BoardHolder(stay, each.certainty) for stay, each in zip(stays, holders, strict=True)
        )

    return replace(
        state,
        holders=holders_then(state.holders),
        acting=holders_then(state.acting),
        unsure=holders_then(state.unsure),
    )


def _ended_before(stay: StayRow, day: str) -> bool:
    return stay.bounds.until_last is not None and stay.bounds.until_last < day


def _order_of_end(stay: StayRow) -> tuple[str, str]:
    return stay.bounds.until_first or "", stay.bounds.since_first or ""


def _has_begun(stay: StayRow, day: str) -> bool:
    first = stay.bounds.since_first
    return first is None or first <= day


def _stay_days(stays: Iterable[StayRow], now: str) -> Iterator[str | None]:
    """Yield the days from which on a tenure may be told otherwise than before."""
    yield now
    for stay in stays:
        bounds = stay.bounds
        yield bounds.since_first
        yield bounds.since_last
        if bounds.since_last is not None:
            yield f"{bounds.since_last}{_AFTER}"
        for end in (bounds.until_first, bounds.until_last):
            if end is not None:
                yield f"{end}{_AFTER}"


def _name_days(names: DatedNames, ids: Iterable[int]) -> Iterator[str | None]:
    for since, until in days_of_names(names, ids):
        yield since
        if until is not None:
            yield f"{until}{_AFTER}"


def _tree_days(rows: BoardRows) -> Iterator[str | None]:
    lives = [*(body.life for body in rows.bodies.values()), *(row.life for row in rows.offices)]
    for life in lives:
        yield life.since_first
        yield life.until_last
    for body in rows.bodies.values():
        for _, bounds, _, _ in body.parents:
            yield bounds.since_first
            if bounds.until_last is not None:
                yield f"{bounds.until_last}{_AFTER}"
    yield from _name_days(rows.names, rows.bodies)


def parents_on(body: BodyRow, day: str) -> list[int]:
    """Return what a body may stand under on a day, the latest known to begin first."""
    fitting = [
        (bounds.since_first or "", -at, parent)
        for at, (parent, bounds, _, _) in enumerate(body.parents)
        if bounds.may_be_on(day)
    ]
    return [parent for _, _, parent in sorted(fitting, reverse=True)]
