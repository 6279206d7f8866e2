"""The driver: connections, key, pragmas, application id.

`store` asks it for a writer and for readers, each a `Sql` on its own connection. Plain and
encrypted desks take the same path. Statements use `?`; only this module knows the driver.
"""

from __future__ import annotations

import hashlib
import os
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlcipher import SQLiteDialect_pysqlcipher
from sqlcipher3 import dbapi2

from db.errors import Damaged, NotOurs, TooNew, Unavailable, WrongPassphrase
from db.law.reference_order import reference_key
from db.names.folding import fold
from db.storage import passphrases, schema
from db.storage.files import disk, wal
from db.storage.files.file_handle import DeskFile
from db.storage.schema import Past
from db.storage.sql import Row as Row
from db.storage.sql import Sql as Sql
from db.storage.troubles import DRIVER_ERRORS, trouble
from db.vocabulary.countries import country_key

APPLICATION_ID = 0x41694D65  # "AiMe" in the file's header says whose file it is
APPLICATION_ID_OFFSET = 68  # bytes from the start, SQLite's file format, 1.3
SCHEMA_VERSION = 17
# The oldest format whose programs may read and write what this one writes; a desk says it of itself
# under the setting of that name. See docs/decisions/0033-a-newer-minor-format.md.
OLDEST_FORMAT = 17
OLDEST_FORMAT_SETTING = "oldest_format"
MAX_OPENING_SECONDS = 10.0  # seconds that a file is looked at before it is known for a desk
LOG_FLAG_OFFSET = 18  # of the byte that is 2 in a file with a log, else 1
PLAIN_HEADER = b"SQLite format 3\x00"
PAGE_BYTES = 4096
SALT_BYTES = 16
KDF_ROUNDS = 256_000  # SQLCipher 4's own, so any of its tools opens the file with the passphrase
PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "wal_autocheckpoint = 16000",  # 64 MB: a save does not wait for the file; idle time does it
    "journal_size_limit = 67108864",
    "temp_store = MEMORY",
    "cache_size = -24000",
    "trusted_schema = OFF",
    "cell_size_check = ON",  # a page that is damaged is refused as it is read
    "mmap_size = 0",
)
PAST_PRAGMAS: dict[Past, tuple[str, ...]] = {
    Past.NOTHING: (),
    Past.FULL_TEXT: (),
    # SQLite then knows what it can make out, instead of nothing; such a connection only reads.
    Past.ALL: ("writable_schema = ON",),
}
BUSY_SECONDS = 5.0  # that a statement waits for a lock which another process holds
# KB, negative as SQLite wants it; a window has two readers open all day. A page of an encrypted
# desk is deciphered each time it is read from the file.
READER_CACHE, ENCRYPTED_CACHE = -4000, -24000


class DeskDialect(SQLiteDialect_pysqlcipher):
    """SQLAlchemy's SQLCipher dialect, save that a desk without a passphrase is given no key."""

    supports_statement_cache = True

    def on_connect_url(self, url: URL) -> Callable[[Any], Any] | None:
        """Return what is done with each new connection: the key first, if there is one."""
        if url.password:
            return super().on_connect_url(url)  # type: ignore[no-untyped-call,no-any-return]
        return super(SQLiteDialect_pysqlcipher, self).on_connect_url(url)


registry.register("sqlite.desk", __name__, "DeskDialect")


def salt_of(file: DeskFile) -> bytes | None:
    """Return the salt of an encrypted desk, None of a plain one; refuses what is no desk at all."""
    name = file.path.name
    try:
        size = file.size()
        head = file.read(0, len(PLAIN_HEADER))
    except OSError as error:
        raise Unavailable(f"{name} cannot be read: {error.strerror}.") from error
    if size == 0:
        raise NotOurs(f"{name} is empty; it is not a desk.")
    if head == PLAIN_HEADER:
        return None
    if (size % PAGE_BYTES and not wal.holds_changes(file.path)) or len(head) < SALT_BYTES:
        raise NotOurs(f"{name} is not a desk.")
    return head


def derive_key(passphrase: str, salt: bytes) -> str:
    """Return SQLCipher's raw key with its salt, derived once for all connections."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, KDF_ROUNDS, 32)
    return f"x'{key.hex()}{salt.hex()}'"


def new_key(passphrase: str) -> str:
    """Return the key of a desk that is being made: a fresh salt, the officer's passphrase.

    Raises Refused for a passphrase that cannot be set.
    """
    return derive_key(passphrases.to_set(passphrase), os.urandom(SALT_BYTES))


def _fold(text: str) -> str:
    return fold(text)


def _crc32_of_text(data: bytes) -> int | None:
    """Return the sum of a text; None of bytes that are none, so that nothing adds up to them."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return zlib.crc32(data)


def make_engine(
    path: Path,
    key: str | None,
    *,
    read_only: bool,
    immutable: bool = False,
    past: Past = Past.NOTHING,
) -> Engine:
    """Return an engine by the pysqlcipher dialect whose every connection is set up alike.

    `immutable` reads a file on a disk that takes no file beside it; nobody may be writing it.
    `past` is what is read past where the schema itself is broken.
    """
    mode = ("ro" if read_only else "rwc") + ("&immutable=1" if immutable else "")

    def open_file() -> dbapi2.Connection:
        raw = dbapi2.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
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
        raw.create_function("crc32", 1, zlib.crc32, deterministic=True)  # of `record_sums`
        raw.create_function("crc32", 2, zlib.crc32, deterministic=True)  # from another start
        raw.create_function("crc32_of_text", 1, _crc32_of_text, deterministic=True)
        raw.create_function("country_key", 1, country_key, deterministic=True)
        raw.create_function("reference_key", 1, reference_key, deterministic=True)
        for pragma in (*PAST_PRAGMAS[past], *PRAGMAS):
            raw.execute(f"PRAGMA {pragma}")

    return engine


