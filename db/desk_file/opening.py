"""Opening and making desks: what is a desk, who may write, what must be upgraded first.

The window, the commands and the tests come in here; everything after is `Store`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from db.clock import now
from db.desk_file import foreign_log, rewriting
from db.desk_file.held_desk import HeldDesk
from db.errors import Damaged, DeskError, Locked, NotOurs, Refused, Unavailable, WrongPassphrase
from db.log import logger_for
from db.storage import engine, log_mark, passphrases
from db.storage.engine import Sql
from db.storage.files import disk, lock, wal
from db.storage.files.file_handle import (
    DeskFile,
    chosen_name,
    has_names_elsewhere,
    real_path,
)
from db.storage.schema import Past

_log = logger_for("storage")
MAX_LOG_LOOKS = 4  # at a log that is being written while it is looked at
LOG_LOOK_PAUSE_SECONDS = 0.05  # seconds between two looks


def needs_passphrase(path: Path) -> bool:
    """Say whether the file is encrypted; refuses what is no desk at all."""
    file = _open_file(chosen_name(real_path(path)))
    try:
        return engine.salt_of(file) is not None
    finally:
        file.close()


class OpenedFile(NamedTuple):
    """A desk's file, held and of the present format: what `Store` is made of."""

    held: HeldDesk
    key: str | None
    engine: Engine
    says: str  # what was found beside the desk and not taken


def open_desk_file(
    path: Path, passphrase: str = "", *, read_only: bool = False, past: Past = Past.NOTHING
) -> OpenedFile:
    """Open for writing; when another holds the desk or the disk is read-only, for reading.

    `past` is what is read past where the schema is broken.
    """
    return _open(
        path,
        lambda file: _key_that_opens(file, passphrase, past=past),
        read_only=read_only,
        past=past,
    )


def open_with_key(path: Path, key: str | None) -> OpenedFile:
    """Open a desk for writing that was written just now, under its key."""
    return _open(path, lambda _: key, read_only=False)


