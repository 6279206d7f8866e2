"""A question can be stopped while it is answered."""

from __future__ import annotations

import threading

import pytest

from db import Lens, Person, Stopped, Store
from db.changes.writing import insert_record
from tests.db.desk_sql import sql_of

LENS = Lens()


def test_a_question_can_be_withdrawn_from_another_thread(store: Store) -> None:
    with store.unit_of_work("Many", compact=True) as work:
        for number in range(3000):
            insert_record(work, Person(title=f"Person {number}"))
    reader = store.new_reader()
    slow = "SELECT count(*) FROM record a, record b, record c WHERE a.title < b.title || c.title"
    withdrawn = threading.Timer(0.05, reader.interrupt)
    withdrawn.start()
    with pytest.raises(Stopped):
        sql_of(reader).value(slow)
    withdrawn.join()
    assert reader.count("person", LENS) == 3000
