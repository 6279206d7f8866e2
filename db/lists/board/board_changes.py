"""What differs between two days of an office board: who came, left and moved, which posts changed.

The reshuffle sheet, the board of the window and the command `board` ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from db.dates import HistoricalDate
from db.lists.board.board_rows import BodyRow, OfficeRow
from db.lists.board.office_board import BoardHolder, BoardOffice, OfficeBoard
from db.tables.references import OfficeRef, Ref

CAME, LEFT, MOVED, CONFIRMED, NOW_ACTING = "came", "left", "moved", "confirmed", "now acting"
VACANT, OFFICE_MADE, OFFICE_ABOLISHED = "vacant", "office made", "office abolished"
BODY_MADE, BODY_DISSOLVED, BODY_MOVED = "body made", "body dissolved", "body moved"
#: Every kind of change, in the order in which they are told.
BOARD_CHANGES: Final = (
    MOVED, CAME, CONFIRMED, NOW_ACTING, LEFT, VACANT, OFFICE_MADE, OFFICE_ABOLISHED,
    BODY_MADE, BODY_DISSOLVED, BODY_MOVED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardChange:
    """One difference; who is not sure to have come or left says so by `is_sure`.

    Of a move `before` is the office that was left; of a body, `above` is the one that it stands
    under, and of one that moved `above_before` the one before. `has_gone` says that the person
    is on the board no more.
    """

    what: str
    office: OfficeRef | None = None
    person: Ref | None = None
    before: OfficeRef | None = None
    day: HistoricalDate | None = None
    acting: bool = False
    is_sure: bool = True
    has_gone: bool = False
    body: Ref | None = None
    above: Ref | None = None
    above_before: Ref | None = None


@dataclass(frozen=True, slots=True)
class _Post:
    """An office that somebody holds on a day."""

    office: BoardOffice
    holder: BoardHolder


Posts = dict[int, dict[int, _Post]]  # person → office → how it is held


def board_changes(board: OfficeBoard, earlier: str, later: str) -> list[BoardChange]:
    """Return what differs between two days, in the order of `BOARD_CHANGES` and of the board."""
    if later < earlier:
        earlier, later = later, earlier
    first, second = board.on(earlier), board.on(later)
    was, now = ({each.row.id: at for at, each in enumerate(day)} for day in (first, second))
    changes = [
        *_of_people(_posts(first), _posts(second)),
        *_vacancies(first, second),
        *_of_offices(first, second),
        *_of_bodies(board, earlier, later),
    ]
    order = {what: at for at, what in enumerate(BOARD_CHANGES)}

    def place(change: BoardChange) -> tuple[int, int]:
        key = change.office.id if change.office is not None else 0
        return order[change.what], (was if key in was else now).get(key, 0)

    return sorted(changes, key=place)


def _posts(offices: Iterable[BoardOffice]) -> Posts:
    found: Posts = {}
    for office in offices:
        for holder in office.state.all_holders:
            of_person = found.setdefault(holder.stay.person.id, {})
            known = of_person.get(office.row.id)
            if known is None or (holder.is_sure, not holder.stay.acting) > (
                known.holder.is_sure,
                not known.holder.stay.acting,
            ):
                of_person[office.row.id] = _Post(office, holder)
    return found


def _of_people(first: Posts, second: Posts) -> Iterator[BoardChange]:
    for person in dict.fromkeys((*first, *second)):
        yield from _of_person(first.get(person, {}), second.get(person, {}))


def _of_person(was: Mapping[int, _Post], now: Mapping[int, _Post]) -> Iterator[BoardChange]:
    """Yield what one person did: each office that was left is paired with one that was taken up."""
    left = [was[key] for key in was if key not in now]
    came = [now[key] for key in now if key not in was]
    for key in was.keys() & now.keys():
        yield from _of_one_office(was[key], now[key])
    pairs = [
        (one, other)
        for one, other in zip(left, came, strict=False)
        if one.holder.is_sure and other.holder.is_sure
    ]
    for one, other in pairs:
        yield _change(MOVED, other, before=one.office.ref)
    for post in left[len(pairs) :]:
        yield _change(LEFT, post, has_gone=not now)
    for post in came[len(pairs) :]:
        yield _change(CAME, post)


def _of_one_office(was: _Post, now: _Post) -> Iterator[BoardChange]:
    """Yield what changed in an office that may be held on both days."""
    if was.holder.is_sure and not now.holder.is_sure:
        yield _change(LEFT, now, is_sure=False)
    elif now.holder.is_sure and not was.holder.is_sure:
        yield _change(CAME, now, is_sure=False)
    elif was.holder.stay.acting != now.holder.stay.acting:
        yield _change(NOW_ACTING if now.holder.stay.acting else CONFIRMED, now)


def _change(
    what: str,
    post: _Post,
    *,
    before: OfficeRef | None = None,
    is_sure: bool = True,
    has_gone: bool = False,
) -> BoardChange:
    stay = post.holder.stay
    return BoardChange(
        what,
        post.office.ref,
        stay.person,
        before,
        stay.until if what == LEFT else stay.since,
        stay.acting,
        is_sure and post.holder.is_sure,
        has_gone,
    )


def _vacancies(
    first: Sequence[BoardOffice], second: Sequence[BoardOffice]
) -> Iterator[BoardChange]:
    """Yield the offices that nobody holds any more."""
    before = {each.row.id for each in first if each.state.is_vacant is False}
    for each in second:
        if each.row.id in before and each.state.is_vacant:
            yield BoardChange(VACANT, each.ref, day=each.state.vacant_since)


def _of_offices(
    first: Sequence[BoardOffice], second: Sequence[BoardOffice]
) -> Iterator[BoardChange]:
    was, now = ({each.row.id: each for each in offices} for offices in (first, second))
    for key in now.keys() - was.keys():
        yield BoardChange(OFFICE_MADE, now[key].ref, day=_day_of_start(now[key].row, now[key].body))
    for key in was.keys() - now.keys():
        yield BoardChange(
            OFFICE_ABOLISHED, was[key].ref, day=_day_of_end(was[key].row, was[key].body)
        )


def _day_of_start(row: OfficeRow, body: BodyRow) -> HistoricalDate | None:
    return row.founded or body.founded


def _day_of_end(row: OfficeRow, body: BodyRow) -> HistoricalDate | None:
    return row.dissolved or body.dissolved


def _of_bodies(board: OfficeBoard, earlier: str, later: str) -> Iterator[BoardChange]:
    was = {each.body.ref.id: each.body for each in board.bodies_on(earlier)}
    now = {each.body.ref.id: each.body for each in board.bodies_on(later)}
    for key, body in now.items():
        if key not in was:
            above = board.parent_on(body, later)
            yield BoardChange(BODY_MADE, body=body.ref, day=body.founded, above=above)
            continue
        above_before, above = board.parent_on(body, earlier), board.parent_on(body, later)
        if (above and above.id) != (above_before and above_before.id):  # one may be renamed
            yield BoardChange(
                BODY_MOVED, body=body.ref, above=above, above_before=above_before,
                day=board.under_since(body, later),
            )  # fmt: skip
    for key, body in was.items():
        if key not in now:
            above = board.parent_on(body, earlier)
            yield BoardChange(BODY_DISSOLVED, body=body.ref, day=body.dissolved, above=above)
