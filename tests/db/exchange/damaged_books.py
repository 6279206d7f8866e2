"""Damaged workbooks, each told by a seed: their bytes, their parts, what stands in the parts."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

Parts = dict[str, bytes]
ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="People">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
HEAD = ("name", "country", "born", "organization", "post", "note")
ROWS = [HEAD] + [
    (f"Person {n} Khan", "Pakistan", f"19{n + 40}-01-0{1 + n % 9}", "Army", "Chief", "x" * n)
    for n in range(40)
]
# what may stand where a number, a reference or a name of a part stands
ODD = (
    b"-1",
    b"0",
    b"999999999",
    b"99999999999999999999",
    b"1e309",
    b"NaN",
    b"",
    b"A0",
    b"ZZZZZZZ1",
    b"A1:XFD1048576",
    b"../../etc/passwd",
    b"\xef\xbf\xbf",
    b"&#0;",
    b"&x;",
    b"x" * 70_000,
    b"1900-02-30",
    b"shared",
    b"r",
)


def xlsx() -> bytes:
    """A workbook with text, numbers, days and a merged cell."""
    import datetime as dt

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(ROWS):
        sheet.append([*row, number, dt.date(1950, 1, 1 + number % 28), number * 1.5])
    sheet.merge_cells("D2:D6")
    book.create_sheet("Other").append(["a", "b"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def ods() -> bytes:
    """The same as an OpenDocument sheet."""
    rows = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string" table:number-columns-repeated="1"'
            f' table:number-rows-spanned="1"><text:p>{cell}<text:s text:c="2"/></text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + '<table:table-cell office:value-type="float" office:value="1.0"/>'
        '<table:table-cell office:value-type="date" office:date-value="1950-01-01"/>'
        "</table:table-row>"
        for row in ROWS
    )
    return _zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{ODS_HEAD}{rows}{ODS_TAIL}".encode(),
            "styles.xml": b"<x/>",
        }
    )


def _parts(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def _zipped(parts: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return made.getvalue()


def _main(parts: Parts, chance: random.Random) -> str:
    """A part that is read, the sheet most often."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    sheets = [name for name in names if "sheet1" in name or name == "content.xml"]
    return chance.choice(sheets if chance.random() < 0.5 else names)


# the file's bytes


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bytes of the zip become others."""
    raw = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        raw[chance.randrange(4, len(raw))] = chance.randrange(256)
    return bytes(raw)


def flip_list(data: bytes, chance: random.Random) -> bytes:
    """Some bytes of the zip's list of parts become others: names, sizes, places, ways to pack."""
    raw = bytearray(data)
    begin = raw.index(b"PK\x01\x02")
    for _ in range(chance.choice((1, 2, 5))):
        raw[chance.randrange(begin, len(raw))] = chance.randrange(256)
    return bytes(raw)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end, the beginning's rest or the middle is missing."""
    at = chance.randrange(4, len(data))
    return data[:at] if chance.random() < 0.7 else data[: at // 2] + data[at:]


# the parts


def swap(data: bytes, chance: random.Random) -> bytes:
    """Two parts have each other's name."""
    parts = _parts(data)
    one, two = chance.sample(sorted(parts), 2)
    parts[one], parts[two] = parts[two], parts[one]
    return _zipped(parts)


def lose(data: bytes, chance: random.Random) -> bytes:
    """A part is missing, or empty, or breaks off, or is something else."""
    parts = _parts(data)
    name = _main(parts, chance)
    content = parts.pop(name)
    other = chance.choice((None, b"", content[: len(content) // 2], b"\x00" * 5000, b"<a/>", b"{}"))
    if other is not None:
        parts[name] = other
    return _zipped(parts)


# what stands in the parts


def letters(data: bytes, chance: random.Random) -> bytes:
    """Letters of a part become others."""
    parts = _parts(data)
    name = _main(parts, chance)
    text = bytearray(parts[name])
    for _ in range(chance.choice((1, 3, 20))):
        text[chance.randrange(len(text))] = chance.randrange(32, 127)
    return _zipped({**parts, name: bytes(text)})


def values(data: bytes, chance: random.Random) -> bytes:
    """Attributes and texts hold what they cannot."""
    parts = _parts(data)
    name = _main(parts, chance)
    places = list(re.finditer(rb'="([^"]*)"|>([^<>]+)<', parts[name]))
    text = parts[name]
    for found in sorted(chance.sample(places, min(len(places), 3)), key=lambda m: -m.start()):
        group = 1 if found[1] is not None else 2
        text = text[: found.start(group)] + chance.choice(ODD) + text[found.end(group) :]
    return _zipped({**parts, name: text})


def elements(data: bytes, chance: random.Random) -> bytes:
    """An element is lost, doubled, renamed or nested in itself."""
    parts = _parts(data)
    name = _main(parts, chance)
    tags = list(re.finditer(rb"<(/?)([\w:]+)[^>]*>", parts[name]))
    found, text = chance.choice(tags), parts[name]
    there = text[found.start() : found.end()]
    other = chance.choice((b"", there * 2, b"<x>", there * 3_000, b"<!--", b"<![CDATA["))
    return _zipped({**parts, name: text[: found.start()] + other + text[found.end() :]})


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip,
    flip_list,
    cut,
    swap,
    lose,
    letters,
    values,
    values,
    elements,
)


def damaged(data: bytes, seed: int) -> bytes:
    """A workbook damaged as a seed says."""
    return DAMAGES[seed % len(DAMAGES)](data, random.Random(seed))
