"""Makes workbooks as Excel 97 wrote them, record by record, for what no program writes any more."""

from __future__ import annotations

import struct
from collections.abc import Sequence

END = 0xFFFFFFFE  # of a chain of sectors
FREE = 0xFFFFFFFF
TABLE = 0xFFFFFFFD
DAY, HOUR, OWN = 14, 22, 164  # formats of a day, of a day with its time, and of the first own one


def record(code: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def wide(text: str, length: str = "<H") -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHH", row, column, 0) + wide(text))


def shared(row: int, column: int, place: int) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, place))


def truth(row: int, column: int, value: int, is_error: bool = False) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, value, is_error))


def short_numbers(row: int, column: int, packed: Sequence[int]) -> bytes:
    cells = b"".join(struct.pack("<HI", 0, each) for each in packed)
    last = column + len(packed) - 1
    return record(0x00BD, struct.pack("<HH", row, column) + cells + struct.pack("<H", last))


def formula(row: int, column: int, result: bytes, text: str | None = None) -> bytes:
    made = record(0x0006, struct.pack("<HHH", row, column, 0) + result + bytes(8))
    return made if text is None else made + record(0x0207, wide(text))


def merged(*ranges: tuple[int, int, int, int]) -> bytes:
    packed = b"".join(struct.pack("<4H", *each) for each in ranges)
    return record(0x00E5, struct.pack("<H", len(ranges)) + packed)


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def stream(
    sheets: dict[str, bytes],
    *,
    texts: bytes = b"",
    formats: Sequence[int] = (0, DAY, HOUR, OWN),
    own: str = "yyyy\\-mm\\-dd",
    more: bytes = b"",
) -> bytes:
    """The stream of a workbook: its sheets by their titles, each the records of its cells."""
    head = begin(0x0005) + more + record(0x041E, struct.pack("<H", OWN) + wide(own))
    head += b"".join(record(0x00E0, struct.pack("<HH", 0, each) + bytes(16)) for each in formats)
    bodies = [begin(0x0010) + cells + record(0x000A) for cells in sheets.values()]
    places = [record(0x0085, bytes(6) + wide(title, "<B")) for title in sheets]
    at = len(head) + sum(map(len, places)) + len(texts) + 4
    packed = b""
    for body, title in zip(bodies, sheets, strict=True):
        packed += record(0x0085, struct.pack("<IBB", at, 0, 0) + wide(title, "<B"))
        at += len(body)
    return head + packed + texts + record(0x000A) + b"".join(bodies)


def shared_texts(*texts: str, count: int | None = None) -> bytes:
    packed = b"".join(map(wide, texts))
    total = len(texts) if count is None else count
    return record(0x00FC, struct.pack("<II", total, total) + packed)


def compound(content: bytes, name: str = "Workbook") -> bytes:
    """A compound file with one stream, in sectors of 512 bytes."""
    content += bytes(max(4096 - len(content), 0))  # none is small
    count = -(-len(content) // 512)
    tables = -(-(count + 1 + (count + 129) // 128) // 128)
    table = [*range(1, count), END, END, *[TABLE] * tables]
    table += [FREE] * (128 * tables - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, count, 0, 4096, END, 0, END, 0)
    places = [count + 1 + each for each in range(tables)]
    header += struct.pack("<109I", *places, *[FREE] * (109 - tables))
    entries = (
        entry("Root Entry", 5, END, 0, FREE, FREE, 1) + entry(name, 2, 0, len(content)) + bytes(256)
    )
    return (
        header
        + content.ljust(count * 512, b"\0")
        + entries
        + struct.pack(f"<{len(table)}I", *table)
    )


def entry(name: str, kind: int, start: int, size: int, *ties: int) -> bytes:
    """A line of the directory of a compound file; its ties are the lines left, right and below."""
    packed = name.encode("utf-16-le") + b"\0\0"
    return (
        packed.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(packed), kind, 1, *(ties or (FREE, FREE, FREE)))
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )


def xls() -> bytes:
    """A workbook with text, numbers, days and a merged cell, as `damaged_books` has others."""
    from tests.db.exchange.damaged_books import ROWS

    cells = b"".join(
        label(row, column, text)
        for row, line in enumerate(ROWS)
        for column, text in enumerate(line)
    )
    cells += b"".join(number(row, 6, 18_264.0 + row, style=1) for row in range(len(ROWS)))
    cells += merged((1, 5, 3, 3))
    return compound(
        stream({"People": cells, "Other": shared(0, 0, 0)}, texts=shared_texts("a", "b"))
    )
