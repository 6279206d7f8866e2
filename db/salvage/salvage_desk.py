"""A damaged desk read page by page into a new one; the window and the command ask it.

The damaged file is only read. The new desk is made aside, put together, looked at and given its
name at the end: it is there as a whole or not at all.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from db.desk_file import foreign_log, migrations, new_desk, record_sums, rewriting, verify
from db.errors import Damaged, DeskError, Locked, NotOurs, Refused, Unavailable, WrongPassphrase
from db.log import logger_for
from db.progress import Progress
from db.salvage import lost_records, mending, page_file
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import kept_tables
from db.salvage.page_file import PageFile
from db.salvage.row_writing import RowWriting
from db.salvage.salvage_report import SalvageReport
from db.search.index import derived_columns, indexing
from db.storage import engine
from db.storage.files import disk, lock
from db.storage.files.file_handle import DeskFile, chosen_name, real_path
from db.storage.schema import Age, expected_schema, normal
from db.storage.sql import Sql
from db.storage.troubles import DRIVER_ERRORS
from db.vocabulary.kinds import KINDS, PLURALS

_log = logger_for("storage")
FINISHING_STEPS: Final = 8  # of the second half, after the pages are read


def needs_passphrase_to_salvage(path: Path) -> bool:
    """Say whether a damaged desk is encrypted, by what its pages look like."""
    with closing(_open(path)) as file:
        return not page_file.looks_plain(file)


def is_salvageable(path: Path) -> bool:
    """Say whether a file that is refused looks like a plain desk, or one whose head is broken."""
    try:
        with closing(_open(path)) as file:
            head = file.read(0, engine.APPLICATION_ID_OFFSET + 4)
            own = engine.APPLICATION_ID.to_bytes(4, "big")
            is_ours = head[engine.APPLICATION_ID_OFFSET :] == own
            is_broken = not head.startswith(engine.PLAIN_HEADER)
            return page_file.looks_plain(file) and (is_ours or is_broken)
    except (DeskError, OSError):
        return False


def salvage_desk(
    damaged: Path,
    target: Path,
    passphrase: str = "",
    progress: Progress | None = None,
    key: str | None = None,
) -> SalvageReport:
    """Save what can be read of a damaged desk into a new one under the same passphrase.

    `key` is that of one which was open just now: then no passphrase is needed.

    Refuses a target that is there. Raises WrongPassphrase, NotOurs where nothing of a desk is
    found, Unavailable, and Stopped; no part of a new desk is left then.
    """
    target = real_path(target)
    if os.path.lexists(target):
        raise Refused(f"{target} already exists; choose another name.")
    with closing(_open(damaged)) as file:
        if holder := lock.holder_of(file.path):
            says = f"{file.path.name} is open for writing by {holder}; close it there first."
            raise Locked(says, holder)
        if file.size() == 0:
            raise NotOurs(f"{file.path.name} is empty; nothing can be saved of it.")
        found = DamagedDesk(PageFile(file, key or _key_of(file, passphrase)))
        new_key = key
        if key is None and found.pages.is_encrypted:
            new_key = engine.new_key(passphrase)
        return _save(found, file, target, new_key, progress)


def _open(path: Path) -> DeskFile:
    path = chosen_name(real_path(path))
    try:
        disk.need_file(path)
        return DeskFile(path)
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}.") from error


def _key_of(file: DeskFile, passphrase: str) -> str | None:
    if page_file.looks_plain(file):
        return None
    if not passphrase:
        raise WrongPassphrase(f"{file.path.name} is encrypted; give its passphrase.")
    return page_file.key_for(file, passphrase)


def _save(
    found: DamagedDesk, file: DeskFile, target: Path, key: str | None, progress: Progress | None
) -> SalvageReport:
    report = SalvageReport(target, pages=found.pages.count, broken_pages=len(found.pages.broken))
    aside = rewriting.aside_of(target)
    try:
        rewriting.remove_leftovers(target)
        disk.create_file(aside).close()
        desk_engine = engine.make_engine(aside, key, read_only=False)
        _create_tables(desk_engine, found, file)
        with closing(engine.connect(desk_engine)) as sql:
            written = _fill(sql, found, report, progress)
        if found.version < engine.SCHEMA_VERSION:
            migrations.upgrade(desk_engine)
        with closing(engine.connect(desk_engine)) as sql:
            _mend(sql, found, written, report)
            _finish(sql, report, progress)
        with closing(engine.connect(desk_engine)) as sql:
            sql.rows("PRAGMA journal_mode = WAL")
            sql.rows("PRAGMA wal_checkpoint(TRUNCATE)")  # nothing is left beside the file
        desk_engine.dispose()
        foreign_log.clear_for(target)
        disk.put_as_new(aside, target)
    except OSError as error:
        raise Unavailable(f"{target} cannot be made: {error.strerror or error}.") from error
    finally:
        rewriting.remove_leftovers(target)
    _log.warning("saved %d rows of a damaged desk, %d losses", report.rows, len(report.losses))
    return report


def _create_tables(desk_engine: Engine, found: DamagedDesk, file: DeskFile) -> None:
    """Make the tables of a new desk, or of a former format those that the desk had."""
    if found.version == engine.SCHEMA_VERSION:
        new_desk.create_tables(desk_engine)
        return
    if not found.is_listed or not found.objects:
        raise Damaged(
            f"{file.path.name} is of a former format ({found.version}) and its list of tables is"
            " broken, so that its rows cannot be told apart; restore a copy of it."
        )
    with closing(engine.connect(desk_engine)) as sql, sql.transaction():
        for key in _former_objects(found, "table"):
            sql.run(_texts_of(found, key)[0])
        for key in _former_objects(found, "index"):
            for statement in _texts_of(found, key):
                with suppress(*DRIVER_ERRORS):  # of columns that came later, or there already
                    sql.run(statement)
                    break
        sql.run("INSERT OR REPLACE INTO alembic_version VALUES (?)", (f"{found.version:04d}",))
        sql.run(f"PRAGMA application_id = {engine.APPLICATION_ID}")
        sql.run(f"PRAGMA user_version = {found.version}")


def _former_objects(found: DamagedDesk, sort: str) -> list[str]:
    """Return the tables that the desk had, or their indexes, also those its list has lost."""
    keys = (key for key in expected_schema().objects if key.startswith(f"{sort} "))
    own = (key for key in keys if not key.split()[2].startswith(("fts_", "sqlite_")))
    return [key for key in own if key.split()[2] in found.objects]


def _texts_of(found: DamagedDesk, key: str) -> list[str]:
    """Return the text of an object as the desk has it, or those that it may have had, the
    likeliest first.
    """
    known, name = expected_schema(), key.split()[1]
    entry = found.objects.get(name)
    if entry is not None and known.takes(key, normal(entry.statement), Age.OLDER):
        return [entry.statement]
    best = found.likeliest_layout(name) if name in found.layouts else None
    first = [best.statement] if best is not None else []
    return [*first, known.objects[key], *known.older.get(key, ())]


def _fill(
    sql: Sql, found: DamagedDesk, report: SalvageReport, progress: Progress | None
) -> RowWriting:
    sql.run("PRAGMA foreign_keys = OFF")
    with sql.transaction():
        there = set(_tables(sql))
        for table in set(kept_tables()) - there:  # not yet invented in that format
            found.layouts.pop(table, None)
        written = RowWriting(sql)
        written.write(found, progress)
        report.rows = written.count
        if not report.rows:
            raise NotOurs(f"Nothing of a desk was found in {found.pages.path.name}.")
    return written


def _mend(sql: Sql, found: DamagedDesk, written: RowWriting, report: SalvageReport) -> None:
    sql.run("PRAGMA foreign_keys = OFF")
    with sql.transaction():
        lost_records.bring_back_rows(sql, found, report)
        mending.mend_desk(sql, found, written, report)


def _tables(sql: Sql) -> list[str]:
    return [name for (name,) in sql.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]


def _finish(sql: Sql, report: SalvageReport, progress: Progress | None) -> None:
    """Make anew what is derived, and look at the whole as `verify` does."""

    def tell(done: int) -> None:
        if progress is not None:
            progress(FINISHING_STEPS + done, 2 * FINISHING_STEPS)

    tell(1)
    with sql.transaction():
        derived_columns.renew(sql)
        tell(3)
        indexing.remake_all(sql)
        record_sums.renew_all(sql)
    tell(6)
    counts: dict[str, int] = dict(sql.rows("SELECT kind, count(*) FROM record GROUP BY kind"))
    report.records = {PLURALS[kind]: counts.get(kind, 0) for kind in KINDS}
    report.problems = verify.problems(sql)
    tell(FINISHING_STEPS)
