"""Rows say as plain values what the record that is made of them says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import KINDS, Lens, Note, Person, Store, open_desk
from db.dates.stored import stored_date
from db.exchange.plain.desk_states import DeskUids
from db.exchange.plain.plain_records import to_plain
from db.exchange.plain.plain_rows import plain_date, plain_of_rows
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.marked_desk import make_marked_desk


def said_otherwise(store: Store, lens: Lens) -> list[tuple[str, int]]:
    """The records of which the rows say anything else than the record."""
    found = []
    uids = DeskUids(sql_of(store))
    for kind in KINDS:
        ids = store.reader.all_ids(kind, lens, "name")
        rows = store.reader.visible_rows(kind, ids, lens)
        records = store.reader.visible_records(kind, ids, lens)
        assert rows.keys() == records.keys() == set(ids)
        for key, (record, withheld) in records.items():
            if (plain_of_rows(rows[key], uids), rows[key].withheld) != (
                to_plain(record, uids),
                withheld,
            ):
                found.append((kind, key))
    return found


@pytest.mark.parametrize("ceiling", range(4))
def test_of_a_desk_with_a_word_in_every_field(ceiling: int, tmp_path: Path) -> None:
    marked = make_marked_desk(tmp_path / "marked.desk")
    with open_desk(marked.path, read_only=True) as store:
        assert said_otherwise(store, Lens("2026-06-01", ceiling)) == []


def test_of_records_with_parts_in_parts_and_with_none(small: Small) -> None:
    small.store.save(Person(title="Ed Eade", notes=[Note(text="For few.", marking=3)]), Lens())
    small.store.save(Person(title="Al", country="pk", topics=["rivers", "rivers/Indus"]), Lens())
    for ceiling in range(4):
        assert said_otherwise(small.store, Lens("2025-09-15", ceiling)) == []


DAYS = st.sampled_from(["2025-07-01", "2025-02-30", "2019/..", "", "soon", None, 7])


@given(edtf=DAYS, first=DAYS, last=DAYS, words=st.sampled_from(["", "in May", None]))
def test_of_a_date_in_whatever_columns(edtf: Any, first: Any, last: Any, words: Any) -> None:
    date = stored_date(edtf, first, last, words)
    if date is not None:
        assert plain_date(edtf, first, last, words) == to_plain(date, None)  # type: ignore[arg-type]
