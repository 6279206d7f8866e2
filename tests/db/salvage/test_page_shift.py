"""Where pages are missing in the midst of a file is found by what leads to those that follow."""

from __future__ import annotations

import pytest

from db.salvage.page_shift import missing_from
from db.storage.engine import PAGE_BYTES
from tests.db.salvage.salvage_rounds import Base


@pytest.mark.parametrize("missing", [3, 20, 60, 110])
@pytest.mark.parametrize("count", [1, 3])
def test_pages_missing_in_the_midst_are_found(plain: Base, missing: int, count: int) -> None:
    left = [*plain.pages[: missing - 1], *plain.pages[missing - 1 + count :]]
    found = missing_from(len(left), count, PAGE_BYTES, lambda n: dict(enumerate(left, 1)).get(n))
    # What no tree leads to tells nothing: the place is known to a few pages.
    assert found is not None and abs(found - missing) <= 6


def test_a_file_that_is_cut_lacks_none_in_its_midst(plain: Base) -> None:
    left = plain.pages[:-2]
    there = dict(enumerate(left, 1))
    assert missing_from(len(left), 2, PAGE_BYTES, there.get) is None