def _open(
    path: Path,
    key_of: Callable[[DeskFile], str | None],
    *,
    read_only: bool,
    past: Past = Past.NOTHING,
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
        beside = _clear_ground(file, key, is_held=not held_desk.is_read_only)
        try:
            desk_engine = _open_engine(
                file,
                key,
                read_only=held_desk.is_read_only,
                alone=beside.is_alone,
                past=past,
            )
        except Unavailable:
            if held_desk.lock is None:
                raise
            held_desk.lock.release()  # a full disk takes no file beside the desk, which can be read
            held_desk.lock = None
            desk_engine = _open_engine(file, key, read_only=True, alone=beside.is_alone)
        if held_desk.is_read_only:
            _need_current(path, desk_engine)
        else:
            _migrate(path, desk_engine, file)
        _log.info(
            "opened a desk in %.2f s (encrypted %s, read only %s, log passed by %s)",
            time.monotonic() - started,
            key is not None,
            held_desk.is_read_only,
            beside.is_alone,
        )
        return OpenedFile(
            held_desk, key, desk_engine, " ".join(filter(None, (elsewhere, beside.says)))
        )
    except BaseException:
        held_desk.release()
        raise


def _clear(file: DeskFile) -> None:
    """Take away what a rewriting left that was killed midway, unless one is going on."""
    path = file.path
    if not rewriting.leftovers(path):
        return
    try:
        writer_lock = lock.WriterLock(path, lock.author_name())
    except Locked:
        return
    except Unavailable:
        if not lock.lock_path(path).exists():  # nobody writes; a full disk takes no lock
            rewriting.remove_leftovers(path)
        return
    try:
        rewriting.remove_leftovers(path)
    finally:
        writer_lock.release()


def _key_that_opens(file: DeskFile, passphrase: str, *, past: Past) -> str | None:
    """Return the key of a desk, None of a plain one; refuse a wrong passphrase and no desk."""
    salt = engine.salt_of(file)
    if salt is not None and not passphrase:
        raise WrongPassphrase(f"{file.path.name} is encrypted; give its passphrase.")
    _clear(file)
    if salt is None:
        _look(file, None, past=past)
        return None
    refusal = WrongPassphrase("The passphrase is not text in UTF-8; type it anew.")
    for form in passphrases.to_try(passphrase):
        key = engine.derive_key(form, salt)
        try:
            _look(file, key, past=past)
        except WrongPassphrase as error:
            refusal = error
        else:
            return key
    raise refusal


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


def _look(file: DeskFile, key: str | None, *, past: Past) -> None:
    """Refuse what is no desk before anything is written to it or beside it.

    A file with a log is read together with it if it is its own, and is first told by its own first
    page.
    """
    if not wal.holds_changes(file.path):
        _check_anew(file.path, key, immutable=True, past=past)
        return
    if key is None:
        engine.check_first_page(file)
    elif not log_mark.opens(key, file.read(0, engine.PAGE_BYTES)):
        raise engine.wrong_passphrase(file.path)
    try:
        alone = _has_foreign_log(file, key, is_held=False)
        _check_anew(file.path, key, immutable=alone, past=past)
    except NotOurs:
        raise
    except Unavailable as error:
        raise _needs_log(file.path) from error


def _has_foreign_log(file: DeskFile, key: str | None, *, is_held: bool) -> bool:
    """Say whether the log beside a desk is another's; look again while it is being written."""
    for _ in range(1 if is_held else MAX_LOG_LOOKS):
        if not log_mark.is_foreign_log(file, key):
            return False
        if lock.holder_of(file.path) is None:
            return True
        time.sleep(LOG_LOOK_PAUSE_SECONDS)
    return True


class Beside(NamedTuple):
    """What was found beside a desk: whether it is to be read alone, and what is told of that."""

    is_alone: bool = False
    says: str = ""


def _clear_ground(file: DeskFile, key: str | None, *, is_held: bool) -> Beside:
    """Set aside what lies beside a desk and was written for another file; only read, pass it by.

    The changes of a desk with a log never lie in a journal; one that another program keeps without
    a log may have been left in the middle of them.
    """
    path = file.path
    found = []
    if _has_foreign_log(file, key, is_held=is_held):
        found.append(wal.log_path(path))
    if foreign_log.is_journal(path) and not engine.is_kept_without_log(file):
        found.append(foreign_log.journal_path(path))
    if not found:
        return Beside()
    if not is_held:
        names = " and ".join(each.name for each in found)
        return Beside(True, f"{names} was not written for {path.name} and is passed by.")
    return Beside(False, foreign_log.set_all_aside(path, found))


def _needs_log(path: Path) -> Unavailable:
    return Unavailable(
        f"{path.name} was not closed, and where it lies its log cannot be read; copy it together"
        f" with {path.name}-wal to a folder that can be written, and open it there."
    )


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


def _open_engine(
    file: DeskFile, key: str | None, *, read_only: bool, alone: bool, past: Past = Past.NOTHING
) -> Engine:
    path = file.path
    if past is Past.ALL:
        return _check_anew(path, key, immutable=alone, past=past)
    desk_engine = engine.make_engine(path, key, read_only=read_only, immutable=alone)
    try:
        _check(path, desk_engine, key, past=past)
    except WrongPassphrase:
        raise
    except NotOurs:
        raise
    except Unavailable:
        if not read_only or alone:
            raise
        if wal.holds_changes(path):
            raise _needs_log(path) from None
        # a disk that takes no -shm file beside the desk: read it as it lies
        desk_engine = _check_anew(path, key, immutable=True)
    return desk_engine


def _check_anew(
    path: Path, key: str | None, *, immutable: bool, past: Past = Past.NOTHING
) -> Engine:
    """Return what reads a file that was found to be a desk."""
    desk_engine = engine.make_engine(path, key, read_only=True, immutable=immutable, past=past)
    _check(path, desk_engine, key, past=past)
    return desk_engine


def _check(path: Path, desk_engine: Engine, key: str | None, *, past: Past = Past.NOTHING) -> int:
    sql = None
    try:
        sql = engine.connect(desk_engine)
        return engine.check_header(sql, path, encrypted=key is not None, past=past)
    except NotOurs as error:
        if key is not None and not isinstance(error, WrongPassphrase) and sql is None:
            raise engine.wrong_passphrase(path) from error
        if sql is None:
            raise engine.not_a_desk(path) from error
        raise
    finally:
        if sql is not None:
            sql.close()


def _version(path: Path, desk_engine: Engine) -> int:
    sql = engine.connect(desk_engine)
    try:
        return int(sql.value("PRAGMA user_version"))
    finally:
        sql.close()


def _need_current(path: Path, desk_engine: Engine) -> None:
    if _version(path, desk_engine) < engine.SCHEMA_VERSION:
        raise Unavailable(
            f"{path.name} was written by an older Aide-Mémoire; open it once for writing first."
        )


def _migrate(path: Path, desk_engine: Engine, file: DeskFile) -> None:
    if _version(path, desk_engine) < engine.SCHEMA_VERSION:
        from db.desk_file.migrations import upgrade

        started = time.monotonic()
        try:
            upgrade(desk_engine, file)
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

    sql = engine.connect(desk_engine)
    try:
        return verify.first_damage(sql)
    finally:
        sql.close()


def make_desk(path: Path, passphrase: str = "", name: str = "") -> str:
    """Make an empty desk; refuses an existing file. Made aside and renamed: all or nothing.

    What a desk that lay there before has left is set aside; returns what is told of that.
    """
    if os.path.lexists(path):
        raise Refused(f"{path} already exists; choose another name.")
    path = real_path(path)
    key = engine.new_key(passphrase) if passphrase else None
    try:
        with _alone(path):
            if path.exists():
                raise Refused(f"{path} was made just now, by another; choose another name.")
            rewriting.remove_leftovers(path)
            try:
                return _make(path, key, name)
            finally:
                rewriting.remove_leftovers(path)
    except OSError as error:
        raise Unavailable(f"{path} cannot be made: {error.strerror}.") from error
    except Unavailable as error:
        raise Unavailable(f"{path} cannot be made there: {error}") from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock of a desk that is not there yet, so that two do not make it at once."""
    try:
        writer_lock = lock.WriterLock(path, lock.author_name())
    except Unavailable as error:
        if isinstance(error.__cause__, OSError):  # told in the words of a desk that is there
            raise error.__cause__ from None
        raise
    try:
        yield
    finally:
        with suppress(OSError):
            writer_lock.path.unlink()
        writer_lock.release()


def _make(path: Path, key: str | None, name: str) -> str:
    from db.desk_file.new_desk import create_tables

    aside = rewriting.aside_of(path)
    disk.create_file(aside).close()  # says in the system's words why nothing can be made there
    desk_engine = engine.make_engine(aside, key, read_only=False)
    create_tables(desk_engine)
    sql = engine.connect(desk_engine)
    facts = (("made", now()), ("name", name))
    sql.run_many("INSERT INTO setting VALUES (?,?)", facts)
    _seal(sql)
    desk_engine.dispose()
    says = foreign_log.clear_for(path)
    disk.put_in_place(aside, path)
    return says


def _seal(sql: Sql) -> None:
    """Turn on the log and leave nothing beside the file."""
    sql.rows("PRAGMA journal_mode = WAL")
    sql.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    sql.close()
