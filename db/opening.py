"""Opening and making desks: what is a desk, who may write, what must be upgraded first.

The window, the commands and the tests come in here; everything after is `Store`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine

from db import disk, engine, lock, passphrases, rewriting, wal
from db.clock import now
from db.engine import Sql
from db.errors import Locked, NotOurs, Refused, Unavailable, WrongPassphrase
from db.store import Store, author_name


def needs_passphrase(path: Path) -> bool:
    """Whether the file is encrypted; refuses what is no desk at all."""
    if not path.exists():
        raise Unavailable(f"{path} does not exist.")
    return engine.salt_of(path) is not None


def open_desk(path: Path, passphrase: str = "", *, read_only: bool = False) -> Store:
    """Open a desk for writing; when another holds it or the disk is read-only, for reading."""
    salted = needs_passphrase(path)
    if salted and not passphrase:
        raise WrongPassphrase(f"{path.name} is encrypted; give its passphrase.")
    _clear(path)
    key = _key_that_opens(path, passphrase, engine.salt_of(path))
    held, holder = (None, "") if read_only else _try_lock(path)
    try:
        try:
            made = _open_engine(path, key, read_only=held is None)
        except Unavailable:
            if held is None:
                raise
            held.release()  # a full disk takes no file beside the desk, which can still be read
            held = None
            made = _open_engine(path, key, read_only=True)
        if held is None:
            _need_current(path, made)
        else:
            _migrate(path, made)
        return Store(path, key, made, held, holder)
    except BaseException:
        if held is not None:
            held.release()
        raise


def _clear(path: Path) -> None:
    """Take away what a rewriting left that was killed midway, unless one is going on."""
    if not rewriting.leftovers(path):
        return
    try:
        held = lock.WriterLock(path, author_name())
    except Locked:
        return
    except Unavailable:
        if not lock.lock_path(path).exists():  # nobody writes; a full disk takes no lock
            rewriting.remove_leftovers(path)
        return
    try:
        rewriting.remove_leftovers(path)
    finally:
        held.release()


def _key_that_opens(path: Path, passphrase: str, salt: bytes | None) -> str | None:
    """The key of a desk, None of a plain one; refuses what is no desk, and a wrong passphrase."""
    if salt is None:
        _look(path, None)
        return None
    refusal = WrongPassphrase("The passphrase is not text in UTF-8; type it anew.")
    for form in passphrases.to_try(passphrase):
        key = engine.derive_key(form, salt)
        try:
            _look(path, key)
        except WrongPassphrase as error:
            refusal = error
        else:
            return key
    raise refusal


def _look(path: Path, key: str | None) -> None:
    """Refuse what is no desk before anything is written to it or beside it.

    A file with a log is read together with it, and a plain one is first told by its own header.
    """
    logged = wal.holds_changes(path)
    if logged and key is None:
        engine.check_first_page(path)
    try:
        _check(path, engine.make_engine(path, key, read_only=True, immutable=not logged), key)
    except Unavailable as error:
        raise _needs_log(path) if logged else error from error


def _needs_log(path: Path) -> Unavailable:
    return Unavailable(
        f"{path.name} was not closed, and where it lies its log cannot be read; copy it together"
        f" with {path.name}-wal to a folder that can be written, and open it there."
    )


def _try_lock(path: Path) -> tuple[lock.WriterLock | None, str]:
    if not os.access(path, os.W_OK):
        return None, ""
    try:
        return lock.WriterLock(path, author_name()), ""
    except Locked as refusal:
        return None, refusal.holder
    except Unavailable:
        return None, ""


def _open_engine(path: Path, key: str | None, *, read_only: bool) -> Engine:
    made = engine.make_engine(path, key, read_only=read_only)
    try:
        _check(path, made, key)
    except WrongPassphrase:
        raise
    except NotOurs:
        raise
    except Unavailable:
        if not read_only:
            raise
        if wal.holds_changes(path):
            raise _needs_log(path) from None
        # a disk that takes no -shm file beside the desk: read it as it lies
        made = engine.make_engine(path, key, read_only=True, immutable=True)
        _check(path, made, key)
    return made


def _check(path: Path, made: Engine, key: str | None) -> int:
    sql = None
    try:
        sql = engine.connect(made)
        return engine.check_header(sql, path, encrypted=key is not None)
    except NotOurs as error:
        if key is not None and not isinstance(error, WrongPassphrase) and sql is None:
            raise WrongPassphrase(
                f"The passphrase does not open {path.name}, or the file is not a desk."
            ) from error
        if sql is None:
            raise NotOurs(f"{path.name} is not a desk, or is damaged.") from error
        raise
    finally:
        if sql is not None:
            sql.close()


def _version(path: Path, made: Engine) -> int:
    sql = engine.connect(made)
    try:
        return int(sql.value("PRAGMA user_version"))
    finally:
        sql.close()


def _need_current(path: Path, made: Engine) -> None:
    if _version(path, made) < engine.SCHEMA_VERSION:
        raise Unavailable(
            f"{path.name} was written by an older Aide-Mémoire; open it once for writing first."
        )


def _migrate(path: Path, made: Engine) -> None:
    if _version(path, made) < engine.SCHEMA_VERSION:
        from db.migrations import upgrade

        upgrade(made)


def make_desk(path: Path, passphrase: str = "", name: str = "") -> None:
    """Make an empty desk; refuses an existing file. Made aside and renamed: all or nothing."""
    if os.path.lexists(path):
        raise Refused(f"{path} already exists; choose another name.")
    key = engine.new_key(passphrase) if passphrase else None
    try:
        with _alone(path):
            if path.exists():
                raise Refused(f"{path} was made just now, by another; choose another name.")
            rewriting.remove_leftovers(path)
            try:
                _make(path, key, name)
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
        held = lock.WriterLock(path, author_name())
    except Unavailable as error:
        if isinstance(error.__cause__, OSError):  # told in the words of a desk that is there
            raise error.__cause__ from None
        raise
    try:
        yield
    finally:
        with suppress(OSError):
            held.path.unlink()
        held.release()


def _make(path: Path, key: str | None, name: str) -> None:
    from db.migrations import upgrade

    aside = rewriting.aside_of(path)
    disk.create_file(aside).close()  # says in the system's words why nothing can be made there
    made = engine.make_engine(aside, key, read_only=False)
    upgrade(made)
    sql = engine.connect(made)
    facts = (("made", now()), ("name", name))
    sql.run_many("INSERT INTO setting VALUES (?,?)", facts)
    _seal(sql)
    made.dispose()
    disk.put_in_place(aside, path)


def _seal(sql: Sql) -> None:
    """Turn on the log and leave nothing beside the file."""
    sql.rows("PRAGMA journal_mode = WAL")
    sql.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    sql.close()
