"""Streams come out of a compound file whole, and a hostile one ends."""

from __future__ import annotations

import struct

import pytest

from db.exchange.files.ole import CompoundFile
from tests.db.exchange.old_books import END, FREE, TABLE, compound, entry


@pytest.mark.parametrize("size", [1, 4095, 4096, 4097, 70_000, 5_000_000])
def test_a_stream_comes_out_as_it_went_in(size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    book = CompoundFile(compound(content))
    assert "workbook" in book and "Book" not in book
    assert book.stream("Workbook") == content.ljust(4096, b"\0")


def test_a_small_stream_lies_in_small_sectors() -> None:
    small = b"small".ljust(64, b".") + b"stream"
    entries = entry("Root Entry", 5, 1, 128) + entry("Book", 2, 0, len(small)) + bytes(256)
    header = compound(b"")[:512]
    sectors = entries + small.ljust(512, b"\0") + struct.pack("<128I", 1, END, *[FREE] * 126)
    table = struct.pack("<128I", END, END, END, TABLE, *[FREE] * 124)
    packed = bytearray(header + sectors + table)
    struct.pack_into("<I", packed, 48, 0)  # where the directory begins
    struct.pack_into("<II", packed, 60, 2, 1)  # and the table of small sectors
    struct.pack_into("<I", packed, 76, 3)
    assert CompoundFile(bytes(packed)).stream("Book") == small


def test_a_directory_that_is_no_tree_and_chains_that_go_round_end() -> None:
    packed = bytearray(compound(b"x" * 5000))
    at = packed.index("Root Entry".encode("utf-16-le"))
    struct.pack_into("<III", packed, at + 128 + 68, 1, 1, 1)  # its own left, right and child
    struct.pack_into("<I", packed, len(packed) - 512, 0)  # the first sector follows itself
    assert CompoundFile(bytes(packed)).stream("Workbook") == b"x" * 512


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04" * 200, compound(b"")[:512], compound(b"")[:8] + bytes(600)]
)
def test_what_is_no_compound_file_is_told(data: bytes) -> None:
    with pytest.raises(ValueError):
        CompoundFile(data)
