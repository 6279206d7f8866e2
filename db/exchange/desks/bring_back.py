"""Records brought back as an older copy of the desk has them: one change, which can be undone.

What they name and is no longer on the desk comes with them.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, field

from db.changes.saving import short
from db.errors import Refused
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_base import DeskBase
from db.exchange.desks.merge_plan import MergePlan, MergePlanner
from db.exchange.desks.merge_writing import MergeWriter
from db.exchange.desks.older_copy import CopyComparison, both_sides, touched_uids
from db.exchange.plain.plain_records import Plain
from db.exchange.plain.three_way import Clash
from db.lens import Lens
from db.progress import PacedProgress, Progress
from db.storage.engine import Sql
from db.storage.id_lists import RECORDS_A_PIECE
from db.store import Store


@dataclass(slots=True)
class BroughtBack:
    """How many records were made anew and changed; `with_others` came because those name them,
    `refused` say by uid why a record stays as it is.
    """

    added: int = 0
    updated: int = 0
    with_others: int = 0
    refused: dict[str, str] = field(default_factory=dict)


class _CopyPlanner(MergePlanner):
    """Plans for chosen records what the copy has: there is nothing that both sides changed."""

    def __init__(self, ours: DeskSide, theirs: DeskSide, pace: PacedProgress) -> None:
        super().__init__(ours, theirs, DeskBase(ours, theirs), _keep_ours, pace)
        self._former = {}
        self._members = {}
        self.plan = MergePlan()

    def plan_for(self, uids: Collection[str]) -> MergePlan:
        """Return what these records become."""
        wanted = sorted(uids)
        self._pace.begin(len(wanted))
        for at in range(0, len(wanted), RECORDS_A_PIECE):
            self._merge(wanted[at : at + RECORDS_A_PIECE])
        self._keep_named_records()
        self._merge_sources(())
        return self.plan

    def _states(self, uids: Collection[str]) -> tuple[dict[str, Plain], ...]:
        ours, theirs = self._ours.read(uids), self._theirs.read(uids)
        self.plan.ours |= ours
        self.plan.theirs |= theirs
        return ours, ours, theirs


def _keep_ours(_uid: str, _clash: Clash) -> str:
    return "ours"


def bring_back(
    store: Store,
    copy: Store,
    uids: Collection[str],
    lens: Lens,
    progress: Progress | None = None,
) -> BroughtBack:
    """Bring records to what the copy says of them, as one change.

    Refuses one that the copy has not, that the lens does not show, or that was merged into another.
    """
    with closing(copy.new_connection()) as theirs_sql, theirs_sql.snapshot():
        label = f"Bring back {_titles(store, theirs_sql, uids, lens, copy.path.name)}"
        store.copies.keep_before(progress)
        with store.unit_of_work(label) as work:
            ours, theirs = both_sides(work.sql, theirs_sql, lens, copy.path.name)
            plan = _CopyPlanner(ours, theirs, PacedProgress(progress)).plan_for(uids)
            written = MergeWriter(work, plan, ours, theirs).write()
    done = BroughtBack()
    done.added, done.updated = written.added.total(), written.updated.total()
    done.with_others = len(plan.records.keys() - set(uids))
    done.refused = {
        str((plan.records.get(uid) or {}).get("title", uid)): why
        for uid, why in written.refused.items()
    }
    return done


def _titles(store: Store, theirs_sql: Sql, uids: Collection[str], lens: Lens, name: str) -> str:
    """Return what the change is called; refuses what cannot come back."""
    with closing(store.new_connection()) as ours_sql, ours_sql.snapshot():
        ours, theirs = both_sides(ours_sql, theirs_sql, lens, name)
        visible = set(touched_uids(ours, theirs, CopyComparison()))
        there = theirs.read([uid for uid in uids if uid in visible])
        _need_all(uids, there, ours)
    titles = [plain["title"] for plain in there.values()]
    return short(titles[0]) if len(titles) == 1 else f"{len(titles)} records"


def _need_all(uids: Collection[str], there: dict[str, Plain], ours: DeskSide) -> None:
    if not uids:
        raise Refused("No record was chosen; tick those that are to come back.")
    if set(uids) - there.keys():
        raise Refused("A record that was chosen is not in the copy, or is above the ceiling.")
    merged = [there[uid]["title"] for uid in uids if uid in ours.merged]
    if merged:
        raise Refused(f"“{merged[0]}” was merged into another record; undo that merge instead.")
