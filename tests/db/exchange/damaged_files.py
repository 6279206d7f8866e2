"""Damaged and random files of every format that is imported, each told by a seed."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from db import Office, OfficeRef, Organization, Person, Tenure, make_desk, open_desk
from tests.db.exchange.contacts.contact_exports import GOOGLE_NEW, OUTLOOK_OLD, export
from tests.db.exchange.damaged_books import HEAD, ODS_HEAD, ODS_TAIL, ROWS
from tests.db.exchange.entities.entities import ANA, LENS, SENATE, SPEAKER, STAY, lines
from tests.db.exchange.export.exports import export_all
from tests.db.exchange.old_books import xls

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Silva;Ana;;Dr.;\r\nFN:Dr. Ana Silva\r\nORG:Trade;Asia\r\n"
    "TITLE:Director\r\nTEL;TYPE=WORK,FAX:+351 21\r\nBDAY:1970-02-03\r\nNOTE:a\r\n text\\, x\r\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 =\r\nX\r\n"
    "EMAIL;INTERNET:j@b.pt\r\nEND:VCARD\r\n"
)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Asia/Karachi\r\nBEGIN:VEVENT\r\nUID:a\r\n"
    "DTSTART;TZID=Asia/Karachi:20251103T140000\r\nDTEND:20251103T153000Z\r\nSUMMARY:Visit\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=9\r\nATTENDEE;CN=Ana:mailto:a@b.pt\r\nCATEGORIES:a,b\r\n"
    "BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
    "DTSTART;VALUE=DATE:20250503\r\nDURATION:P2D\r\nSUMMARY:Renewal\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
POPOLO = json.dumps({
    "persons": [{"id": "1", "name": "Ana Silva", "birth_date": "1964-07", "links": [{"url": "x"}]}],
    "organizations": [{"id": "p", "name": "Senate", "parent_id": "p"}],
    "posts": [{"id": "s", "label": "Speaker", "organization_id": "p"}],
    "memberships": [{"person_id": "1", "post_id": "s", "start_date": "2001"}],
})  # fmt: skip
TABLE = "\n".join(",".join(row) for row in ROWS) + "\n"
TREATIES = (
    "Contracting Party;Treaty;Signature Date;Instrument Type;Instrument Date\n"
    + "Peru;Pact on X;3 May 2010;Ratification;2011-01-01\nChad;Pact on X;23 Jun 1993 a;;\n" * 9
)
SANCTIONS = (
    '<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>A</FIRST_NAME>'
    "</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"
)
PEOPLE_ROW = {"First Name": "Ana", "Last Name": "Silva", "Notes": "x\ny"}


@cache
def samples() -> dict[str, bytes]:
    """A whole file of each format, by its name."""
    table = TABLE.encode()
    return {
        "a.csv": table,
        "a.tsv": table.replace(b",", b"\t"),
        "wide.csv": TABLE.encode("utf-16"),
        "treaties.csv": TREATIES.encode("cp1252"),
        "google.csv": export(GOOGLE_NEW, {**PEOPLE_ROW, "Phone 1 - Value": "1 ::: 2"}).encode(),
        "outlook.csv": export(OUTLOOK_OLD, {**PEOPLE_ROW, "Birthday": "2/28/1970"}).encode(),
        "a.xlsx": _workbook(),
        "a.ods": _ods(),
        "a.xls": xls(),
        "popolo.json": POPOLO.encode(),
        "all.ftm.json": lines(ANA, SENATE, SPEAKER, STAY).encode(),
        "a.vcf": CARD.encode(),
        "jcard.json": b'["vcard", [["fn", {}, "text", "Ana"], ["tel", {}, "uri", "tel:1"]]]',
        "a.ics": CALENDAR.encode(),
        "a.xml": SANCTIONS.encode(),
        "bundle.zip": _bundle(),
        "a.zip": _zip({"people.jsonl": b'{"title": "Ana"}\n', "../x": b"y"}),
    }  # fmt: skip


def _bundle() -> bytes:
    with TemporaryDirectory() as folder:
        make_desk(Path(folder) / "a.desk")
        with open_desk(Path(folder) / "a.desk") as store:
            body = Organization(title="Senate", offices=[Office(title="Speaker")])
            store.save(body, LENS)
            tenures = [Tenure(office=OfficeRef(body.offices[0].id), note="first")]
            store.save(Person(title="Ana Silva", tenures=tenures), LENS)
            export_all(store, Path(folder) / "a.zip")
        return (Path(folder) / "a.zip").read_bytes()


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in ROWS[:12]:
        book.worksheets[0].append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _ods() -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
        + "</table:table-row>"
        for row in (HEAD, *ROWS[1:9])
    )
    return _zip({"content.xml": (ODS_HEAD + cells + ODS_TAIL).encode(), "mimetype": b"x"})


def _zip(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


# what may come into the midst of a file
ODD = (
    b"\0" * 9, b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b'"' * 7, b"\\", b";" * 3000,
    b"," * 3000, b"[" * 3000, b'{"a":' * 2000, b"=cmd|' /C calc'!A0", b"\r\n" * 50, b"9" * 400,
    b"0000-00-00", b"99999999999999999999", b"1e999", b"\xc2\x85\xe2\x80\xa8", b"<!ENTITY x SYSTEM"
    b" 'file:///etc/passwd'>", b"A" * 70_000, b"BEGIN:VCARD\r\n" * 20, b"BEGIN:VEVENT\r\n" * 20,
    b"RRULE:FREQ=SECONDLY\r\n", b"DTSTART:00010101T000000Z\r\n", b"PHOTO;BASE64:\r\n",
    b'"schema": "Person"', b" ::: " * 50, b"\x1a\x1b\x7f",
)  # fmt: skip


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _change_bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(1 + len(data) // chance.choice((20, 200, 2000))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _insert(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(ODD) + data[at:]
    return data


def _leave_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 1 + len(data) // 2) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 200)]
    return data[:start] + piece * chance.randrange(2, 300) + data[start:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(list(samples().values()))
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def _shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    found = data.split(b"\n")
    chance.shuffle(found)
    return b"\n".join(found)


def _noise(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.choice((0, 4, 20))] + chance.randbytes(chance.randrange(5000))


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut_off, _change_bytes, _insert, _insert, _leave_out, _repeat, _splice, _shuffle_lines, _noise,
)  # fmt: skip


def damaged_file(seed: int) -> tuple[str, bytes]:
    """Return the name and the bytes of the damaged file of a seed; formats take turns."""
    chance = random.Random(seed)
    names = list(samples())
    name = names[seed % len(names)]
    data = samples()[name]
    for _ in range(chance.randrange(1, 4)):
        data = chance.choice(DAMAGES)(data, chance) or b"\0"
    return f"{seed}-{name}", data
