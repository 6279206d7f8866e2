"""Damages of what stands in a desk's tables, written through SQLite as the program never would."""

from __future__ import annotations

import random
import zlib
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.db.damage.desks import PASSPHRASE, connected
from tests.db.damage.pages import Damage

BROKEN_TEXT = "CAST(x'4AC328FF' AS TEXT)"
VALUES = (  # what may stand in any column that does not belong there
    BROKEN_TEXT,
    "x'00FF10'",
    "x''",
    "''",
    "-5",
    "99",
    "9223372036854775807",
    "1.5",
    "9e999",
    "'secret'",
    "'0'",
    "'2025-13-45'",
    "'not a date'",
    "'{}'",
    "'[[[['",
    "char(0)",
    "'a' || char(0) || 'b'",
    "'" + "x" * 30_000 + "'",
    "NULL",
)


def tables(raw: dbapi2.Connection) -> list[str]:
    """The tables of a desk that a statement can write to."""
    return [
        name
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(("sqlite_", "fts_"))
    ]


def one_value(path: Path, chance: random.Random) -> str:
    """One column of one row, or of all rows of a table, holds what does not belong there."""
    raw = _free(path)
    told = ""
    for _ in range(8):
        table = chance.choice(tables(raw))
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        column, value = chance.choice(columns), chance.choice(VALUES)
        some = chance.choice(("", f" WHERE rowid = (SELECT max(rowid) FROM {table})"))
        if column == "id":
            some = f" WHERE rowid = (SELECT max(rowid) FROM {table})"
        told = f"{table}.{column} = {value[:40]}{some}"
        try:
            raw.execute(f'UPDATE {table} SET "{column}" = {value}{some}')
        except dbapi2.Error:
            continue
        break
    raw.close()
    return told


def lost_rows(path: Path, chance: random.Random) -> str:
    """Rows of one table are gone that others name."""
    raw = _free(path)
    table = chance.choice(tables(raw))
    raw.execute(f"DELETE FROM {table} WHERE rowid % 3 = {chance.randrange(3)}")
    raw.close()
    return f"rows of {table} are gone"


def lost_table(path: Path, chance: random.Random) -> str:
    """A table, an index or a part of the full text is gone from the schema."""
    raw = _free(path)
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master")]
    name = chance.choice(names)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
    raw.close()
    return f"{name} is gone"


def full_text(path: Path, chance: random.Random) -> str:
    """The tables in which FTS5 keeps its index hold something else."""
    raw = _free(path)
    kind = chance.choice(("person", "organization", "agreement", "event"))
    told = chance.choice(
        (
            f"UPDATE fts_{kind}_config SET v = 99",
            f"DELETE FROM fts_{kind}_config",
            f"UPDATE fts_{kind}_data SET block = x'FFFFFFFFFF'",
            f"UPDATE fts_{kind}_data SET block = 'text' WHERE id > 10",
            f"DELETE FROM fts_{kind}_data",
            f"DELETE FROM fts_{kind}_data WHERE id > 10",
            f"DELETE FROM fts_{kind}_docsize",
            f"UPDATE fts_{kind}_docsize SET sz = x''",
            f"DELETE FROM fts_{kind}_idx",
            f"UPDATE fts_{kind}_idx SET pgno = 7777",
            f"UPDATE fts_{kind}_data SET block = randomblob(length(block)) WHERE id > 10",
        )
    )
    raw.execute(told)
    raw.close()
    return told


def packed(path: Path, chance: random.Random) -> str:
    """What the history, the printed documents and the drafts pack is something else."""
    raw = _free(path)
    what = chance.choice(
        (
            b"",
            b"{}",
            b"[]",
            b"null",
            b"[1, 2]",
            b'{"id": "x", "marking": "y"}',
            b"[" * 100_000,
            b'{"a":' * 100_000,
            b"\xff\xfe",
            b"NaN",
            b"1e999",
            b'{"id": 1e400}',
            b'{"ids": "all"}',
            b'{"ids": [["x"]]}',
            b'{"ids": [99999999999999999999999]}',
            zlib.compress(b"[[]]"),
            zlib.compress(b"null"),
            zlib.compress(b'[{"id": 1}]'),
            zlib.compress(bytes(80_000_000)),
            zlib.compress(b"[" * 1_000_000),
            zlib.compress(b"abc")[:-3],
            chance.randbytes(60),
        )
    )
    table, column = chance.choice(
        (
            ("revision", "before"),
            ("revision", "after"),
            ("printed", "used"),
            ("printed", "asked"),
            ("draft", "payload"),
            ("saved_search", "query"),
        )
    )
    as_text = chance.random() < 0.5 or column in ("asked", "payload", "query")
    value = what.decode("utf-8", "replace") if as_text else what
    raw.execute(f"UPDATE {table} SET {column} = ?", (value,))
    raw.close()
    return f"{table}.{column} = {what[:30]!r} as {type(value).__name__}"


