"""What a desk is, in figures."""

from __future__ import annotations

from db import Lens, Person, Store
from db.storage.engine import SCHEMA_VERSION


def test_a_desk_tells_its_records_and_its_size_with_the_log(store: Store) -> None:
    before = store.info(Lens())
    store.save(Person(title="One"), Lens())
    after = store.info(Lens())
    assert (after.version, after.encrypted, after.lock) == (SCHEMA_VERSION, False, None)
    assert (before.records["people"], after.records["people"]) == (0, 1)
    assert after.size > before.size > 0 and after.changed >= before.changed
