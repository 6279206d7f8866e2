"""Short ways to put records on a desk and to ask which may be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db import KINDS, Lens, Pair, Person, Record, Store
from tests.db.conftest import desk_path, store

__all__ = ["desk_path", "store"]
LENS = Lens("2025-09-15")
Made = Callable[..., Any]


@pytest.fixture
def add(store: Store) -> Made:
    """Saves a record, a person unless another kind is given."""

    def make(title: str, of: type[Record] = Person, **fields: Any) -> Any:
        record = of(title=title, **fields)
        store.save(record, LENS)
        return record

    return make


def quiet(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def pairs(store: Store, lens: Lens = LENS) -> list[Pair]:
    """All pairs of a desk."""
    return store.reader.duplicates(KINDS, lens, quiet)


def titles(store: Store, lens: Lens = LENS) -> list[tuple[str, str]]:
    """The titles of all pairs."""
    return [(pair.a.title, pair.b.title) for pair in pairs(store, lens)]
