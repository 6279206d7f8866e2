"""The driver: connections, key, pragmas, application id; the one place where errors are read.

`store` asks it for a writer and for readers, each a `Sql` on its own connection. Plain and
encrypted desks take the same path. Statements use `?`; only this module knows the driver.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3
from sqlalchemy import URL, Engine, create_engine, event, pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlcipher import SQLiteDialect_pysqlcipher
from sqlcipher3 import dbapi2

from db import wal
from db.errors import Conflict, DeskError, NotOurs, Stopped, TooNew, Unavailable, WrongPassphrase

APPLICATION_ID = 0x41694D65  # "AiMe" in the file's header says whose file it is
APPLICATION_PLACE = 68  # bytes from the start, SQLite's file format, 1.3
SCHEMA_VERSION = 7
PLAIN_HEADER = b"SQLite format 3\x00"
PAGE_SIZE = 4096
SALT_SIZE = 16
KDF_ROUNDS = 256_000  # SQLCipher 4's own, so any of its tools opens the file with the passphrase
PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "wal_autocheckpoint = 16000",  # 64 MB: a save does not wait for the file; idle time does it
    "journal_size_limit = 67108864",
    "temp_store = MEMORY",
    "cache_size = -24000",
    "trusted_schema = OFF",
)
# KB, negative as SQLite wants it; a window has two readers open all day. A page of an encrypted
# desk is deciphered each time it is read from the file.
READER_CACHE, ENCRYPTED_CACHE = -8000, -24000
Row = tuple[Any, ...]


class DeskDialect(SQLiteDialect_pysqlcipher):
    """SQLAlchemy's SQLCipher dialect, save that a desk without a passphrase is given no key."""

    supports_statement_cache = True

    def on_connect_url(self, url: URL) -> Callable[[Any], Any] | None:
        """What is done with each new connection: the key first, if there is one."""
        if url.password:
            return super().on_connect_url(url)  # type: ignore[no-untyped-call,no-any-return]
        return super(SQLiteDialect_pysqlcipher, self).on_connect_url(url)


registry.register("sqlite.desk", __name__, "DeskDialect")

TROUBLES: tuple[tuple[str, type[DeskError], str], ...] = (
    ("interrupted", Stopped, "The question was withdrawn."),
    (
        "is full",
        Unavailable,
        "The disk is full; free some space and try again. Nothing was changed.",
    ),
    ("readonly", Unavailable, "The desk can only be read here; nothing was changed."),
    ("read-only", Unavailable, "The desk can only be read here; nothing was changed."),
    ("locked", Unavailable, "Another program is writing to the desk; try again in a moment."),
    ("not a database", NotOurs, "The file is not a desk, or its passphrase is another one."),
    ("malformed", NotOurs, "The desk is damaged; restore a copy of it."),
    ("disk i/o error", Unavailable, "The disk does not answer; nothing was changed."),
    ("foreign key", Conflict, "What this names is no longer on the desk; choose it again."),
    ("unable to open", Unavailable, "The desk cannot be opened where it lies."),
)


def trouble(error: Exception) -> DeskError | None:
    """The refusal that a driver's error stands for, or None when it is a bug."""
    said = str(error).casefold()
    for mark, family, says in TROUBLES:
        if mark in said:
            return family(says)
    return None


class Reference(NamedTuple):
    """A column that names a row of another table; `strict` when it cannot be empty."""

    table: str
    column: str
    strict: bool


