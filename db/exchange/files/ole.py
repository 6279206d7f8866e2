"""Streams of an OLE compound file, in which Excel kept workbooks until 2007; `xls` asks.

Nothing in it is trusted: a stream's sectors are followed once each, and its directory is read as a
list, never as the tree it says it is. Structures are those of [MS-CFB].
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_MINI_SHIFT = 6  # a small stream lies in sectors of 64 bytes
_LAST_SECTOR = 0xFFFFFFF9  # what is larger ends a chain or marks a sector that is none
_HEADER_SECTORS = 109  # numbers of sectors of the allocation table that the header holds
_TABLE_SHIFTS = (9, 12)  # sectors of 512 and of 4096 bytes


class _DirectoryEntry(NamedTuple):
    name: str
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by their names; ValueError for what is none."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER_BYTES or data[:8] != MAGIC:
            raise ValueError("no compound file")
        self._data = data
        (self._shift,) = struct.unpack_from("<H", data, 30)
        if self._shift not in _TABLE_SHIFTS:
            raise ValueError(f"sectors of 2**{self._shift} bytes")
        directory, self._cutoff, mini_table = struct.unpack_from("<I4xII", data, 48)
        self._table = self._read_table()
        entries = list(_entries(self._chain(directory)))
        if not entries:
            raise ValueError("no directory")
        self._entries = {entry.name.casefold(): entry for entry in reversed(entries[1:])}
        self._small = self._chain(entries[0].start)
        self._small_table = _numbers(self._chain(mini_table))

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream, as many of them as are there."""
        entry = self._entries[name.casefold()]
        if entry.size < self._cutoff:
            found = b"".join(
                self._small[number << _MINI_SHIFT : (number + 1) << _MINI_SHIFT]
                for number in _follow(self._small_table, entry.start)
            )
        else:
            found = self._chain(entry.start)
        return found[: entry.size]

    def _read_table(self) -> array[int]:
        """Return the allocation table, whose own sectors the header and a chain behind it name."""
        sectors = list(struct.unpack_from(f"<{_HEADER_SECTORS}I", self._data, 76))
        (more,) = struct.unpack_from("<I", self._data, 68)
        seen: set[int] = set()
        while more <= _LAST_SECTOR and more not in seen:
            seen.add(more)
            *numbers, more = _numbers(self._sector(more)) or [_LAST_SECTOR + 1]
            sectors += numbers
        used = dict.fromkeys(each for each in sectors if each <= _LAST_SECTOR)
        return _numbers(b"".join(map(self._sector, used)))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) << self._shift
        return self._data[at : at + (1 << self._shift)]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(self._table, start)))


def _follow(table: array[int], start: int) -> Iterator[int]:
    """Yield the sectors of a chain, each once: one that goes round ends where it comes back."""
    seen = bytearray(len(table))
    while start < len(table) and not seen[start]:
        seen[start] = 1
        yield start
        start = table[start]


def _numbers(data: bytes) -> array[int]:
    return array("I", struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _entries(directory: bytes) -> Iterator[_DirectoryEntry]:
    for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        if kind:
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _DirectoryEntry(name, start, size)
