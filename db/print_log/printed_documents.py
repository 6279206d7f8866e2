"""What was printed: each document with what was asked, through which lens, and what it was made of.

`Store` keeps one when it has gone to paper or into a file; `Reader` lists them through a lens. It
is no part of the history: printing changes no record.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from sqlalchemy import insert, select

from db.changes.record_snapshots import last_rows
from db.clock import now
from db.errors import Damaged, Refused
from db.lens import Lens, known_marking
from db.query import NO_LIMIT
from db.storage.damage import check_rows
from db.storage.engine import Row, Sql
from db.storage.statements import is_shown, table
from db.storage.stored_records import refs
from db.storage.unpacking import json_in, pairs_in

_PRINTED = table("printed")
_WHOLE = tuple(_PRINTED.c)  # `used`, the last, is read of one document alone
_LISTED = _WHOLE[:-1]


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """A document as it was printed.

    `asked` are plain values that only those who print understand, but for `ids`, the records it is
    about; `used` are all records that it names, each with its version; `change` is the last change
    that was made before, `marking` the highest on its sheets. `time` is ISO 8601 in UTC.
    """

    title: str
    form: str
    lens: Lens
    marking: int
    change: int
    asked: Mapping[str, Any] = field(default_factory=dict)
    used: Mapping[int, int] = field(default_factory=dict)
    id: int = 0
    time: str = ""
    author: str = ""

    @property
    def about(self) -> tuple[int, ...]:
        """The records that the document is about; none where it is a list."""
        return tuple(self.asked.get("ids", ()))


def save_printed_document(sql: Sql, document: PrintedDocument, author: str) -> int:
    """Remember a document; one row and one statement, however long it is. Returns its number."""
    statement = insert(_PRINTED).values(
        time=now(),
        author=author,
        title=document.title,
        form=document.form,
        as_of=document.lens.as_of,
        ceiling=document.lens.ceiling,
        marking=document.marking,
        change_id=document.change,
        asked=json.dumps(document.asked, ensure_ascii=False),
        used=_pack(document.used),
    )
    [(number,)] = sql.ask(statement.returning(_PRINTED.c.id))
    return int(number)


def list_printed_documents(sql: Sql, lens: Lens, limit: int = 100) -> list[PrintedDocument]:
    """Return the documents that a lens shows, newest first, without the records that they name."""
    found: list[PrintedDocument] = []
    before = NO_LIMIT
    while len(found) < limit:
        condition = is_shown(_PRINTED.c.marking, lens)
        newest = select(*_LISTED).where(_PRINTED.c.id < before, condition)
        rows = sql.ask(newest.order_by(_PRINTED.c.id.desc()).limit(limit))
        found += [document for document in _read(sql, rows) if _shows(sql, document, lens)]
        if len(rows) < limit:
            break
        before = rows[-1][0]
    return found[:limit]


def read_printed_document(sql: Sql, number: int, lens: Lens) -> PrintedDocument:
    """Return one document; refuses a number that is none, or none that the lens shows."""
    rows = sql.ask(select(*_WHOLE).where(_PRINTED.c.id == number))
    document = _document(rows[0]) if rows else None
    if document is None or not _shows(sql, document, lens):
        raise Refused(f"There is no printed document {number} on this desk.")
    return document


def last_printed_document(
    sql: Sql, request: Mapping[str, Any], lens: Lens
) -> PrintedDocument | None:
    """Return the newest document that was asked for in the same words."""
    alike = select(*_WHOLE).where(_PRINTED.c.asked == json.dumps(request, ensure_ascii=False))
    rows = sql.ask(alike.order_by(_PRINTED.c.id.desc()).limit(1))
    document = _document(rows[0]) if rows else None
    return document if document is not None and _shows(sql, document, lens) else None


def _read(sql: Sql, rows: list[Row]) -> Iterator[PrintedDocument]:
    """Yield the documents of some rows; one that is damaged is left out of a list, with a note."""
    for row in check_rows(sql, "printed", [column.name for column in _LISTED], rows):
        try:
            yield _document((*row, None))
        except Damaged as damaged:
            sql.note(str(damaged))


def _pack(used: Mapping[int, int]) -> bytes:
    """Return ids and versions by turns, eight bytes each, the lowest byte first, packed."""
    numbers = array("q", chain.from_iterable(used.items()))
    if sys.byteorder == "big":
        numbers.byteswap()
    return zlib.compress(numbers.tobytes(), 1)


def _document(row: Row) -> PrintedDocument:
    number, time, author, title, form, as_of, ceiling, marking, change, request, used = row
    return PrintedDocument(
        title,
        form,
        Lens(as_of, known_marking(ceiling)),
        known_marking(marking),
        change,
        asked_in(request, f"the printed document {number}"),
        pairs_in(used, f"the printed document {number}") if used else {},
        number,
        time,
        author,
    )


def asked_in(data: object, what: str) -> dict[str, Any]:
    """Return what was asked: plain values under their names, and the ids of records."""
    found = json_in(data, what)
    if not isinstance(found, dict) or not _are_ids(found.get("ids", [])) or not _are_plain(found):
        raise Damaged(f"The desk is damaged in {what}: it does not say what was asked.")
    return found


def _are_plain(request: Mapping[str, Any]) -> bool:
    return all(isinstance(value, str | bool) for name, value in request.items() if name != "ids")


def _are_ids(found: object) -> bool:
    most = 1 << 63
    return isinstance(found, list) and all(type(key) is int and 0 <= key < most for key in found)


def _shows(sql: Sql, document: PrintedDocument, lens: Lens) -> bool:
    """Say whether all that a document is about lies at or below the ceiling: its title may name it.

    Of a record that is gone the marking that it had last counts. A list is about no record: its
    title is what was searched, or a view, and counts as the ceiling that it was printed under.
    """
    if not lens.shows(document.marking if document.about else document.lens.ceiling):
        return False
    there = refs(sql, document.about)
    deleted = last_rows(sql, "record", set(document.about) - there.keys())
    markings = [marking for _, marking in there.values()]
    markings += [row["marking"] for row in deleted.values()]
    return all(map(lens.shows, markings))
