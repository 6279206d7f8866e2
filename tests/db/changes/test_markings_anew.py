"""The markings of changes are read back out of the history as they were kept in step."""

from __future__ import annotations

import pytest

from db import Lens, Note, Person, Store
from db.changes.markings_anew import find_markings, mark_all
from db.changes.writing import insert_record
from tests.db.desk_sql import sql_of

LENS = Lens()


@pytest.mark.parametrize("then", ["keep", "lower", "remove", "remove and restore"])
def test_every_change_is_marked_as_before(store: Store, then: str) -> None:
    with store.unit_of_work("Import", compact=True) as work:
        records = [Person(title=f"P{n}", marking=2 * (n == 1), notes=[Note()]) for n in range(3)]
        for record in records:
            record.notes[0].text = "n"
            insert_record(work, record)
    secret = store.reader.get(records[1].id, LENS)
    secret.notes[0].marking = 3
    store.save(secret, LENS)
    if then == "lower":
        secret.marking = secret.notes[0].marking = 0
        store.save(secret, LENS)
    elif then != "keep":
        removed = store.remove([record.id for record in records], LENS)
        if then != "remove":
            store.revert(removed.id)
    kept = dict(sql_of(store).rows("SELECT id, marking FROM change"))
    assert kept[1] == kept[2] == 3
    assert find_markings(sql_of(store)) == kept
    sql_of(store).run("UPDATE change SET marking=0")
    mark_all(sql_of(store))
    assert dict(sql_of(store).rows("SELECT id, marking FROM change")) == kept
