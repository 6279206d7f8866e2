"""Popolo typed in a test and brought onto a desk; the tests of Popolo ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from db import Event, ImportReport, Lens, Organization, Person, Record, Store, import_files
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


def bring_in(
    store: Store, folder: Path, document: object, name: str = "senate.json", **given: Any
) -> ImportReport:
    """Import a document; bytes are written as they are."""
    path = folder / name
    path.write_bytes(
        document if isinstance(document, bytes) else json.dumps(document).encode("utf-8")
    )
    return import_files(store, [path], LENS, **given)


def titled(store: Store, title: str) -> Record:
    """The one record of a title."""
    rows = sql_of(store).rows("SELECT id FROM record WHERE title=?", (title,))
    assert len(rows) == 1, (title, rows)
    return store.reader.get(rows[0][0], LENS)


def identified(store: Store, value: str) -> Any:
    """The one record with an identifier of this value."""
    rows = sql_of(store).rows("SELECT DISTINCT record_id FROM identifier WHERE value=?", (value,))
    assert len(rows) == 1, (value, rows)
    return store.reader.get(rows[0][0], LENS)


def person(store: Store, title: str) -> Person:
    """The person of a name."""
    found = titled(store, title)
    assert isinstance(found, Person)
    return found


def body(store: Store, title: str) -> Organization:
    """The organization of a name."""
    found = titled(store, title)
    assert isinstance(found, Organization)
    return found


def event(store: Store, title: str) -> Event:
    """The event of a title."""
    found = titled(store, title)
    assert isinstance(found, Event)
    return found


def refusals(report: ImportReport) -> list[tuple[str, str]]:
    """Where and what was refused."""
    return [(each["column"], each["value"]) for each in report.rejected]


def remarks(report: ImportReport) -> str:
    """All remarks, a line each."""
    return "\n".join(each["why"] for each in report.flagged)
