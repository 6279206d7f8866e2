"""The markings of changes are read back out of the history as they were kept in step."""

from __future__ import annotations

import pytest

from db import Lens, Note, Person, Store, merge_records
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


@pytest.mark.parametrize("secret", range(3))
@pytest.mark.parametrize("is_undone", [False, True])
def test_one_merged_into_one_that_is_merged_has_its_history_in_the_third(
    store: Store, secret: int, is_undone: bool
) -> None:
    first, second, third = (Person(title=f"P{n}", marking=3 * (n == secret)) for n in range(3))
    for record in (first, second, third):
        store.save(record, LENS)
    for kept, gone in ((second, first), (third, second)):
        with store.unit_of_work("Merge") as work:
            merge_records(work, kept.id, gone.id, {}, LENS)
    if is_undone:
        store.revert(store.reader.last_change())
    in_step = dict(sql_of(store).rows("SELECT id, marking FROM change"))
    anew = find_markings(sql_of(store))
    assert anew.keys() == in_step.keys()
    assert all(in_step[key] <= anew[key] for key in anew)
    assert is_undone or anew == in_step
