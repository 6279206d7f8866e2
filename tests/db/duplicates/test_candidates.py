"""Records are looked at by shared keys only: how many grows with the desk, not with its square."""

from __future__ import annotations

from db import Store
from db.duplicates.candidates import WAYS, candidates
from db.record_types import KINDS
from tests.db.desk_sql import sql_of
from tests.db.duplicates.conftest import LENS, Made, quiet


def test_every_kind_has_its_ways() -> None:
    assert set(WAYS) == set(KINDS)


def test_each_pair_comes_once_with_the_smaller_id_first(store: Store, add: Made) -> None:
    one, other = add("Ishaq Dar"), add("Ishaq Dar")
    found = [(each.one, each.other) for each in candidates(sql_of(store), "person", LENS, quiet)]
    assert found == [(one.id, other.id)]


def test_strangers_are_not_looked_at(store: Store, add: Made) -> None:
    for name in ("Ada Quist", "Bruno Rowe", "Celia Stone", "Dmitri Thorn", "Faisal Umber"):
        add(name)
    assert list(candidates(sql_of(store), "person", LENS, quiet)) == []