class Sql:
    """One connection: statements in, tuples out, errors told apart once."""

    def __init__(self, raw: dbapi2.Connection, release: Callable[[], None]) -> None:
        self.raw = raw
        self._release = release
        self._columns: dict[str, tuple[str, ...]] = {}
        self._references: dict[str, list[Reference]] = {}
        self.is_unwanted: Callable[[], bool] | None = None  # asked before each question

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table, in the file's order."""
        if table not in self._columns:
            listed = self.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
            self._columns[table] = tuple(row[0] for row in listed)
        return self._columns[table]

    def references(self, table: str) -> list[Reference]:
        """Every column of another table, or of this one, that names a row of `table`."""
        if not self._references:
            for child, column, target, strict in self.rows(
                'SELECT m.name, f."from", f."table", c."notnull" OR c.pk FROM sqlite_master m'
                " JOIN pragma_foreign_key_list(m.name) f"
                ' JOIN pragma_table_info(m.name) c ON c.name = f."from"'
                " WHERE m.type = 'table'"
            ):
                self._references.setdefault(target, []).append(
                    Reference(child, column, bool(strict))
                )
        return self._references.get(table, [])

    def _heed(self) -> None:
        """End here what nobody wants: an interrupt hits only a statement that is running."""
        if self.is_unwanted is not None and self.is_unwanted():
            raise Stopped("The question was withdrawn.")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        self._heed()
        try:
            return self.raw.execute(statement, values).fetchall()  # type: ignore[no-any-return]
        except sqlcipher3.Error as error:
            raise trouble(error) or error from error

    def stream(self, statement: str, values: Sequence[Any] = (), size: int = 2000) -> Iterable[Row]:
        """The rows of a long query, fetched `size` at a time so other threads get their turn."""
        try:
            cursor = self.raw.execute(statement, values)
            while batch := cursor.fetchmany(size):
                yield from batch
        except sqlcipher3.Error as error:
            raise trouble(error) or error from error

    def one(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        self._heed()
        try:
            return self.raw.execute(statement, values).fetchone()  # type: ignore[no-any-return]
        except sqlcipher3.Error as error:
            raise trouble(error) or error from error

    def value(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(statement, values)
        return None if row is None else row[0]

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """One statement for its effect."""
        try:
            self.raw.execute(statement, values)
        except sqlcipher3.Error as error:
            raise trouble(error) or error from error

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for many rows."""
        try:
            self.raw.executemany(statement, rows)
        except sqlcipher3.Error as error:
            raise trouble(error) or error from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written in here, or nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self.raw.in_transaction:
                self.run("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several questions to one moment: what others write meanwhile is not seen."""
        self.run("BEGIN")
        try:
            yield
        finally:
            if self.raw.in_transaction:
                self.run("ROLLBACK")

    def interrupt(self) -> None:
        """Stop what this connection is doing, from any thread."""
        self.raw.interrupt()

    def close(self) -> None:
        """Give the connection back to the system."""
        self._release()


def salt_of(path: Path) -> bytes | None:
    """The salt of an encrypted desk, None of a plain one; refuses what is no desk at all."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(PLAIN_HEADER))
    except OSError as error:
        raise Unavailable(f"{path.name} cannot be read: {error.strerror}.") from error
    if size == 0:
        raise NotOurs(f"{path.name} is empty; it is not a desk.")
    if head == PLAIN_HEADER:
        return None
    if (size % PAGE_SIZE and not wal.holds_changes(path)) or len(head) < SALT_SIZE:
        raise NotOurs(f"{path.name} is not a desk.")
    return head


def derive_key(passphrase: str, salt: bytes) -> str:
    """SQLCipher's raw key with its salt, derived once so that further connections open at once."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, KDF_ROUNDS, 32)
    return f"x'{key.hex()}{salt.hex()}'"


def new_key(passphrase: str) -> str:
    """The key of a desk that is being made: a fresh salt, the officer's passphrase."""
    return derive_key(passphrase, os.urandom(SALT_SIZE))


def _fold(text: str) -> str:
    from db.names.folding import fold  # loaded by the first statement that folds

    return fold(text)


def make_engine(path: Path, key: str | None, *, read_only: bool, immutable: bool = False) -> Engine:
    """An engine by the pysqlcipher dialect whose every connection is set up alike.

    `immutable` reads a file on a disk that takes no file beside it; nobody may be writing it.
    """
    mode = ("ro" if read_only else "rwc") + ("&immutable=1" if immutable else "")

    def open_file() -> dbapi2.Connection:
        raw = dbapi2.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=5,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
        )
        raw.execute("PRAGMA cipher_log_level = NONE")
        return raw

    url = URL.create("sqlite+desk", password=key)
    engine = create_engine(url, creator=open_file, module=dbapi2, poolclass=pool.NullPool)

    @event.listens_for(engine, "connect")
    def _set_up(raw: dbapi2.Connection, _record: object) -> None:
        # SQLite's own lower() and LIKE know no letters but those of English.
        raw.create_function("fold", 1, _fold, deterministic=True)
        for pragma in PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")

    return engine


def connect(engine: Engine) -> Sql:
    """A connection of its own; the caller closes it."""
    try:
        proxy = engine.raw_connection()
    except sqlcipher3.Error as error:
        raise trouble(error) or error from error
    raw = proxy.driver_connection
    assert raw is not None
    return Sql(raw, proxy.close)


def check_first_page(path: Path) -> None:
    """Refuse a plain file that another program made, without opening it as a database."""
    with path.open("rb") as file:
        head = file.read(APPLICATION_PLACE + 4)
    if head[APPLICATION_PLACE:] != APPLICATION_ID.to_bytes(4, "big"):
        raise _of_another(path)


def _of_another(path: Path) -> NotOurs:
    return NotOurs(f"{path.name} belongs to another program; it is not a desk.")


def check_header(sql: Sql, path: Path, *, encrypted: bool) -> int:
    """The schema version of the desk behind a connection; refuses what is not one or is newer."""
    try:
        application = sql.value("PRAGMA application_id")
        version = int(sql.value("PRAGMA user_version"))
        sql.value("SELECT count(*) FROM sqlite_master")
    except NotOurs as error:
        if encrypted:
            raise WrongPassphrase(
                f"The passphrase does not open {path.name}, or the file is not a desk."
            ) from error
        raise NotOurs(f"{path.name} is not a desk, or is damaged.") from error
    if application != APPLICATION_ID:
        raise _of_another(path)
    if version > SCHEMA_VERSION:
        raise TooNew(
            f"{path.name} was written by a newer Aide-Mémoire (format {version}, this program"
            f" knows {SCHEMA_VERSION}); open it with that one."
        )
    return version


def export(sql: Sql, path: Path, key: str | None) -> None:
    """Write the whole desk into a new file under another key, or none."""
    sql.run("ATTACH DATABASE ? AS other KEY ?", (str(path), key or ""))
    try:
        sql.rows("SELECT sqlcipher_export('other')")
        for name in ("application_id", "user_version"):
            sql.run(f"PRAGMA other.{name} = {int(sql.value(f'PRAGMA main.{name}'))}")
        sql.rows("PRAGMA other.journal_mode = WAL")
    finally:
        sql.run("DETACH DATABASE other")
