"""What is read of a page without SQLite is what SQLite wrote there."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from db.salvage import page_cells
from db.salvage.page_cells import Value
from db.storage.engine import PAGE_BYTES

NUMBERS = st.integers(-(1 << 63), (1 << 63) - 1)
CELLS = st.one_of(
    st.none(),
    NUMBERS,
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60),
    st.binary(max_size=60),
    st.integers(300, 20_000).map(lambda size: "x" * size),
)


def file_of(path: Path, rows: list[tuple[int, Value, Value]]) -> Callable[[int], bytes | None]:
    """Make a file of these rows; return what gives its pages."""
    path.unlink(missing_ok=True)
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    raw.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
    raw.executemany("INSERT OR IGNORE INTO t VALUES (?,?,?)", rows)
    raw.execute("CREATE INDEX i ON t (a)")
    raw.close()
    data = path.read_bytes()
    return lambda number: data[(number - 1) * PAGE_BYTES : number * PAGE_BYTES] or None


@settings(max_examples=30)
@given(st.lists(st.tuples(NUMBERS, CELLS, CELLS), max_size=12, unique_by=lambda row: row[0]))
def test_every_row_is_read_as_it_was_written(rows: list[tuple[int, Value, Value]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cells.db"
        get = file_of(path, rows)
        raw = dbapi2.connect(str(path))
        root, index = [row[0] for row in raw.execute("SELECT rootpage FROM sqlite_master")]
        wanted = {number: [None, a, b] for number, a, b in raw.execute("SELECT * FROM t")}
        raw.close()
        assert dict(read(root, get)) == wanted
        assert {cell.values[1] for cell in read_keys(index, get)} == wanted.keys()


def read(root: int, get: Callable[[int], bytes | None]) -> list[tuple[int, list[Value]]]:
    page = get(root)
    assert page is not None
    if page_cells.kind_of(page, root) == page_cells.TABLE_INNER:
        below = page_cells.children(page, root, PAGE_BYTES)
        return [row for child in below for row in read(child.page, get)]
    cells = page_cells.rows(page, root, PAGE_BYTES, get)
    return [(cell.number, cell.values) for cell in cells if cell is not None]


def read_keys(root: int, get: Callable[[int], bytes | None]) -> list[page_cells.Cell]:
    page = get(root)
    assert page is not None
    own = [cell for cell in page_cells.keys(page, root, PAGE_BYTES, get) if cell is not None]
    if page_cells.kind_of(page, root) == page_cells.INDEX_INNER:
        below = page_cells.children(page, root, PAGE_BYTES)
        own += [key for child in below for key in read_keys(child.page, get)]
    return own


@given(st.integers(0, 1 << 32), st.sampled_from((2, 5, 10, 13, 0)))
def test_a_page_of_anything_is_read_to_its_end(seed: int, kind: int) -> None:
    page = bytes([kind]) + random.Random(seed).randbytes(PAGE_BYTES - 1)
    list(page_cells.rows(page, 2, PAGE_BYTES, lambda _: page))
    list(page_cells.keys(page, 2, PAGE_BYTES, lambda _: page))
    page_cells.children(page, 2, PAGE_BYTES)


def test_a_chain_that_leads_round_in_a_circle_is_no_row(tmp_path: Path) -> None:
    get = file_of(tmp_path / "a.db", [(1, "x" * 30_000, None)])
    page = get(2)
    assert page is not None
    [cell] = page_cells.rows(page, 2, PAGE_BYTES, get)
    assert cell is not None and len(cell.overflow) == 7
    assert list(page_cells.rows(page, 2, PAGE_BYTES, lambda _: b"\0\0\0\7" + bytes(4092))) == [None]
