"""Many records read at once are what each of them is by itself."""

from __future__ import annotations

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


def test_ids_that_are_not_there_are_left_out(small: Small) -> None:
    assert load_records(sql_of(small.store), "person", [10_000]) == {}
    assert load_records(sql_of(small.store), "person", []) == {}
