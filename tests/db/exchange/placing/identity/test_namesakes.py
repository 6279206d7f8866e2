"""A name alone leads to a record only where nothing speaks against it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import HistoricalDate, Identifier, Person, Store
from tests.db.exchange.popolo_desk import LENS, bring_in

BORN = HistoricalDate.parse("1964-07-31")
OTHERS = [Identifier(scheme="register", value="7")]


@pytest.mark.parametrize(
    ("there", "fields", "is_same"),
    [
        ({}, {}, True),
        ({}, {"birth_date": "1964-07-31"}, True),
        ({"born": BORN}, {"birth_date": "1964-07-31"}, True),
        ({"born": BORN}, {"birth_date": "1971"}, False),
        ({"country": "br"}, {}, False),
        ({"country": "br"}, {"nationality": "Brazil"}, True),
        ({"identifiers": OTHERS}, {}, False),
        ({"identifiers": OTHERS, "born": BORN}, {"birth_date": "1964-07-31"}, True),
        ({"identifiers": OTHERS, "born": BORN}, {"birth_date": "1964"}, False),
    ],
)
def test_a_person_of_a_popolo_file_is_the_one_of_the_same_name(
    there: dict[str, Any], fields: dict[str, str], is_same: bool, store: Store, tmp_path: Path
) -> None:
    store.save(Person(title="Ana Silva", **there), LENS)
    report = bring_in(store, tmp_path, [{"id": "1", "name": "Ana Silva", **fields}])
    assert report.created == {"people": 0 if is_same else 1}
