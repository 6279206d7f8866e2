"""Files that are made to fill memory or to break a reader are refused in words, within bounds."""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from db import Refused
from db.exchange.files.table_file import open_table
from db.exchange.mapping.column_mapping import read_map

MEMORY = 1 << 30  # bytes that reading any of these may take
SECONDS = 60  # on a slow machine
ODS = (
    '<?xml version="1.0"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell>'
    "<text:p>name</text:p></table:table-cell></table:table-row>{rows}</table:table>"
    "</office:spreadsheet></office:body></office:document-content>"
)
CELL = "<table:table-cell {cell}><text:p>x</text:p></table:table-cell>"


def workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [("name", "born", "n"), *((f"Person {n}", "1950-01-01", n) for n in range(40))]:
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def with_part(data: bytes, name: str, change: str | bytes) -> bytes:
    """A workbook with another part in place of one of its own."""
    made = io.BytesIO()
    packed = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", packed) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, change)
    return made.getvalue()


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode()


SHEET = "xl/worksheets/sheet1.xml"


def far_row() -> bytes:
    data = workbook()
    return with_part(data, SHEET, part_of(data, SHEET).replace('r="41"', 'r="100000000"'))


def large_part() -> bytes:
    return with_part(workbook(), SHEET, b"<worksheet>" + b" " * (300 << 20))


def large_texts() -> bytes:
    return with_part(workbook(), "xl/sharedStrings.xml", b"<sst>" + b"<si/>" * (14 << 20))


def ods(rows: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", ODS.format(rows=rows))
    return made.getvalue()


BOMBS = {
    "far row": far_row,
    "large part": large_part,
    "large texts": large_texts,
    "endless line": lambda: b"name,born\n" + b"x" * (40 << 20),
    "endless cell": lambda: b'name,born\n"' + b"x\n" * (20 << 20),
    "repeated rows": lambda: ods(
        f'<table:table-row table:number-rows-repeated="999999999">{CELL.format(cell="")}'
        "</table:table-row>"
    ),
    "repeated columns": lambda: ods(
        "<table:table-row>"
        + CELL.format(cell='table:number-columns-repeated="999999999"')
        + "</table:table-row>"
    ),
    "entities": lambda: with_part(
        workbook(),
        SHEET,
        '<!DOCTYPE a [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
    ),
}
READ = (
    "import sys, collections; from pathlib import Path; from db import DeskError\n"
    "from db.exchange.files.table_file import open_table\n"
    "try: print(sum(1 for _ in open_table(Path(sys.argv[1])).rows))\n"
    "except DeskError as refusal: print('refused:', refusal)"
)


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_refused_within_bounds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.file"
    path.write_bytes(BOMBS[name]())
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        preexec_fn=limited,
        check=False,
    )
    assert done.returncode == 0 and done.stdout.strip(), done.stderr[-800:]
    if not name.startswith("repeated"):
        assert done.stdout.startswith("refused:"), (time.monotonic() - begun, done.stdout)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_workbook_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    chance, data = random.Random(seed), workbook()
    if seed % 2:
        part = chance.choice((SHEET, SHEET, "xl/workbook.xml", "xl/styles.xml"))
        text = bytearray(part_of(data, part).encode())
        for _ in range(3):
            text[chance.randrange(len(text))] = chance.randrange(32, 127)
        data = with_part(data, part, bytes(text))
    else:
        raw = bytearray(data)
        for _ in range(3):
            raw[chance.randrange(4, len(raw))] = chance.randrange(256)
        data = bytes(raw)
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(data)
    try:
        for _ in open_table(path).rows:
            pass
    except Refused as refusal:
        assert path.name in str(refusal)


@pytest.mark.parametrize(
    "content",
    [
        b"a = " + b"[" * 5_000 + b"]" * 5_000,
        b"a = " + b"{b = " * 5_000 + b"1" + b"}" * 5_000,
        b"[" + b"a." * 20_000 + b"a]",
        b"a = " + b"9" * 10_000,
        b"a = 2025-02-31",
        b"\xff\xfe",
        b"# " + b"x" * (5 << 20),
    ],
    ids=["brackets", "braces", "dots", "digits", "day", "bytes", "length"],
)
def test_a_map_that_breaks_its_reader_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(content)
    with pytest.raises(Refused):
        read_map(path)
