"""Whether a log is this file's: each transaction leaves a mark in a page of its own.

The log's newest version of the page names, by a digest, the page that lies in the file beneath it.
A log fits a file whose page is that one, or one that the log itself holds: a crash may have
stopped the moving anywhere, and the file then is half old and half new. Any other state of the
file, an older copy of the same desk too, has another page there.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from db.errors import DeskError, NotOurs
from db.storage import engine
from db.storage.engine import APPLICATION_ID, PAGE_BYTES, SALT_BYTES
from db.storage.files import wal
from db.storage.files.file_handle import DeskFile
from db.storage.sql import Sql
from db.storage.troubles import DRIVER_ERRORS

T = TypeVar("T")

FIRST_FORMAT: Final = 7  # whose desks carry the mark
FRAME_HEADER_BYTES: Final = 24  # bytes, SQLite's file format, 4.1
MAC_BYTES: Final = 64  # bytes at the end of an encrypted page
MAC_ROUNDS, MAC_SALT_MASK = 2, 0x3A  # SQLCipher 4's own
DIGEST_BYTES: Final = 16  # bytes


class Mark(NamedTuple):
    """The mark's page, the digest of what lay there below the log, and what was drawn."""

    page: int
    below: bytes
    value: bytes


def digest(data: bytes) -> bytes:
    """Return what stands for the bytes of a page."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).digest()


def page_in(file: DeskFile, page: int) -> bytes:
    """Return a page as it lies in the file, without its log."""
    return file.read((page - 1) * PAGE_BYTES, PAGE_BYTES)


def read_mark(sql: Sql) -> Mark | None:
    """Return the mark of a desk, None of a desk that has none yet."""
    page = sql.value("SELECT rootpage FROM sqlite_master WHERE name = 'log_mark'")
    if page is None:
        return None
    below, value = sql.one("SELECT below, mark FROM log_mark WHERE id = 1") or (None, None)
    below, value = (each if isinstance(each, bytes) else b"" for each in (below, value))
    return Mark(int(page), below, value)


def _mark_alone(desk: Path, key: str | None) -> bytes | None:
    """Return what the last transaction drew by the file alone, None where that cannot be read.

    With a log that holds no whole transaction, as a kill leaves it in the midst of the first, the
    mark is still the file's: nothing would be played in.
    """
    mark = _read_alone(desk, key, read_mark)
    return mark.value if mark is not None else None


def write_mark(sql: Sql, below: bytes) -> None:
    """Leave a fresh mark within a transaction."""
    sql.run("UPDATE log_mark SET mark = randomblob(16), below = ? WHERE id = 1", (below,))


def logged_pages(desk: Path, page: int) -> Iterator[bytes]:
    """Yield every version of a page that the log of a desk holds, the oldest first."""
    try:
        with wal.log_path(desk).open("rb") as log:
            head = log.read(wal.HEADER_BYTES)
            salts = head[16:24]
            while (
                len(frame := log.read(FRAME_HEADER_BYTES + PAGE_BYTES))
                == FRAME_HEADER_BYTES + PAGE_BYTES
            ):
                if frame[8:16] != salts:  # what an earlier log left in the file's room
                    return
                if int.from_bytes(frame[:4], "big") == page:
                    yield frame[FRAME_HEADER_BYTES:]
    except FileNotFoundError:
        return


def opens(key: str, first_page: bytes) -> bool:
    """Say whether a key is that of an encrypted file, by the file's first page alone.

    Asked of SQLite, a log of another file would answer in its place.
    """
    raw = bytes.fromhex(key[2:-1])
    secret, salt = raw[:-SALT_BYTES], raw[-SALT_BYTES:]
    mac_salt = bytes(each ^ MAC_SALT_MASK for each in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", secret, mac_salt, MAC_ROUNDS, 32)
    mac_input = first_page[SALT_BYTES : PAGE_BYTES - MAC_BYTES] + (1).to_bytes(4, "little")
    found = hmac.new(mac_key, mac_input, "sha512").digest()
    return hmac.compare_digest(found, first_page[PAGE_BYTES - MAC_BYTES : PAGE_BYTES])


def is_foreign_log(file: DeskFile, key: str | None) -> bool:
    """Say whether what lies beside a desk as its log was written for another state of it, or of
    none.

    Nothing is written. A log of which this cannot be known, as a format before 7 left it, is
    foreign when the file is whole without it and is not with it.
    """
    desk = file.path
    if not wal.holds_changes(desk):
        return False
    if wal.page_size(desk) != PAGE_BYTES:
        return True
    sql = None
    try:
        sql = engine.connect(engine.make_engine(desk, key, read_only=True))
        with sql.snapshot():
            return _is_foreign(sql, file, key)
    except (NotOurs, *DRIVER_ERRORS):
        return is_whole_alone(desk, key)
    finally:
        if sql is not None:
            sql.close()


def _is_foreign(sql: Sql, file: DeskFile, key: str | None) -> bool:
    version = int(sql.value("PRAGMA user_version"))
    if sql.value("PRAGMA application_id") != APPLICATION_ID:
        return True
    mark = read_mark(sql) if version >= FIRST_FORMAT else None
    if mark is not None and mark.below:
        there = digest(page_in(file, mark.page))
        if there == mark.below:
            return False
        logged = {digest(each) for each in logged_pages(file.path, mark.page)}
        if logged:
            return there not in logged and mark.value != _mark_alone(file.path, key)
    return not _is_whole(sql) and is_whole_alone(file.path, key)


def _is_whole(sql: Sql) -> bool:
    try:
        return sql.rows("PRAGMA quick_check(1)") == [("ok",)]
    except (DeskError, *DRIVER_ERRORS):
        return False


def is_whole_alone(desk: Path, key: str | None) -> bool:
    """Say whether the file is a whole desk without what lies beside it."""
    return bool(_read_alone(desk, key, _is_whole_desk))


def _is_whole_desk(sql: Sql) -> bool:
    return bool(sql.value("PRAGMA application_id") == APPLICATION_ID) and _is_whole(sql)


def _read_alone(desk: Path, key: str | None, ask: Callable[[Sql], T]) -> T | None:
    """Ask the file without what lies beside it; None where it cannot be read."""
    sql = None
    try:
        sql = engine.connect(engine.make_engine(desk, key, read_only=True, immutable=True))
        return ask(sql)
    except (DeskError, *DRIVER_ERRORS):
        return None
    finally:
        if sql is not None:
            sql.close()
