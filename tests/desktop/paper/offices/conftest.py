"""The cabinet of `tests.cabinet_desk` on an open desk, for the sheets of offices."""

from __future__ import annotations

import pytest

from db import Store
from tests.cabinet_desk import Cabinet, fill_cabinet


@pytest.fixture
def cabinet(store: Store) -> Cabinet:
    """The cabinet, with a reshuffle on 1 June 2025."""
    return fill_cabinet(store)
