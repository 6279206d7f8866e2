"""A table as ministries keep it becomes, without a map, the records that a careful reader makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import (
    KINDS,
    PLURALS,
    Agreement,
    Event,
    HistoricalDate,
    Lens,
    Organization,
    Person,
    Record,
    Store,
    import_files,
)
from tests.db.exchange.real_looking_tables import TABLES, TableCase

LENS = Lens("2025-09-15")


def edtf(date: HistoricalDate | None) -> str:
    return date.edtf if date else ""


def facts_of(record: Record) -> dict[str, Any]:
    """What a case may say of a record."""
    facts: dict[str, Any] = {"country": record.country}
    if isinstance(record, Person):
        facts["born"] = edtf(record.born)
        for stay in record.tenures:
            body = stay.office.organization if stay.office else None
            facts |= {"office": stay.office.title if stay.office else "",
                      "body": body.title if body else "",
                      "since": edtf(stay.since), "until": edtf(stay.until)}  # fmt: skip
    if isinstance(record, Person | Organization):
        facts |= {"phone" if each.kind in ("phone", "mobile") else each.kind: each.value
                  for each in record.contacts}  # fmt: skip
    if isinstance(record, Agreement):
        facts |= {"signed": edtf(record.concluded), "in_force": edtf(record.in_force),
                  "parties": [party.who.title for party in record.parties if party.who],
                  "place": record.place}  # fmt: skip
    if isinstance(record, Event):
        facts |= {"start": edtf(record.start), "end": edtf(record.end), "place": record.place}
        who = [each.who for each in record.participants if each.who]
        facts["people"] = [each.title for each in who if each.kind == "person"]
    return facts


@pytest.mark.parametrize("case", TABLES, ids=[case.name for case in TABLES])
def test_a_table_becomes_what_a_careful_reader_makes_of_it(
    store: Store, tmp_path: Path, case: TableCase
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(case.table, encoding="utf-8")
    report = import_files(store, [path], LENS)
    kind = next(each for each in KINDS if PLURALS[each] == case.kind)
    assert report.created[case.kind] == report.read == len(case.records)
    assert not report.rejected and report.left_out == list(case.left_out)
    ids = store.reader.all_ids(kind, LENS, "title")
    found = {record.title: facts_of(record)
             for record in store.reader.records(kind, ids, LENS).values()}  # fmt: skip
    for title, facts in case.records.items():
        assert {name: found[title].get(name) for name in facts} == facts