def connect(engine: Engine) -> Sql:
    """Return a connection of its own; the caller closes it."""
    try:
        proxy = engine.raw_connection()
    except DRIVER_ERRORS as error:
        raise trouble(error, "") or error from error
    raw = proxy.driver_connection
    assert raw is not None
    return Sql(raw, proxy.close)


def in_memory() -> Sql:
    """Return a connection to an empty database of its own, beside every desk, for any thread."""
    raw = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    return Sql(raw, raw.close)


def check_first_page(file: DeskFile) -> None:
    """Refuse a plain file that another program made, without opening it as a database."""
    head = file.read(0, APPLICATION_ID_OFFSET + 4)
    if head[APPLICATION_ID_OFFSET:] != APPLICATION_ID.to_bytes(4, "big"):
        raise _of_another(file.path)


def is_kept_without_log(file: DeskFile) -> bool:
    """Say whether a plain file changes in place, with a journal and no log."""
    head = file.read(0, LOG_FLAG_OFFSET + 1)
    return head.startswith(PLAIN_HEADER) and head[LOG_FLAG_OFFSET:] == b"\x01"


def wrong_passphrase(path: Path) -> WrongPassphrase:
    """Return what is told of a passphrase that does not open a desk."""
    return WrongPassphrase(
        f"The passphrase does not open {path.name}, or the file is not a desk, or its"
        " beginning is damaged. A desk with a key file opens with that as well, and not without."
    )


def not_a_desk(path: Path) -> NotOurs:
    """Return what is told of a file in which nothing can be read."""
    return NotOurs(
        f"{path.name} is not a desk, or is damaged; restore a copy of it, or run “verify” to see"
        " what is broken."
    )


def _of_another(path: Path) -> NotOurs:
    return NotOurs(f"{path.name} belongs to another program; it is not a desk.")


def check_header(sql: Sql, path: Path, *, encrypted: bool, past: Past = Past.NOTHING) -> int:
    """Return the schema version of the desk behind a connection; refuses what is not one or is
    newer.

    Another schema than a desk's is refused as well, save what is to be read past.
    """
    sql.limit.deadline = time.monotonic() + MAX_OPENING_SECONDS
    sql.is_known = False
    try:
        application = sql.value("PRAGMA application_id")
        version = int(sql.value("PRAGMA user_version"))
        objects = [] if past is Past.ALL else sql.rows(schema.LISTED, (schema.MAX_OBJECTS,))
    except Damaged:
        raise
    except NotOurs as error:
        if encrypted:
            raise wrong_passphrase(path) from error
        raise not_a_desk(path) from error
    if application != APPLICATION_ID:
        raise _of_another(path)
    if version > SCHEMA_VERSION and not _is_for_ours(sql):
        raise TooNew(
            f"{path.name} was written by a newer Aide-Mémoire (format {version}, this program"
            f" knows {SCHEMA_VERSION}); open it with that one."
        )
    if past is not Past.ALL:
        wrong = schema.faults(objects, age_of(version))
        stopping = [each for each in wrong if each.stops(past)]
        if refusal := schema.refusal(stopping, path.name):
            raise refusal
    sql.limit.deadline, sql.is_known = None, True
    return version


def age_of(version: int) -> schema.Age:
    """Return how a format stands to this program's."""
    if version == SCHEMA_VERSION:
        return schema.Age.PRESENT
    return schema.Age.OLDER if version < SCHEMA_VERSION else schema.Age.NEWER


def _is_for_ours(sql: Sql) -> bool:
    """Say whether a newer desk says that programs of our format may read and write it.

    It is asked of a table that is just as we know it, and of nothing else in the file.
    """
    text = sql.value("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'setting'")
    if schema.normal(text) != schema.expected_schema().objects["table setting setting"]:
        return False
    oldest = sql.value("SELECT value FROM setting WHERE key = ?", (OLDEST_FORMAT_SETTING,))
    return isinstance(oldest, str) and oldest.isdecimal() and int(oldest) <= SCHEMA_VERSION


def export(sql: Sql, path: Path, key: str | None) -> None:
    """Write the whole desk into a new file under another key, or none; on the disk when it ends.

    Raises OSError where no file can be made, DeskError where it cannot be filled.
    """
    with disk.create_file(path):  # filled by the driver, which keeps its rights
        pass
    sql.run("ATTACH DATABASE ? AS other KEY ?", (str(path), key or ""))
    try:
        with sql.transaction():  # nothing is written into the desk meanwhile, by whomever
            _copy_all(sql)
        for name in ("application_id", "user_version"):
            sql.run(f"PRAGMA other.{name} = {int(sql.value(f'PRAGMA main.{name}'))}")
        sql.rows("PRAGMA other.journal_mode = WAL")
    finally:
        sql.run("DETACH DATABASE other")


def _copy_all(sql: Sql) -> None:
    """Copy every table; SQLCipher's function says in words alone why it fails, without a code."""
    try:
        sql.rows("SELECT sqlcipher_export('other')")
    except DRIVER_ERRORS as error:
        raise Unavailable(
            f"The desk cannot be written anew here ({error}); nothing was changed."
        ) from error
