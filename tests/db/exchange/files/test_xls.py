"""A workbook of Excel 97 gives its cells as they stand, and a hostile one a sentence."""

from __future__ import annotations

import datetime as dt
import random
import struct
import time
from pathlib import Path
from typing import Any

import pytest

from db.errors import Refused
from db.exchange.files import xls as old
from db.exchange.files.table_file import open_table
from tests.db.exchange import old_books as made


def book(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "old.xls"
    path.write_bytes(content)
    return path


def cells(tmp_path: Path, *records: bytes, **more: Any) -> list[list[Any]]:
    path = book(tmp_path, made.compound(made.stream({"A": b"".join(records)}, **more)))
    return list(old.read_book(path)["A"].values())


def test_every_sort_of_cell_is_read(tmp_path: Path) -> None:
    found = cells(
        tmp_path,
        made.label(0, 0, "Çeşme"), made.shared(0, 1, 1), made.number(0, 3, -2.5),
        made.short_numbers(1, 0, [0x3FF00000, 7 << 2 | 2, 0xFFFFFFFE, 314 << 2 | 3]),
        made.truth(2, 0, 1), made.truth(2, 1, 0x2A, is_error=True),
        made.formula(3, 0, struct.pack("<d", 12.0)),
        made.formula(3, 1, b"\x00" * 6 + b"\xff\xff", "made of others"),
        made.formula(3, 2, b"\x01\0\x01\0\0\0\xff\xff"),
        made.formula(3, 3, b"\x03" + b"\0" * 5 + b"\xff\xff"),
        texts=made.shared_texts("one", "日本"),
    )  # fmt: skip
    assert found == [
        ["Çeşme", "日本", None, -2.5],
        [1.0, 7.0, -1.0, 3.14],
        [True, "#N/A"],
        [12.0, "made of others", True],
    ]


@pytest.mark.parametrize(
    ("style", "value", "found"),
    [
        (0, 40041.0, 40041.0),
        (1, 40041.0, dt.datetime(2009, 8, 16)),
        (2, 40041.5, dt.datetime(2009, 8, 16, 12)),
        (3, 40041.0, dt.datetime(2009, 8, 16)),
        (1, 1e12, 1e12),  # a number that is no day stays one
        (9, 40041.0, 40041.0),  # a style that is not there
    ],
)
def test_a_number_is_a_day_where_its_format_says_so(
    tmp_path: Path, style: int, value: float, found: object
) -> None:
    assert cells(tmp_path, made.number(0, 0, value, style)) == [[found]]


def test_days_are_counted_from_1904_where_the_book_says_so(tmp_path: Path) -> None:
    mac = made.record(0x0022, b"\x01\0")
    found = cells(tmp_path, made.number(0, 0, 38579.0, 1), more=mac)
    assert found == [[dt.datetime(2009, 8, 16)]]


def test_a_table_has_its_days_in_iso_and_what_is_merged_repeated(tmp_path: Path) -> None:
    records = [
        made.label(0, 0, "Country"), made.label(0, 1, "Since"),
        made.label(1, 0, "Peru"), made.number(1, 1, 40041.0, 1),
        made.number(2, 1, 40042.0, 1), made.merged((1, 2, 0, 0)),
    ]  # fmt: skip
    content = made.compound(made.stream({"A": b"".join(records), "Notes": made.label(0, 0, "x")}))
    table = open_table(book(tmp_path, content))
    assert (table.headers, table.sheets, table.sheet) == (("Country", "Since"), ("A", "Notes"), "A")
    assert [row for _, row in table.rows] == [("Peru", "2009-08-16"), ("Peru", "2009-08-17")]
    assert "others are Notes" in table.flags[0][1]


def test_a_text_that_is_cut_says_its_width_anew(tmp_path: Path) -> None:
    head = struct.pack("<II", 2, 2)
    wide, narrow = "ß漢字".encode("utf-16-le"), b"abc"
    texts = made.record(0x00FC, head + struct.pack("<HB", 6, 1) + wide)
    texts += made.record(0x003C, b"\0" + narrow + struct.pack("<HBH", 2, 8, 1) + b"hi")
    texts += made.record(0x003C, b"rich")
    assert cells(tmp_path, made.shared(0, 0, 0), made.shared(0, 1, 1), texts=texts) == [
        ["ß漢字abc", "hi"]
    ]


def test_letters_of_a_code_page_are_read_by_it(tmp_path: Path) -> None:
    def begin(kind: int) -> bytes:
        return made.record(0x0809, struct.pack("<HHHH", 0x0500, kind, 0, 0))

    place = made.record(0x0085, struct.pack("<IBBB", 0, 0, 0, 1) + b"A")
    head = begin(5) + made.record(0x0042, struct.pack("<H", 1251))
    at = len(head) + len(place) + 4
    place = made.record(0x0085, struct.pack("<IBBB", at, 0, 0, 1) + b"A")
    text = "Посол".encode("cp1251")
    label = made.record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text)
    stream = head + place + made.record(0x000A) + begin(16) + label + made.record(0x000A)
    sheets = old.read_book(book(tmp_path, made.compound(stream, "Book")))
    assert list(sheets["A"].values()) == [["Посол"]]


