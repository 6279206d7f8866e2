"""Makes `v6.desk.sql`, a desk of format 6 as text; run once, while the program writes format 6.

What is marked stands in every place that had no marking of its own in that format: labels of
changes, drafts, views and sources. python -m tests.db.desks.make_v6
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from db import (
    Citation,
    Event,
    Lens,
    Name,
    Note,
    Organization,
    Person,
    PrintedDocument,
    Source,
    Store,
)
from db.changes.writing import insert_record
from db.lists.saved_searches import keep_view
from db.storage.engine import SCHEMA_VERSION
from tests.db.conftest import Small, small_desk
from tests.db.desk_sql import sql_of
from tests.db.desks.make_v1 import statements
from tests.db.desks.make_v4 import SQLITES_OWN
from tests.db.desks.make_v5 import NATIVE

KEPT = Path(__file__).with_name("v6.desk.sql")
SCRIPTS = (NATIVE, "王毅", "Сергей Лавров", "홍길동", "محمد بن سلمان", "नरेन्द्र मोदी")
SECRET = 3
CONFIDENTIAL = 2
LENS = Lens("2025-09-15")


def main() -> None:
    """Write every statement that makes the desk again."""
    if SCHEMA_VERSION != 6:
        raise SystemExit("This program no longer writes format 6; keep the file as it is.")
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        fill(small)
        small.store.remove([small.call.id], small.lens)
        lines = (
            line for line in statements(sql_of(small.store)) if not line.startswith(SQLITES_OWN)
        )
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fill(small: Small) -> None:
    """Put everything there that the next format marks."""
    store = small.store
    person = small.fresh(small.munir)
    assert isinstance(person, Person)
    person.names += [Name(text=text, kind="alias") for text in SCRIPTS]
    store.save(person, LENS)
    _add_records(store)
    _import_and_remove(store)
    _keep_drafts(small)
    _keep_views(store)
    for record, marking in ((small.munir, 0), (small.pact, SECRET)):
        store.save_printed_document(
            PrintedDocument(
                f"Sheet of {record.title}",
                "biography",
                LENS,
                marking,
                store.reader.last_change(),
                {"title": record.title, "ids": [record.id]},
                store.reader.versions([record.id]),
            )
        )


def _add_records(store: Store) -> None:
    """One lowered and renamed since, one secret to this day, one gone; each with its source."""
    lowered = Person(
        title="Codename Juniper",
        marking=SECRET,
        citations=[
            Citation(source=Source(title="Juniper cable")),
            Citation(source=Source(title="An article"), passage="named in passing"),
        ],
    )
    store.save(lowered, LENS)
    lowered.title, lowered.marking = "Jon Plain", 0
    store.save(lowered, LENS)
    store.save(
        Person(
            title="Vermilion Hand",
            marking=SECRET,
            notes=[Note(text="A vermilion note", marking=SECRET)],
            citations=[Citation(source=Source(title="Vermilion cable"))],
        ),
        LENS,
    )
    gone = Organization(
        title="Ochre Bureau",
        marking=CONFIDENTIAL,
        citations=[Citation(source=Source(title="Ochre cable"))],
    )
    store.save(gone, LENS)
    store.remove([gone.id], LENS)


def _import_and_remove(store: Store) -> None:
    """A run of records made and removed in one piece; only the last of them is marked."""
    records = [Event(title=f"Talk {n}", marking=SECRET if n == 3 else 0) for n in range(4)]
    with store.unit_of_work("Import talks.csv", compact=True) as work:
        for record in records:
            insert_record(work, record)
    store.remove([record.id for record in records], LENS)


def _keep_drafts(small: Small) -> None:
    vermilion = sql_of(small.store.reader).value(
        "SELECT id FROM record WHERE title LIKE 'Vermilion%'"
    )

    def keep(kind: str, record_id: int | None, title: str, marking: int, *notes: int) -> None:
        rows = [
            {"id": 0, "cells": {"text": f"{title} {n}", "marking": n}, "inner": [], "path": ""}
            for n in notes
        ]
        fields = {"title": title, "marking": marking}
        payload = json.dumps({"version": 1, "fields": fields, "parts": {"notes": rows}})
        small.store.keep_draft(kind, record_id, payload)

    keep("person", None, "Marked while it was typed", SECRET)
    keep("event", None, "Nothing in it is marked", 0)
    keep("organization", None, "A note in it is marked", 0, CONFIDENTIAL)
    keep("person", small.munir.id, "The stored one has a marked note", 0)
    keep("person", vermilion, "The stored one is marked", 0)
    keep("event", small.call.id, "The stored one is gone", 0)
    keep("agreement", small.pact.id, "Nothing of it is marked", 0)


def _keep_views(store: Store) -> None:
    for name, query in (("In office", "status:current"), ("Vermilion", "Vermilion Hand")):
        with store.unit_of_work(f"Keep view {name}") as work:
            keep_view(work, name, "person", query)


if __name__ == "__main__":
    main()
