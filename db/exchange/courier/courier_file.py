"""The courier file: a page that tells damage, and behind it entries that SQLCipher has encrypted.

`courier_output` writes one, `courier_contents` reads it. The first page says how many bytes follow
and their hash, so that a file that was cut or changed on its way is told from a wrong passphrase.
What follows is a database with one table; a file may come from anybody, so that one with anything
else in it is refused.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from db.errors import DeskError, NotOurs, Refused, Unavailable, WrongPassphrase
from db.storage import engine, passphrases
from db.storage.engine import Sql
from db.storage.files import disk
from db.storage.unpacking import MAX_UNPACKED_BYTES

MAGIC = b"AIDE-MEMOIRE COURIER 1\n\n"
SIZE_BYTES, HASH_BYTES = 8, 32
MAX_OPENING_SECONDS = 10.0
CHUNK_BYTES = 1 << 20
TABLE = "CREATE TABLE entry (place INTEGER PRIMARY KEY, sort TEXT NOT NULL, data BLOB NOT NULL)"
_OBJECTS = "SELECT type, name, sql FROM sqlite_master LIMIT 3"
_MEND = "have it made again"


def is_courier(path: Path) -> bool:
    """Say whether a file begins as a courier does."""
    try:
        with disk.open_file(path) as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, disk.NotAFile):
        return False  # told by whoever reads it


class CourierEntries:
    """The entries of a courier, one after the other, while it is written or read."""

    def __init__(self, sql: Sql) -> None:
        self.sql = sql
        self._count = 0

    def add(self, sort: str, data: bytes) -> int:
        """Add an entry; returns its place."""
        self._count += 1
        self.sql.run("INSERT INTO entry VALUES (?,?,?)", (self._count, sort, data))
        return self._count

    def all_of(self, sort: str) -> Iterator[bytes]:
        """Yield every entry of a sort in order."""
        for (place,) in self.sql.rows("SELECT place FROM entry WHERE sort=? ORDER BY 1", (sort,)):
            yield self.at(place)

    def at(self, place: int) -> bytes:
        """Return the entry at a place."""
        data = self.sql.value("SELECT data FROM entry WHERE place=?", (place,))
        if not isinstance(data, bytes) or len(data) > MAX_UNPACKED_BYTES:
            raise Refused(f"The courier is damaged in entry {place}; {_MEND}.")
        return data

    def one(self, sort: str) -> bytes | None:
        """Return the entry of a sort that is there once, None where there is none."""
        return next(self.all_of(sort), None)


@contextmanager
def new_courier(file: BinaryIO, passphrase: str) -> Iterator[CourierEntries]:
    """Yield the entries of a courier to be filled; at the end the file holds it.

    Raises Refused for a passphrase that cannot be set.
    """
    key = engine.new_key(passphrase)
    with TemporaryDirectory() as folder:
        body = Path(folder) / "body"
        disk.create_file(body).close()
        with _connection(body, key, read_only=False) as sql:
            sql.run(TABLE)
            with sql.transaction():
                yield CourierEntries(sql)
        _write_whole(body, file)


def _write_whole(body: Path, file: BinaryIO) -> None:
    size, digest = body.stat().st_size, hashlib.sha256()
    file.write(MAGIC + size.to_bytes(SIZE_BYTES, "big") + bytes(HASH_BYTES))
    with disk.open_file(body) as source:
        while chunk := source.read(CHUNK_BYTES):
            digest.update(chunk)
            file.write(chunk)
    file.seek(len(MAGIC) + SIZE_BYTES)
    file.write(digest.digest())
    file.flush()


@contextmanager
def open_courier(path: Path, passphrase: str) -> Iterator[CourierEntries]:
    """Yield the entries of a courier; raise Refused, WrongPassphrase, Unavailable."""
    with TemporaryDirectory() as folder:
        body = Path(folder) / "body"  # encrypted still
        salt = _read_whole(path, body)
        if not passphrase:
            raise WrongPassphrase(f"{path.name} is encrypted; give its passphrase.")
        for form in passphrases.to_try(passphrase):
            key = engine.derive_key(form, salt)
            if _opens(body, key):
                break
        else:
            raise WrongPassphrase(f"The passphrase does not open {path.name}; type it again.")
        with _connection(body, key, read_only=True) as sql:
            _check_objects(sql, path)
            yield CourierEntries(sql)


def _read_whole(path: Path, body: Path) -> bytes:
    """Copy what follows the first page; return the salt in it. Refuse what is not whole."""
    try:
        with disk.open_file(path) as file, disk.create_file(body) as into:
            head = file.read(len(MAGIC) + SIZE_BYTES + HASH_BYTES)
            size = int.from_bytes(head[len(MAGIC) : -HASH_BYTES], "big")
            digest, salt, count = hashlib.sha256(), b"", 0
            while chunk := file.read(CHUNK_BYTES):
                salt = salt or chunk[: engine.SALT_BYTES]
                digest.update(chunk)
                into.write(chunk)
                count += len(chunk)
    except disk.NotAFile:
        raise
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror or error}.") from error
    if count < size or not salt:
        raise Refused(f"{path.name} was cut on its way, its end is missing; copy it again.")
    if count != size or digest.digest() != head[-HASH_BYTES:]:
        raise Refused(f"{path.name} was damaged on its way; copy it again, or {_MEND}.")
    return salt


@contextmanager
def _connection(body: Path, key: str, *, read_only: bool) -> Iterator[Sql]:
    desk_engine = engine.make_engine(body, key, read_only=read_only, immutable=read_only)
    try:
        with closing(engine.connect(desk_engine)) as sql:
            yield sql
    finally:
        desk_engine.dispose()


def _opens(body: Path, key: str) -> bool:
    try:
        with _connection(body, key, read_only=True) as sql:
            sql.is_known = False
            sql.rows("SELECT count(*) FROM sqlite_master")
    except NotOurs:
        return False
    return True


def _check_objects(sql: Sql, path: Path) -> None:
    """Refuse a database that holds anything but the one table."""
    sql.limit.deadline = time.monotonic() + MAX_OPENING_SECONDS
    sql.is_known = False
    try:
        found = sql.rows(_OBJECTS)
    except DeskError as error:
        raise Refused(f"{path.name} is damaged inside; {_MEND}.") from error
    if found != [("table", "entry", TABLE)]:
        raise Refused(f"{path.name} was not made by Aide-Mémoire; {_MEND}.")
    sql.limit.deadline, sql.is_known = None, True
