"""Opening a desk: who may write, and what must be upgraded first; `Store` is made of it.

What is a desk at all, `checked_engine` knows.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from db.desk_file import checked_engine, foreign_log
from db.desk_file.held_desk import HeldDesk
from db.desk_file.upgrade_stages import StageProgress, UpgradeStage, progress_of
from db.errors import Damaged, DeskError, Locked, NeedsUpgrade, Stopped, TooOld, Unavailable
from db.log import logger_for
from db.progress import Progress
from db.storage import engine
from db.storage.files import disk, lock
from db.storage.files.file_handle import DeskFile, chosen_name, has_names_elsewhere, real_path
from db.storage.schema import Past

_log = logger_for("storage")


def needs_passphrase(path: Path) -> bool:
    """Say whether the file is encrypted; refuses what is no desk at all."""
    with closing(_open_file(chosen_name(real_path(path)))) as file:
        return engine.salt_of(file) is not None


# Called with a connection to the desk, its file, its key and a progress; returns what is told.
BeforeUpgrade = Callable[[engine.Sql, Path, str | None, Progress | None], str]


class OlderDesk(Enum):
    """What is done with a desk of an older format."""

    UPGRADED = auto()
    REFUSED = auto()  # as `NeedsUpgrade`: it is upgraded where that can be watched
    TAKEN = auto()  # as it is: to copy its pages, for nothing else reads it


class OpenedFile(NamedTuple):
    """A desk's file, held and of the present format: what `Store` is made of."""

    desk: HeldDesk
    key: str | None
    engine: Engine
    says: str  # what was found beside the desk and not taken, and where it was kept


def open_desk_file(
    path: Path,
    passphrase: str = "",
    *,
    read_only: bool = False,
    past: Past = Past.NOTHING,
    before_upgrade: BeforeUpgrade | None = None,
    older: OlderDesk = OlderDesk.UPGRADED,
    stages: StageProgress | None = None,
) -> OpenedFile:
    """Open for writing; when another holds the desk or the disk is read-only, for reading.

    `past` is what is read past where the schema is broken. `before_upgrade` is called with a desk
    of an older format before anything of it is changed; what it returns is told. `stages` are told
    how far an upgrade is, and stop it: the desk is then as it was.
    """
    return _open(
        path,
        lambda file: checked_engine.key_that_opens(file, passphrase, past=past),
        read_only=read_only,
        past=past,
        before_upgrade=before_upgrade,
        older=older,
        stages=stages,
    )


def open_copy_file(
    path: Path, passphrase: str = "", key: str | None = None, *, is_as_it_is: bool = False
) -> OpenedFile:
    """Open a copy of a desk for reading, by the key of that desk where it fits.

    `is_as_it_is` takes one of an older format too: to copy its pages, for nothing else reads it.
    """

    def key_of(file: DeskFile) -> str | None:
        if key is not None and checked_engine.fits(key, file):
            return key
        return checked_engine.key_that_opens(file, passphrase, past=Past.NOTHING)

    older = OlderDesk.TAKEN if is_as_it_is else OlderDesk.UPGRADED
    return _open(path, key_of, read_only=True, older=older)


def open_with_key(path: Path, key: str | None) -> OpenedFile:
    """Open a desk for writing that was written just now, under its key."""
    return _open(path, lambda _: key, read_only=False)


def _open(
    path: Path,
    key_of: Callable[[DeskFile], str | None],
    *,
    read_only: bool,
    past: Past = Past.NOTHING,
    before_upgrade: BeforeUpgrade | None = None,
    older: OlderDesk = OlderDesk.UPGRADED,
    stages: StageProgress | None = None,
) -> OpenedFile:
    started = time.monotonic()
    path = chosen_name(real_path(path))
    file = _open_file(path, write=not read_only)
    held_desk = HeldDesk(file)
    elsewhere = "" if read_only else _names_elsewhere(path)
    try:
        key = key_of(file)
        if not (read_only or elsewhere):
            held_desk.lock, held_desk.holder = _try_lock(file)
        beside = foreign_log.clear_beside(file, key, is_held=not held_desk.is_read_only)
        desk_engine, version = _open_engine(held_desk, key, is_alone=beside.is_alone, past=past)
        upgrade_notice = ""
        if version < engine.SCHEMA_VERSION and older is not OlderDesk.TAKEN:
            _need_upgradable(held_desk, older)
            if before_upgrade is not None:
                copying = progress_of(stages, UpgradeStage.COPY)
                with closing(engine.connect(desk_engine)) as sql:
                    upgrade_notice = before_upgrade(sql, path, key, copying)
            _migrate(desk_engine, file, stages)
        _log.info(
            "opened a desk in %.2f s (encrypted %s, read only %s, log passed by %s)",
            time.monotonic() - started,
            key is not None,
            held_desk.is_read_only,
            beside.is_alone,
        )
        newer = _newer_notice(path, version)
        says = " ".join(filter(None, (elsewhere, beside.says, upgrade_notice, newer)))
        return OpenedFile(held_desk, key, desk_engine, says)
    except BaseException:
        held_desk.release()
        raise


