"""What is unpacked is bounded, and what is no such thing is damage with its place."""

from __future__ import annotations

import functools
import json
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest

from db import Damaged
from db.changes.unit_of_work import pack, parts_of, size_of
from db.storage.unpacking import (
    MAX_PACKED_BYTES,
    MAX_UNPACKED_BYTES,
    json_in,
    pairs_in,
    row_in,
    rows_in,
    rows_of_line,
)

NO_ROW = [
    b"",
    b"[]",
    b"null",
    b"7",
    b'"x"',
    b"{",
    b"\xff\xfe",
    b'{"id": "x"}',
    b'{"id": 1.5}',
    b'{"id": 1e999}',
    b'{"id": 99999999999999999999}',
    b'{"marking": "secret"}',
    b'{"record_id": []}',
    b'{"title": {}}',
    b"[" * 100_000,
    b'{"a":' * 100_000,
    7,
    None,
]


@pytest.mark.parametrize("data", NO_ROW, ids=lambda data: str(data)[:20])
def test_what_is_no_row_is_damage(data: object) -> None:
    with pytest.raises(Damaged, match="in line 7 of the history"):
        row_in(data, "line 7 of the history")
    packed = zlib.compress(b"[" + data + b"]") if isinstance(data, bytes) and data else data
    with pytest.raises(Damaged, match="in line 7 of the history"):
        rows_in(packed, "line 7 of the history")


@pytest.mark.parametrize(
    "data",
    [b"", b"abc", zlib.compress(b"[]")[:-2], "text", None, zlib.compress(b"null"), 3],
    ids=str,
)
def test_what_is_not_packed_is_damage(data: object) -> None:
    with pytest.raises(Damaged):
        rows_in(data)
    with pytest.raises(Damaged):
        pairs_in(data, "the printed document 1")


def test_rows_come_back_as_they_were_packed() -> None:
    rows = [{"id": 1, "title": "Ishaq Dar", "marking": 2}, {"id": 2, "title": "علی"}]
    assert rows_in(pack(rows)) == rows
    assert row_in(json.dumps(rows[0]).encode()) == rows[0]


@functools.cache
def bomb() -> bytes:
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(b"[" * (16 << 20)) for _ in range(96)) + packer.flush()


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


@pytest.mark.parametrize("reader", ["rows_in(data)", "pairs_in(data, 'x')"])
def test_a_bomb_is_refused_within_the_memory_of_a_laptop(reader: str) -> None:
    program = (
        "import sys; from db import Damaged; from db.storage.unpacking import *\n"
        f"data = sys.stdin.buffer.read()\ntry: {reader}\nexcept Damaged as damaged: print(damaged)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=bomb(),
        capture_output=True,
        timeout=60,
        preexec_fn=limited,
        check=False,
    )
    assert b"unpacks to more than" in done.stdout, done.stderr


def test_no_run_is_packed_that_cannot_be_unpacked() -> None:
    rows = [{"id": number, "text": "é" * 3_000_000} for number in range(1, 9)]
    parts = list(parts_of(rows))
    assert [row for part in parts for row in part] == rows
    assert len(parts) > 1
    for part in parts:
        assert sum(map(size_of, part)) <= MAX_PACKED_BYTES or len(part) == 1
        assert len(part) == 1 or rows_in(pack(part)) == list(part)
    assert MAX_PACKED_BYTES < MAX_UNPACKED_BYTES


@pytest.mark.parametrize("read", [json_in, row_in])
def test_json_is_bounded_too(read: Callable[[object, str], object]) -> None:
    with pytest.raises(Damaged, match="larger than"):
        read(b" " * (MAX_UNPACKED_BYTES + 1), "the draft 1")


def test_one_row_and_a_run_are_read_alike() -> None:
    rows = [{"id": 7, "title": "A"}, {"id": 8, "title": "B"}]
    assert rows_of_line(7, pack(rows)) == rows
    assert rows_of_line(7, b'{"title": "A"}') == rows[:1]  # a change says no id
    assert rows_of_line(7, None) == []
