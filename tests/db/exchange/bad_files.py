"""Files of every format with what may do harm in them, made of a few rows, cards or objects."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from db import Organization, Person, make_desk, open_desk
from tests.db.exchange.damaged_books import ODS_HEAD, ODS_TAIL
from tests.db.exchange.entities.entities import LENS
from tests.db.exchange.export.exports import export_all
from tests.db.exchange.old_books import compound, stream

Rows = Sequence[Sequence[str]]
HEAD = ("name", "country", "born", "notes")
GOOD = ("Ana Silva", "Peru", "1950-01-01", "tall")
_SHEET = "xl/worksheets/sheet1.xml"
_CONTENT = "content.xml"


def csv_of(rows: Rows) -> bytes:
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\n".join(quoted).encode("utf-8", "surrogatepass")


def _zip(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


def _column(place: int) -> str:
    letters, rest = "", place + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(65 + at) + letters
    return letters


def xlsx_of(rows: Rows, more: dict[str, bytes] | None = None, before: str = "") -> bytes:
    import openpyxl

    lines = "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c r="{_column(place)}{n}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for place, cell in enumerate(row)
        )
        + "</row>"
        for n, row in enumerate(rows, 1)
    )
    spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'{before}<worksheet xmlns="{spreadsheet}"><sheetData>{lines}</sheetData></worksheet>'
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    return _zip({**parts, _SHEET: sheet.encode("utf-8", "surrogatepass"), **(more or {})})


def ods_of(rows: Rows, more: dict[str, bytes] | None = None, before: str = "") -> bytes:
    lines = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(cell)}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    start, _, rest = ODS_HEAD.partition("?>")
    content = f"{start}?>{before}{rest}{lines}{ODS_TAIL}".encode("utf-8", "surrogatepass")
    return _zip({"mimetype": b"x", _CONTENT: content, **(more or {})})


def xls_of(rows: Rows) -> bytes:
    cells = b""
    for row, line in enumerate(rows):
        for place, cell in enumerate(line):
            data = cell.encode("utf-16-le", "surrogatepass")
            head = struct.pack("<HHHHHHB", 0x0204, len(data) + 9, row, place, 0, len(cell), 1)
            cells += head + data
    return compound(stream({"P": cells}))


TABLES: dict[str, Callable[[Rows], bytes]] = {
    "csv": csv_of, "xlsx": xlsx_of, "ods": ods_of, "xls": xls_of,
}  # fmt: skip


def cards_of(*cards: str) -> bytes:
    whole = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{each}\r\nEND:VCARD\r\n" for each in cards)
    return whole.encode("utf-8", "surrogatepass")


def calendar_of(*events: str) -> bytes:
    whole = "".join(f"BEGIN:VEVENT\r\n{each}\r\nEND:VEVENT\r\n" for each in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{whole}END:VCALENDAR\r\n".encode()


def popolo_of(*people: Any, **lists: Any) -> bytes:
    return json.dumps({"persons": [{"id": "1", "name": "Ana"}, *people], **lists}).encode()


def entity(own: str, schema: str = "Person", **properties: Any) -> Any:
    values = {name: [value] for name, value in properties.items()}
    return {"id": own, "schema": schema, "properties": values}


def entities_of(*entities: Any) -> bytes:
    first = entity("a", name="Ana Silva")
    return "\n".join(json.dumps(each) for each in (first, *entities)).encode()


def bundle_of(
    kind: str = "",
    change: Callable[[list[Any]], object] = lambda lines: None,
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A bundle of two bodies and a person; `change` changes the lines of a kind, `more` entries."""
    with TemporaryDirectory() as folder:
        make_desk(Path(folder) / "a.desk")
        with open_desk(Path(folder) / "a.desk") as store:
            for record in (Organization(title="A"), Organization(title="B"), Person(title="Ana")):
                store.save(record, LENS)
            export_all(store, Path(folder) / "a.zip")
        with zipfile.ZipFile(Path(folder) / "a.zip") as whole:
            parts = {name: whole.read(name) for name in whole.namelist()}
    if kind:
        name = f"records/{kind}.jsonl"
        lines = [json.loads(line) for line in parts[name].splitlines()]
        change(lines)
        parts[name] = "".join(json.dumps(line) + "\n" for line in lines).encode()
    parts |= more or {}
    del parts["hashes.txt"]
    hashes = "".join(f"{hashlib.sha256(data).hexdigest()}  {n}\n" for n, data in parts.items())
    return _zip({**parts, "hashes.txt": hashes.encode()})