def _newer_notice(path: Path, version: int) -> str:
    """Say of a desk of a newer format that it is read and written all the same; '' of others."""
    if version <= engine.SCHEMA_VERSION:
        return ""
    return (
        f"{path.name} was last opened by a newer Aide-Mémoire (format {version}) and can be read"
        " and written here; what it holds beyond this program's fields is not shown and stays."
    )


def _need_upgradable(held_desk: HeldDesk, older: OlderDesk) -> None:
    name = held_desk.path.name
    if held_desk.is_read_only:
        raise TooOld(
            f"{name} was written by an older Aide-Mémoire; open it once for writing first."
        )
    if older is OlderDesk.REFUSED:
        raise NeedsUpgrade(f"{name} was written by an older Aide-Mémoire, and is to be upgraded.")


def _open_engine(
    held_desk: HeldDesk, key: str | None, *, is_alone: bool, past: Past
) -> tuple[Engine, int]:
    """Return the engine of a desk and its format; where writing is refused, one that reads."""
    open_engine = partial(checked_engine.open_engine, held_desk.file, key, is_alone=is_alone)
    try:
        return open_engine(read_only=held_desk.is_read_only, past=past)
    except Unavailable:
        if held_desk.lock is None:
            raise
        held_desk.lock.release()  # a full disk takes no file beside the desk, which can be read
        held_desk.lock = None
        return open_engine(read_only=True)


def _open_file(path: Path, *, write: bool = False) -> DeskFile:
    """Return the file itself; for reading where it cannot be written."""
    if not path.exists():
        raise Unavailable(f"{path} does not exist.")
    try:
        disk.need_file(path)
        if write and os.access(path, os.W_OK):
            return DeskFile(path, write=True)
        return DeskFile(path)
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror}.") from error


def _names_elsewhere(path: Path) -> str:
    """Say why a file is only read that has a name in another folder, in a sentence.

    By either name the log beside the other is not seen, and what it holds would be lost.
    """
    if not has_names_elsewhere(path):
        return ""
    return (
        f"{path.name} has another name in another folder of this disk (a hard link), by which its"
        " last changes would not be seen, so it can only be read; remove the other name to write."
    )


def _try_lock(file: DeskFile) -> tuple[lock.WriterLock | None, str]:
    if not os.access(file.path, os.W_OK):
        return None, ""
    try:
        return lock.WriterLock(file.path, lock.author_name(), file), ""
    except Locked as refusal:
        return None, refusal.holder
    except Unavailable:
        return None, ""


def _migrate(desk_engine: Engine, file: DeskFile, stages: StageProgress | None) -> None:
    from db.desk_file.migrations import upgrade

    started = time.monotonic()
    try:
        upgrade(desk_engine, file, stages)
    except Stopped as end:
        raise Stopped(f"{file.path.name} was not brought up to date; it is as it was.") from end
    except DeskError:
        raise
    except Exception as error:  # a bug, unless what was to be upgraded is what is broken
        if damage := _damage(desk_engine):
            raise damage from error
        raise
    seconds = time.monotonic() - started
    _log.warning("upgraded a desk to format %d in %.2f s", engine.SCHEMA_VERSION, seconds)


def _damage(desk_engine: Engine) -> Damaged | None:
    """Return what is broken in a desk of an older format."""
    from db.desk_file import verify

    with closing(engine.connect(desk_engine)) as sql:
        return verify.first_damage(sql)
