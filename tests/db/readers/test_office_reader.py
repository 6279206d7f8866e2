"""What a reader answers of offices and who holds them."""

from __future__ import annotations

from db import Lens
from tests.db.conftest import Small

LENS = Lens("2025-09-15")


def test_holders_are_told_for_each_office_that_is_meant(small: Small) -> None:
    [found] = small.store.reader.holders("chief", LENS)
    assert found.office.title == "Chief of Army Staff"
    assert [(each.person.title, each.certainty) for each in found.holders] == [
        ("Asim Munir", "held")
    ]
    [before] = small.store.reader.holders("chief", Lens("2020-01-01"))
    assert (before.office, before.holders, before.last) == (found.office, (), None)
