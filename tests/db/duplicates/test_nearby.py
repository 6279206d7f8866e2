"""Who a record that is being made may already be."""

from __future__ import annotations

import pytest

from db import Name, Organization, Store
from tests.db.duplicates.conftest import LENS, Made


@pytest.mark.parametrize(
    "typed",
    [
        "Ishaq Dar",
        "H.E. Mr Ishaq Dar",
        "DAR Ishaq",
        "Mohammad Ishaq Dar",
        "اسحاق ڈار",
        "Ishaq DAR ",
    ],
)
def test_the_person_is_found_as_the_name_is_typed(store: Store, add: Made, typed: str) -> None:
    dar = add("Ishaq Dar", country="pk", names=[Name(text="اسحاق ڈار", kind="native")])
    add("Bashar Dar")
    [near] = store.reader.already_here("person", typed, LENS)
    assert near.line.id == dar.id
    assert near.score >= 0.8 and near.why


@pytest.mark.parametrize("typed", ["", "I", "Is", "Ishaq Khan", "!?", "\ud800", "x" * 9_000])
def test_nothing_is_told_of_others(store: Store, add: Made, typed: str) -> None:
    add("Ishaq Dar")
    assert store.reader.already_here("person", typed, LENS) == []


def test_only_the_kind_that_is_made_and_what_the_lens_shows(store: Store, add: Made) -> None:
    add("Dar Group", Organization)
    assert store.reader.already_here("person", "Dar Group", LENS) == []
    assert len(store.reader.already_here("organization", "Dar Group Ltd", LENS)) == 1
