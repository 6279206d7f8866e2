"""Many records read at once are what each of them is by itself."""

from __future__ import annotations

import pytest

from db import Lens, Note, Person
from db.storage.many_records import load_records
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of


def test_records_of_a_kind_are_read_as_the_reader_reads_each(small: Small) -> None:
    for kind, records in (
        ("organization", [small.army, small.state]),
        ("person", [small.munir]),
        ("agreement", [small.pact]),
        ("event", [small.call]),
    ):
        found = load_records(sql_of(small.store), kind, [record.id for record in records])
        assert found == {record.id: small.fresh(record) for record in records}


@pytest.mark.parametrize("ceiling", range(4))
def test_records_are_read_through_a_lens_as_the_reader_reads_each(
    ceiling: int, small: Small
) -> None:
    store, lens = small.store, Lens("2025-09-15", ceiling)
    noted = Person(title="Ed Eade", marking=1, notes=[Note(text="For few.", marking=3)])
    store.save(noted, Lens())
    ids = [*store.reader.all_ids("person", Lens(), "name")]
    shown = [*store.reader.all_ids("person", lens, "name")]
    found = store.reader.records("person", ids, lens)
    assert found == {key: store.reader.get(key, lens) for key in shown}


def test_ids_that_are_not_there_are_left_out(small: Small) -> None:
    assert load_records(sql_of(small.store), "person", [10_000]) == {}
    assert load_records(sql_of(small.store), "person", []) == {}