ODD_MARKINGS = ("NULL", "99", "-5", "'text'", "'3'", "1.5", "x'03'", "4", "9e99", "''")


def odd_marking(path: Path, chance: random.Random) -> str:
    """Markings of one table are none: nothing, text, a fraction, beyond the highest."""
    raw = _free(path)
    marked = [
        name
        for name in tables(raw)
        if "marking" in [row[1] for row in raw.execute(f"PRAGMA table_info({name})")]
    ]
    table, value = chance.choice(marked), chance.choice(ODD_MARKINGS)
    some = chance.choice(("", " WHERE rowid % 2 = 0"))
    told = f"UPDATE OR IGNORE {table} SET marking = {value}{some}"
    _try(raw, told)
    raw.close()
    return told


def other_reference(path: Path, chance: random.Random) -> str:
    """A column that names a row names another, its own row or none: a circle, a stranger."""
    raw = _free(path)
    named = [
        (table, row[1])
        for table in tables(raw)
        for row in raw.execute(f"PRAGMA table_info({table})")
        if row[1].endswith("_id")
    ]
    table, column = chance.choice(named)
    value = chance.choice(("rowid", "record_id", "id", "1", "2", "0", "-1", "424242", "1 << 60"))
    told = f'UPDATE OR IGNORE {table} SET "{column}" = {value}'
    _try(raw, told)
    raw.close()
    return told


def other_schema(path: Path, chance: random.Random) -> str:
    """The schema says something else: a trigger, a view, a changed table, two roots swapped."""
    raw = _free(path)
    raw.execute("PRAGMA writable_schema = ON")
    rooted = "SELECT name FROM sqlite_master WHERE rootpage > 1 ORDER BY name"
    names = [row[0] for row in raw.execute(rooted)]
    one, two = chance.choice(names), chance.choice(names)
    told = chance.choice(
        (
            "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM note; END",
            "CREATE VIEW v AS SELECT * FROM record",
            "CREATE TABLE another (id)",
            "CREATE INDEX another ON record (fold(title))",
            "ALTER TABLE record ADD COLUMN another",
            f"UPDATE sqlite_master SET sql = sql || ' ' WHERE name = '{one}'",
            f"UPDATE sqlite_master SET sql = 'CREATE NONSENSE' WHERE name = '{one}'",
            f"UPDATE sqlite_master SET sql = {BROKEN_TEXT} WHERE name = '{one}'",
            f"UPDATE sqlite_master SET type = 'view' WHERE name = '{one}'",
            f"UPDATE sqlite_master SET tbl_name = 'nothing' WHERE name = '{one}'",
            f"UPDATE sqlite_master SET name = '{two}' WHERE name = '{one}'",
            f"UPDATE sqlite_master SET rootpage = 1 << 30 WHERE name = '{one}'",
            f"UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
            f" WHERE name = '{two}') WHERE name = '{one}'",
            f"PRAGMA user_version = {chance.choice((0, 1, 3, 5, 6, 8, 99))}",
            "PRAGMA application_id = 7",
        )
    )
    _try(raw, told)
    raw.close()
    return told


def lost_entries(path: Path, chance: random.Random) -> str:
    """An index says less than its table: it is emptied behind SQLite's back."""
    raw = _free(path)
    listed = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL ORDER BY name"
    name = chance.choice([row[0] for row in raw.execute(listed)])
    (text,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    bare = text.replace("UNIQUE ", "").partition(" WHERE ")[0]
    raw.execute(f"DROP INDEX {name}")
    raw.execute(f"{bare} WHERE 0")  # of no row at all
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (text, name))
    raw.close()
    return f"the index {name} is empty"


def _try(raw: dbapi2.Connection, statement: str) -> None:
    """Run a statement that a rule of the tables may refuse; the desk is then left as it was."""
    with suppress(dbapi2.Error):
        raw.execute(statement)


def _free(path: Path) -> dbapi2.Connection:
    raw = connected(path, PASSPHRASE)
    for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "journal_mode = DELETE"):
        raw.execute(f"PRAGMA {pragma}")
    return raw


SINGLE: tuple[Damage, ...] = (
    one_value,
    odd_marking,
    other_reference,
    lost_rows,
    lost_table,
    lost_entries,
    other_schema,
    full_text,
    packed,
)


def several(path: Path, chance: random.Random) -> str:
    """Two to four of these at once."""
    made = []
    for _ in range(chance.randrange(2, 5)):
        with suppress(dbapi2.Error):  # the one before may leave nothing to be written to
            made.append(chance.choice(SINGLE)(path, chance))
    return "; ".join(made)


CONTENTS: tuple[Damage, ...] = (one_value, *SINGLE, several)