SLOW = pytest.mark.slow
LOCKED = made.record(0x002F, bytes(54))
TEXT_THAT_GOES_BACK = struct.pack("<II", 1_000_000, 1_000_000) + struct.pack("<HBi", 0, 4, -7)
MANY_CELLS = made.short_numbers(0, 0, [2] * 200) * 1000
ONE_PLACE = 20 + 18 * 900 + 4
SAME_SHEET = b"".join(
    made.record(0x0085, struct.pack("<IBB", ONE_PLACE, 0, 0) + made.wide(f"{number:03}", "<B"))
    for number in range(900)
)


def book_of(cells: bytes = b"", **more: Any) -> bytes:
    return made.compound(made.stream({"A": cells}, **more))


HOSTILE = {
    "locked": (book_of(more=LOCKED), "is locked"),
    "locked anew": (made.compound(b"", "EncryptedPackage"), "is locked"),
    "a letter": (made.compound(b"", "WordDocument"), "no workbook"),
    "no sheets": (made.compound(made.stream({})), "has no sheet"),
    "no records": (made.compound(b""), "is damaged"),
    "cut": (book_of()[:900], "is damaged"),
    "no such text": (book_of(made.shared(0, 0, 7)), "is damaged"),
    "a far column": (book_of(made.number(0, 65535, 1)), "is damaged"),
    "texts without end": (book_of(texts=made.shared_texts("a", count=2**31)), "texts; save"),
    "texts that go back": (
        book_of(texts=made.record(0x00FC, TEXT_THAT_GOES_BACK + b"x" * 60)),
        "",
    ),
    "cells over cells": (book_of(MANY_CELLS), ""),
    "one sheet many times": (
        made.compound(
            made.begin(5) + SAME_SHEET + made.record(0x000A) + made.begin(16)
            + made.number(1, 1, 1.0) * 9000
        ),
        "is damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_ends_in_cells_or_a_sentence(tmp_path: Path, name: str) -> None:
    content, says = HOSTILE[name]
    path = book(tmp_path, content)
    begun = time.process_time()
    try:
        read = old.read_book(path)
    except Refused as refusal:
        assert says in str(refusal) and str(refusal).startswith("old.xls ")
    else:
        assert not says and read is not None
    assert time.process_time() - begun < 10  # seconds of the processor


def test_more_cells_than_a_table_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(old, "MAX_CELLS", 3)
    with pytest.raises(Refused, match="more than 3 cells; save the table alone as CSV"):
        cells(tmp_path, *(made.number(row, 0, 1.0) for row in range(4)))
    monkeypatch.setattr(old, "MAX_FILE_BYTES", 1 << 10)
    with pytest.raises(Refused, match="is larger than"):
        cells(tmp_path, made.number(0, 0, 1.0))


def read_damaged(path: Path, whole: bytes, seed: int) -> str:
    """Read a workbook with some bytes, a number or a piece changed; say what came of it."""
    chance = random.Random(seed)
    data = bytearray(whole)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data))
        if seed % 4 == 0:
            data[at : at + chance.randint(1, 900)] = chance.randbytes(chance.randint(0, 900))
        elif seed % 4 == 1:
            struct.pack_into("<I", data, min(at, len(data) - 4), chance.choice(ODD_NUMBERS))
        elif seed % 4 == 2:
            at = chance.randrange(600)  # the header and the first records
            data[at] = chance.randrange(256)
        else:
            data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    try:
        sheets = old.read_book(path)
    except Refused as refusal:
        assert str(refusal).startswith("old.xls ")
        return "refused"
    assert all(len(row) <= old.MAX_COLUMNS for sheet in sheets.values() for row in sheet.values())
    return "read"


ODD_NUMBERS = (0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFF, 0x003C003C)


@pytest.mark.parametrize("seeds", [range(300), pytest.param(range(300, 6000), marks=SLOW)])
def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path, seeds: range) -> None:
    ends = {read_damaged(tmp_path / "old.xls", made.xls(), seed) for seed in seeds}
    assert ends == {"read", "refused"}
