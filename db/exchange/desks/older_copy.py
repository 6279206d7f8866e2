"""An older copy of a desk beside the desk of today: which records differ, and how each was.

The window shows it before records are brought back (`bring_back`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from db.copies.copy_pages import pages_of_copy
from db.copies.desk_copies import identity_in
from db.copies.page_copy import save_page_copy
from db.desk_file.upgrade_stages import stages_of
from db.desk_opening import open_copy, open_desk
from db.errors import Refused
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.side_history import common_change
from db.exchange.plain.plain_writing import ids_by_uid
from db.exchange.plain.three_way import says_same
from db.lens import Lens
from db.progress import PacedProgress, Progress
from db.record_types import Record
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, RECORDS_A_PIECE, listed, pieces
from db.storage.many_records import load_records
from db.store import Store

MAX_LISTED_DIFFERENCES: Final = 5_000  # records whose states are held to be compared
State = Literal["deleted", "changed", "added", "merged"]


@dataclass(frozen=True, slots=True)
class CopyDifference:
    """A record that is another in the copy; `then` is it there, `now` on the desk, where it is.

    One that was added since can only be looked at, and so can one that was merged into another.
    """

    uid: str
    kind: str
    title: str
    state: State
    then: Record | None = None
    now: Record | None = None

    @property
    def can_come_back(self) -> bool:
        """Whether the copy has a state that can be brought back."""
        return self.state in ("deleted", "changed")


@dataclass(slots=True)
class CopyComparison:
    """What differs, at most `MAX_LISTED_DIFFERENCES`; `more` were not compared, `withheld` lie
    above the ceiling.
    """

    differences: list[CopyDifference] = field(default_factory=list)
    more: int = 0
    withheld: int = 0


@contextmanager
def copy_for_reading(
    store: Store, path: Path, passphrase: str = "", progress: Progress | None = None
) -> Iterator[Store]:
    """Yield a copy of the desk, open for reading; refuses the desk itself and other desks.

    One of an older format is brought up to date in a copy of its own, which goes afterwards.
    """
    if path.exists() and path.samefile(store.path):
        raise Refused(f"{path.name} is this very desk; choose an older copy of it.")
    with ExitStack() as closing_all:
        with pages_of_copy(path, passphrase, store.copies.key()) as pages:
            if pages.is_older:
                folder = Path(closing_all.enter_context(TemporaryDirectory()))
                save_page_copy(pages.sql, folder / path.name, pages.key, progress)
        if pages.is_older:
            older = open_desk(folder / path.name, passphrase, stages=stages_of(progress))
            yield closing_all.enter_context(older)
        else:
            yield closing_all.enter_context(open_copy(store, path, passphrase))


def both_sides(ours: Sql, theirs: Sql, lens: Lens, name: str) -> tuple[DeskSide, DeskSide]:
    """Return desk and copy as sides of a comparison; refuse a copy of another desk."""
    fork = common_change(ours, theirs)
    if not fork and (not identity_in(ours) or identity_in(ours) != identity_in(theirs)):
        raise Refused(f"{name} is no copy of this desk; open it as a desk, or merge it.")
    return DeskSide(ours, lens, fork), DeskSide(theirs, lens, fork)


def compare_with_copy(
    store: Store, copy: Store, lens: Lens, progress: Progress | None = None
) -> CopyComparison:
    """Return which records differ in an older copy; nothing is written.

    Nothing above the lens's ceiling is told, on whichever side it lies there.
    """
    found = CopyComparison()
    with (
        closing(store.new_connection()) as ours_sql,
        closing(copy.new_connection()) as theirs_sql,
        ours_sql.snapshot(),
        theirs_sql.snapshot(),
    ):
        ours, theirs = both_sides(ours_sql, theirs_sql, lens, copy.path.name)
        uids = touched_uids(ours, theirs, found)
        pace = PacedProgress(progress)
        pace.begin(len(uids))
        for at in range(0, len(uids), RECORDS_A_PIECE):
            piece = uids[at : at + RECORDS_A_PIECE]
            if len(found.differences) >= MAX_LISTED_DIFFERENCES:
                found.more += len(piece)
            else:
                found.differences += _differences(ours, theirs, piece)
            pace.step(len(piece))
    found.differences.sort(key=lambda each: (each.state == "added", each.kind, each.title))
    return found


def touched_uids(ours: DeskSide, theirs: DeskSide, found: CopyComparison) -> list[str]:
    """Return the uids of the records that either side touched since both were one, as far as the
    lens shows them on both sides; the others are counted as withheld.
    """
    numbers: dict[str, set[int]] = {}
    hidden: set[str] = set()
    for side in (ours, theirs):
        for uid, ids in side.uids_of(side.history.touched).items():
            numbers.setdefault(uid, set()).update(ids)
    for side in (ours, theirs):
        there = ids_by_uid(side.sql, "record", numbers)
        wanted = {uid: ids | {there[uid]} if uid in there else ids for uid, ids in numbers.items()}
        above = side.hidden_ids({key for ids in wanted.values() for key in ids})
        hidden |= {uid for uid, ids in wanted.items() if ids & above}
    found.withheld = len(hidden)
    return sorted(numbers.keys() - hidden)


def _differences(ours: DeskSide, theirs: DeskSide, uids: Sequence[str]) -> Iterator[CopyDifference]:
    now, then = (_records(side, uids) for side in (ours, theirs))
    for uid in uids:
        before, after = then.get(uid), now.get(uid)
        record = after or before
        if record is None:
            continue  # made and deleted since
        state = _state(ours, theirs, uid, before, after)
        if state is not None:
            yield CopyDifference(uid, type(record).KIND, record.title, state, before, after)


def _state(
    ours: DeskSide, theirs: DeskSide, uid: str, then: Record | None, now: Record | None
) -> State | None:
    if then is None:
        return "added"
    if now is None:
        return "merged" if uid in ours.merged else "deleted"
    same = says_same(ours.states.of_record(now), theirs.states.of_record(then))
    return None if same else "changed"


def _records(side: DeskSide, uids: Sequence[str]) -> dict[str, Record]:
    ids = ids_by_uid(side.sql, "record", uids)
    statement = f"SELECT kind, id FROM record WHERE id IN ({LISTED})"
    by_kind: dict[str, list[int]] = {}
    for kind, key in side.sql.rows(statement, (listed(list(ids.values())),)):
        by_kind.setdefault(kind, []).append(key)
    return {
        record.uid: record
        for kind, keys in by_kind.items()
        for part in pieces(keys)
        for record in load_records(side.sql, kind, part, side.lens).values()
    }
