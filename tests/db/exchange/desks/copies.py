"""Copies of a desk that go apart in a test, and what a desk says apart from its own numbers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db import KINDS, Lens, Store, open_desk
from db.exchange.desks.merge_desks import merge_desk
from db.exchange.desks.merge_report import Decisions, MergeReport
from db.exchange.plain.desk_states import DeskStates
from db.exchange.plain.three_way import bare, text_of
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")
TIMES = frozenset(("created", "changed"))


def copy_desk(path: Path, name: str) -> Path:
    """Copy a desk that is closed."""
    return Path(shutil.copy(path, path.with_name(f"{name}.desk")))


def merge_into(path: Path, other: Path, rule: str = "newer", **how: Any) -> MergeReport:
    """Merge one closed desk into another."""
    with open_desk(path) as store, open_desk(other, read_only=True) as theirs:
        report = merge_desk(store, theirs, LENS, decisions=Decisions(rule), **how)
        assert store.verify() == []
    return report


def content(path: Path) -> dict[str, Any]:
    """Say what a desk holds, by uid: records without numbers and times, and what was merged."""
    with open_desk(path, read_only=True) as store:
        return content_of(store)


def content_of(store: Store) -> dict[str, Any]:
    """Say the same of an open desk."""
    states = DeskStates(sql_of(store.reader), LENS)
    found: dict[str, Any] = {}
    for kind in KINDS:
        keys = store.reader.all_ids(kind, LENS, "name" if kind == "person" else "title")
        for plain in states.of_ids(kind, keys).values():
            found[plain["uid"]] = without_times(bare(plain))
    former = store.reader.former_uids()
    uids = store.reader.uids([*former])
    return {**found, "former": {uids[key]: former[key] for key in former}}


def without_times(plain: dict[str, Any]) -> dict[str, Any]:
    """Return a record without times, its parts and topics in an order of their own."""
    return {
        name: sorted(value, key=text_of) if isinstance(value, list) else value
        for name, value in plain.items()
        if name not in TIMES
    }


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open a desk to edit it."""
    with open_desk(path) as store:
        yield store
