"""Another copy of a desk, or a bundle, merged into the open one as one change; the command and
window ask.

What only one side changed is taken. What both did is decided one by one, by a rule, or stays as
this desk has it and is told. A deletion wins over an edit only where that deletion was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from db.changes.unit_of_work import Work
from db.desk_file.making import make_desk
from db.errors import Refused
from db.exchange.bundle.bundle_file import is_bundle
from db.exchange.desks.desk_side import DeskSide
from db.exchange.desks.merge_conflicts import ConflictList
from db.exchange.desks.merge_memory import keep_memory
from db.exchange.desks.merge_plan import MergePlan, MergePlanner
from db.exchange.desks.merge_report import NEWER, Decisions, MergeReport
from db.exchange.desks.merge_writing import MergeWriter
from db.exchange.desks.side_history import common_change
from db.exchange.importer import import_files
from db.lens import HIGHEST, Lens, shows
from db.log import logger_for
from db.progress import PacedProgress, Progress
from db.reader import Reader
from db.store import Store, open_desk

MAX_COMPARED_RECORDS = 20  # added records that are compared with all of like names
_log = logger_for("merge")


class _PreviewEnd(Exception):
    """Ends a preview, so that nothing of it stays."""


def merge_file(
    store: Store,
    path: Path,
    lens: Lens,
    *,
    passphrase: str = "",
    decisions: Decisions | None = None,
    preview: bool = False,
    progress: Progress | None = None,
) -> MergeReport:
    """Merge a file, a desk or a bundle, as `merge_desk` does; the other file is left as it is."""
    chosen = decisions or Decisions()
    if is_bundle(path) and chosen.rule == NEWER:
        raise Refused(f"{path.name} is a bundle, which does not say when each value was written;"
                      " choose mine, theirs, or decide one by one.")  # fmt: skip
    with other_desk(store, path, passphrase) as other:
        return merge_desk(
            store, other, lens, decisions=chosen, preview=preview, progress=progress, name=path.name
        )


@contextmanager
def other_desk(store: Store, path: Path, passphrase: str = "") -> Iterator[Store]:
    """Yield the other desk, open for reading, or one that a bundle makes; refuse the open one."""
    if path.exists() and path.samefile(store.path):
        raise Refused(f"{path.name} is this very desk; choose another copy of it.")
    if is_bundle(path):
        with _desk_of_bundle(path) as other:
            yield other
        return
    with open_desk(path, passphrase, read_only=True) as other:
        yield other


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
    report = MergeReport()
    theirs_sql = other.new_connection()
    try:
        with theirs_sql.snapshot():
            try:
                with store.unit_of_work(f"Merge {name or other.path.name}") as work:
                    fork = common_change(work.sql, theirs_sql)
                    ours, theirs = (DeskSide(sql, lens, fork) for sql in (work.sql, theirs_sql))
                    conflicts = ConflictList(ours, theirs, decisions or Decisions())
                    pace = PacedProgress(progress)
                    plan = MergePlanner(ours, theirs, conflicts.decide, pace).make()
                    _write(work, plan, theirs, conflicts, report)
                    report.same = _count_records(work, lens) - report.updated.total()
                    report.same -= report.added.total()
                    if preview:
                        raise _PreviewEnd
            except _PreviewEnd:
                return report
    finally:
        theirs_sql.close()
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
    work: Work, plan: MergePlan, theirs: DeskSide, conflicts: ConflictList, report: MergeReport
) -> None:
    writer = MergeWriter(work, plan, theirs)
    written = writer.write()
    report.added, report.updated, report.removed = written.added, written.updated, written.removed
    report.withheld = plan.withheld
    report.new_ids = written.new_ids
    conflicts.add_refusals(plan, written.refused)
    conflicts.add_kept_records(plan)
    report.conflicts = conflicts.conflicts(plan)
    if not work.size:
        return
    is_whole = not plan.withheld and not report.undecided_count and theirs.lens.ceiling >= HIGHEST
    writer.memory.change = theirs.history.last_change() if is_whole else None
    keep_memory(work.sql, work.change_id, writer.memory)


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
