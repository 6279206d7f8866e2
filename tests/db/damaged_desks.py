"""Desks that are damaged in every way one can think of, each told by a seed; tests open them.

`whole` makes a desk that has something of everything. `pages` damage the file's bytes; `contents`
write through SQLite what the program itself would never write.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from db import Lens, Person, PrintedDocument, keep_view, load_sample, make_desk, open_desk
from db.storage.engine import PLAIN_HEADER, SALT_SIZE, derive_key

PAGE = 4096
PASSPHRASE = "correct horse"
Damage = Callable[[Path, random.Random], str]  # says what was done


def whole(path: Path, passphrase: str = "") -> Path:
    """A desk with the sample, some changes and removals, a view, a draft, two printed documents."""
    make_desk(path, passphrase, name="Test")
    lens = Lens()
    with open_desk(path, passphrase) as store:
        load_sample(store)
        keys = [store.save(Person(title=f"Person {n}"), lens) for n in range(3)]
        store.remove([key.ids[0] for key in keys if key is not None], lens)
        ids = store.reader.all_ids("person", lens, "name")
        first = store.reader.get(ids[0], lens)
        first.notes = []
        first.biography = "A life. " * 40
        store.save(first, lens)
        with store.unit_of_work("Keep the view Chiefs") as work:
            keep_view(work, "Chiefs", "person", "chief")
        store.keep_draft("person", ids[0], '{"title": "half typed"}')
        used = store.reader.versions(ids)
        for title in ("A life", "A second life"):
            store.keep_printed(
                PrintedDocument(
                    title,
                    "biography",
                    lens,
                    0,
                    1,
                    {"title": title, "kind": "person", "form": "biography", "ids": [ids[0]]},
                    used,
                )
            )
    return path


def connected(path: Path, passphrase: str = "") -> dbapi2.Connection:
    """A bare connection to a desk, which nothing of the program has set up."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    salt = path.read_bytes()[:SALT_SIZE]
    if salt != PLAIN_HEADER:
        raw.execute(f'PRAGMA key = "{derive_key(passphrase, salt)}"')
    return raw


# the file's bytes


def flip_some(path: Path, chance: random.Random) -> str:
    """Some bytes become others."""
    data = bytearray(path.read_bytes())
    count = chance.choice((1, 1, 3, 20))
    places = [chance.randrange(100, len(data)) for _ in range(count)]
    for place in places:
        data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    return f"bits of the bytes {places}"


def flip_header(path: Path, chance: random.Random) -> str:
    """A byte of the file's own header."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(100)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"byte {place} of the header"


def flip_page_head(path: Path, chance: random.Random) -> str:
    """A byte of a page's header or of its list of cells."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE)
    place = page * PAGE + chance.randrange(24)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"byte {place % PAGE} of page {page + 1}"


def flip_first_page(path: Path, chance: random.Random) -> str:
    """A byte where the schema stands."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(100, PAGE)
    data[place] = chance.randrange(256)
    path.write_bytes(data)
    return f"byte {place} of page 1"


def zero_page(path: Path, chance: random.Random) -> str:
    """A page of nothing, as a disk gives back a block that it lost."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE)
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return f"page {page + 1} is zeros"


def fill_page(path: Path, chance: random.Random) -> str:
    """A page of another file."""
    data = bytearray(path.read_bytes())
    page = chance.randrange(1, len(data) // PAGE)
    data[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    path.write_bytes(data)
    return f"page {page + 1} is noise"


def swap_pages(path: Path, chance: random.Random) -> str:
    """Two pages in each other's place."""
    data = bytearray(path.read_bytes())
    one, two = (chance.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[two : two + PAGE] = (
        data[two : two + PAGE],
        data[one : one + PAGE],
    )
    path.write_bytes(data)
    return f"pages {one // PAGE + 1} and {two // PAGE + 1} swapped"


def cut(path: Path, chance: random.Random) -> str:
    """The end is missing, by whole pages or midway."""
    data = path.read_bytes()
    end = chance.randrange(1, len(data) // PAGE) * PAGE + chance.choice((0, 0, 1, 512, 2000))
    path.write_bytes(data[:end])
    return f"cut at {end}"


def drop_middle(path: Path, chance: random.Random) -> str:
    """A page is missing in the middle."""
    data = path.read_bytes()
    page = chance.randrange(1, len(data) // PAGE) * PAGE
    path.write_bytes(data[:page] + data[page + PAGE :])
    return f"page {page // PAGE + 1} is missing"


PAGES: tuple[Damage, ...] = (
    flip_some,
    flip_header,
    flip_page_head,
    flip_first_page,
    zero_page,
    fill_page,
    swap_pages,
    cut,
    drop_middle,
)

# what stands in the tables

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


def _free(path: Path) -> dbapi2.Connection:
    raw = connected(path, PASSPHRASE)
    for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "journal_mode = DELETE"):
        raw.execute(f"PRAGMA {pragma}")
    return raw


CONTENTS: tuple[Damage, ...] = (one_value, one_value, lost_rows, lost_table, full_text, packed)


def damaged(desk: Path, into: Path, seed: int) -> Iterator[str]:
    """Copy a desk and damage the copy as a seed says; yields what was done."""
    chance = random.Random(seed)
    into.write_bytes(desk.read_bytes())
    damage = (PAGES + CONTENTS * 2)[seed % (len(PAGES) + 2 * len(CONTENTS))]
    try:
        yield f"{damage.__name__}: {damage(into, chance)}"
    finally:
        for tail in ("", "-wal", "-shm", "-journal"):
            Path(f"{into}{tail}").unlink(missing_ok=True)
