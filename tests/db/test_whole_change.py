"""What is written as one change is on the disk whole, or not at all."""

from __future__ import annotations

import pytest

from db import Person
from db.changes.unit_of_work import ChangeOrigin
from db.changes.writing import insert_record
from db.whole_change import change_of
from tests.db.conftest import Small


def test_a_change_tells_what_it_wrote_and_its_origin(small: Small) -> None:
    with small.store.unit_of_work("Add", origin=ChangeOrigin.IMPORT) as work:
        key = insert_record(work, Person(title="Ann Ashe"))
    change = change_of(work)
    assert change is not None and change.ids == (key,) and change.kinds == {"person"}
    assert small.store.reader.changes(limit=1)[0].origin == ChangeOrigin.IMPORT


def test_where_nothing_is_written_there_is_no_change(small: Small) -> None:
    before = small.store.reader.changes(limit=1)
    with small.store.unit_of_work("Nothing") as work:
        pass
    assert change_of(work) is None
    assert small.store.reader.changes(limit=1) == before


def test_what_ends_by_an_error_leaves_nothing(small: Small) -> None:
    before = small.store.reader.count("person", small.lens)
    with pytest.raises(ZeroDivisionError), small.store.unit_of_work("Half") as work:
        insert_record(work, Person(title="Half"))
        raise ZeroDivisionError
    assert small.store.reader.count("person", small.lens) == before
