"""Every table of a desk lies in a place, and erasing and subject access know the same places."""

from __future__ import annotations

from db import Store
from db.exchange.erasing.erase_record import ERASERS
from db.storage.schema import own_tables
from db.traces.record_texts import owned_tables
from db.traces.subject import FINDERS
from db.traces.trace_places import TABLES, WORDLESS, TracePlace
from desktop.printing.subject_sheet import PLACE_NAMES
from tests.db.desk_sql import sql_of


def test_erasing_and_subject_access_know_the_same_places() -> None:
    assert set(ERASERS) == set(FINDERS) == set(TracePlace)
    assert set(PLACE_NAMES) == set(TracePlace) - {TracePlace.RECORD}, (
        "The record is told field by field."
    )


def test_every_table_of_a_desk_lies_in_one_place_or_holds_no_word(store: Store) -> None:
    owned = set(owned_tables(sql_of(store)))
    elsewhere = [table for tables in TABLES.values() for table in tables]
    assert len(elsewhere) == len(set(elsewhere))
    assert not owned & set(elsewhere)
    known = owned | set(elsewhere) | WORDLESS
    assert set(own_tables()) | {"alembic_version"} == known
