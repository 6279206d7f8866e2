"""Another copy of a desk, or a bundle, merged into the open one as one change; the command and
window ask.

What only one side changed is taken. What both did is decided one by one, by a rule, or stays as
this desk has it and is told. A deletion wins over an edit only where that deletion was chosen.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from db.changes.unit_of_work import LANGUAGE, Work
from db.desk_file import record_sums
from db.desk_file.making import make_desk
from db.desk_file.upgrade_stages import stages_of
from db.desk_opening import open_desk
from db.errors import Refused, TooOld, Unavailable
from db.exchange.bundle.bundle_file import is_bundle
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_base import BaseStates, DeskBase, OtherSide
from db.exchange.desks.merge_conflicts import ConflictList
from db.exchange.desks.merge_memory import Memory, agreement_setting, keep_memory
from db.exchange.desks.merge_plan import MergePlan, MergePlanner
from db.exchange.desks.merge_report import Decisions, MergeReport
from db.exchange.desks.merge_settings import compare_settings, setting_label
from db.exchange.desks.merge_verdicts import (
    WAITING,
    read_waiting_verdicts,
    waiting_text,
    write_verdicts,
)
from db.exchange.desks.merge_views import merge_views, view_rows, write_views
from db.exchange.desks.merge_writing import MergeWriter
from db.exchange.desks.side_history import common_change
from db.exchange.importer import import_files
from db.exchange.plain.new_circles import circles_on, has_ties, tell_circles
from db.exchange.plain.three_way import OURS, THEIRS
from db.exchange.plain.topic_fields import merge_topics, topic_label, write_topic
from db.lens import HIGHEST, Lens, shows
from db.lists.today.topic_retention import TABLE as TAGS
from db.log import logger_for
from db.progress import PacedProgress, Progress
from db.reader import Reader
from db.storage.engine import Sql
from db.storage.files import disk, wal
from db.store import Store

MAX_COMPARED_RECORDS = 20  # added records that are compared with all of like names
_log = logger_for("merge")


class _PreviewEnd(Exception):
    """Ends a preview, so that nothing of it stays."""


@contextmanager
def other_desk(
    store: Store, path: Path, passphrase: str = "", progress: Progress | None = None
) -> Iterator[Store]:
    """Yield the other desk, open for reading, or one that a bundle makes; refuse the open one."""
    if path.exists() and path.samefile(store.path):
        raise Refused(f"{path.name} is this very desk; choose another copy of it.")
    if is_bundle(path):
        with _desk_of_bundle(path) as other:
            yield other
        return
    with _open_as_of_now(path, passphrase, progress) as other:
        yield other


@contextmanager
def _open_as_of_now(path: Path, passphrase: str, progress: Progress | None) -> Iterator[Store]:
    """Open a desk for reading; of one in an older format a private copy, encrypted like it, which
    is upgraded and goes at the end.
    """
    try:
        other = open_desk(path, passphrase, read_only=True)
    except TooOld:
        with (
            TemporaryDirectory() as folder,
            open_desk(
                _copy_desk(path, Path(folder)), passphrase, stages=stages_of(progress)
            ) as other,
        ):
            yield other
        return
    with other:
        yield other


def _copy_desk(path: Path, folder: Path) -> Path:
    """Copy a desk with what its log holds; raises Unavailable where that cannot be done."""
    copy = folder / path.name
    try:
        for each in (path, wal.log_path(path)):
            if each == path or wal.holds_changes(path):
                with disk.open_file(each) as file, disk.create_file(folder / each.name) as into:
                    shutil.copyfileobj(file, into)
    except OSError as error:
        why = error.strerror or error
        raise Unavailable(f"{path.name} cannot be copied to be upgraded: {why}.") from error
    return copy


@contextmanager
def _desk_of_bundle(path: Path) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        desk = Path(folder) / "bundle.desk"
        make_desk(desk)
        with open_desk(desk) as other:
            import_files(other, [path], Lens())
            yield other


def merge_desk(
    store: Store,
    other: Store,
    lens: Lens,
    *,
    decisions: Decisions | None = None,
    preview: bool = False,
    progress: Progress | None = None,
    name: str = "",
) -> MergeReport:
    """Merge what another copy of this desk has into this one, as one change that can be undone.

    `preview` writes nothing. Nothing above the lens's ceiling is taken or told. Raises Stopped when
    `progress` raises it: nothing is changed then.
    """
    theirs_sql = other.new_connection()

    def read_sides(sql: Sql) -> MergeSides:
        fork = common_change(sql, theirs_sql)
        ours, theirs = (DeskSide(each, lens, fork) for each in (sql, theirs_sql))
        return MergeSides(ours, theirs, DeskBase(ours, theirs))

    try:
        with theirs_sql.snapshot():
            return merge_sides(
                store, lens, f"Merge {name or other.path.name}", read_sides, decisions=decisions,
                preview=preview, progress=progress,
            )  # fmt: skip
    finally:
        theirs_sql.close()


@dataclass(frozen=True, slots=True)
class MergeSides:
    """Both sides of a merge and the state that they come from; `exchange` is that of a courier."""

    ours: DeskSide
    theirs: OtherSide
    base: BaseStates
    exchange: str = ""


def merge_sides(
    store: Store,
    lens: Lens,
    label: str,
    read_sides: Callable[[Sql], MergeSides],
    *,
    decisions: Decisions | None = None,
    preview: bool = False,
    progress: Progress | None = None,
    keep: Callable[[Work, MergeReport], None] | None = None,
) -> MergeReport:
    """Merge what `read_sides` finds within the unit of work, as one change; `keep` notes in it what
    else is to be remembered.
    """
    report = MergeReport()
    if not preview:
        store.copies.keep_before(progress)
    try:
        with store.unit_of_work(label) as work:
            sides = read_sides(work.sql)
            conflicts = ConflictList(sides.ours, sides.theirs, decisions or Decisions())
            pace = PacedProgress(progress)
            plan = MergePlanner(sides.ours, sides.theirs, sides.base, conflicts.decide, pace).make()
            settings = _write(work, plan, sides, conflicts, report)
            report.same = _count_records(work, lens) - report.updated.total()
            report.same -= report.added.total()
            if preview:
                raise _PreviewEnd
            if work.size:
                _keep_settings(work.sql, settings)
                if keep is not None:
                    keep(work, report)
    except _PreviewEnd:
        return report
    if not work.size:  # a unit of work that writes no row is no change
        for key, value in settings.items():
            store.keep_setting(key, value)
    report.alike = _find_alike(store.reader, report, lens)
    _log.info(
        "merged a desk: %d added, %d updated, %d removed, %d conflicts",
        report.added.total(),
        report.updated.total(),
        report.removed.total(),
        len(report.conflicts),
    )
    return report


def _write(
    work: Work, plan: MergePlan, sides: MergeSides, conflicts: ConflictList, report: MergeReport
) -> dict[str, str]:
    """Write the plan and what is no record; returns the settings that are to be kept."""
    theirs = sides.theirs
    may_circle = has_ties(plan.records.values())
    circles = circles_on(work.sql, theirs.lens) if may_circle else set()
    writer = MergeWriter(work, plan, sides.ours, theirs, sides.exchange)
    written = writer.write()
    report.added, report.updated, report.removed = written.added, written.updated, written.removed
    report.withheld = plan.withheld
    report.new_ids = written.new_ids
    conflicts.add_refusals(plan, written.refused)
    conflicts.add_kept_records(plan)
    report.still_here = [uid for uid in plan.kept_records if uid in plan.ours]
    pairs = sides.ours.verdicts() | theirs.verdicts()
    report.verdicts, waiting = write_verdicts(work, pairs, plan.former, theirs.lens)
    _write_views(work, sides, writer.memory, report)
    topics = _write_topics(work, sides, conflicts, writer.memory)
    if may_circle:
        work.flush_rows()
        report.notes += tell_circles(circles, circles_on(work.sql, theirs.lens))
    settings, clashes = compare_settings(sides.ours.settings(), theirs.settings())
    for clash in clashes:
        if conflicts.decide_setting(clash) == THEIRS:
            settings[clash.key] = clash.theirs
    report.settings = sorted({*(setting_label(key) for key in settings), *topics})
    if waiting != read_waiting_verdicts(work.sql):
        settings[WAITING] = waiting_text(waiting)
    report.conflicts = conflicts.conflicts(plan)
    if not work.size:
        if writer.memory.says_something:
            last = int(work.sql.value("SELECT max(id) FROM change WHERE id < ?", (work.change_id,)))
            settings |= [agreement_setting(work.sql, last, writer.memory)]
        return settings
    is_whole = report.is_whole and theirs.lens.ceiling >= HIGHEST
    writer.memory.change = theirs.last_change() if is_whole else None
    keep_memory(work.sql, work.change_id, writer.memory)
    return settings


def _write_views(work: Work, sides: MergeSides, memory: Memory, report: MergeReport) -> None:
    ours = sides.ours
    rows = view_rows(work.sql, ours.lens)
    keys = {row: ours.view_key(row) for row in rows}
    here = {keys[row]: view for row, view in rows.items()}
    merged = merge_views(sides.base.read_views(here), here, sides.theirs.views())
    report.searches = write_views(work, merged.views, keys, rows, memory)
    report.notes = merged.notes


def _write_topics(
    work: Work, sides: MergeSides, conflicts: ConflictList, memory: Memory
) -> set[str]:
    """Bring what is said of topics to what both sides make of it; returns what was taken."""
    theirs, found = sides.theirs, set()
    both = (sides.ours, theirs)
    before, there = sides.base.read_topics(), theirs.topics()
    for each in merge_topics(before, sides.ours.topics(), there, conflicts.decide_topic):
        mine, other = (side.topic_stamp(each.topic, each.field) for side in both)
        if each.side == OURS or (not each.side and mine.time >= other.time):
            continue
        row = write_topic(work, each.topic, {each.field: each.value})
        if row is not None:
            memory.stamps[f"{TAGS} {row} {each.field}"] = (other.time, other.author)
            if each.side:
                found.add(topic_label(each.topic, each.field))
    return found


def _keep_settings(sql: Sql, settings: Mapping[str, str]) -> None:
    is_ours = record_sums.is_by_our_rules(sql)
    for each in settings.items():
        sql.run("INSERT OR REPLACE INTO setting VALUES (?,?)", each)
    if LANGUAGE in settings:
        record_sums.renew_keys(sql, is_ours=is_ours)


def _count_records(work: Work, lens: Lens) -> int:
    work.flush_rows()
    statement = f"SELECT count(*) FROM record WHERE {shows('marking')}"
    return int(work.sql.value(statement, (lens.ceiling,)) or 0)


def _find_alike(reader: Reader, report: MergeReport, lens: Lens) -> list[str]:
    """Return the uids of added records that look like others: Duplicates will list them.

    Of many it is only looked for the same name: Duplicates looks further.
    """
    if len(report.new_ids) > MAX_COMPARED_RECORDS:
        return reader.namesakes(report.new_ids, lens)
    found = []
    for uid, key in report.new_ids.items():
        line = reader.lines([key], lens)[0]
        near = reader.already_here(line.kind, line.title, replace(lens), limit=2)
        if any(each.line.id != key for each in near):
            found.append(uid)
    return found
