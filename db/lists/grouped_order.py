"""Lists in an order by a value that many records share: marking, kind, day; `record_lists` asks.

SQLite would sort a million names in memory, fifty megabytes of it that are not given back. Names in
order lie in an index; dealt out by their values they are in the order that was asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from db.storage.engine import Sql

# order → the table that its value lies in, where many records share one, and the column; ties go by
# the name.
GROUPED: dict[str, tuple[str, str]] = {
    "type": ("{kind}", "kind"),
    "day": ("record", "day"),
    "born": ("record", "day"),
    "founded": ("record", "day"),
    "marking": ("record", "marking"),
    "checked": ("record", "checked_on"),
    "in_force": ("agreement", "in_force_first"),
    "binding": ("agreement", "binding"),
    "laterality": ("agreement", "laterality"),
    "state": ("event", "status"),
}
MIN_GROUPED = 50_000  # ids; fewer are sorted by SQLite, which takes little for them
MAX_GAPS = 8  # numbers to an id that is used: a table of them all must not be large for nothing


def can_deal_out(ids: array[int], least: int = MIN_GROUPED) -> bool:
    """Say whether ids are so many, and so near together, that they are rather dealt out than
    sorted.
    """
    return len(ids) >= least and max(ids) < MAX_GAPS * len(ids)


def deal_out(
    sql: Sql, ids: array[int], kind: str, order: str, *, descending: bool = False
) -> array[int]:
    """Return ids that are in the order of names in another one, which is in `GROUPED`."""
    group_of, values = _groups(sql, max(ids), kind, order)
    sizes = [0] * (len(values) + 1)
    for key in ids:
        sizes[group_of[key]] += 1
    places, next_place = [0] * len(sizes), sizes[0]
    for _, group in sorted(values.items(), key=_rank):
        places[group], next_place = next_place, next_place + sizes[group]
    found = array("q", [0]) * len(ids)
    for key in ids:
        group = group_of[key]
        place = places[group]
        found[place] = key
        places[group] = place + 1
    if descending:
        found.reverse()
    return found


def _groups(sql: Sql, last: int, kind: str, order: str) -> tuple[array[int], dict[Any, int]]:
    """Return the group that each id is in, 0 for those without a value, and the values' groups."""
    table, column = GROUPED[order]
    rows: Iterable[tuple[int, Any]] = sql.stream(
        f"SELECT id, {column} FROM {table.format(kind=kind)}"
        f" WHERE id <= ? AND {column} IS NOT NULL",
        (last,),
    )
    group_of = array("I", [0]) * (last + 1)
    values: dict[Any, int] = {}
    for key, value in rows:
        group_of[key] = values.setdefault(value, len(values) + 1)
    return group_of, values


def _rank(item: tuple[Any, int]) -> tuple[int, Any]:
    """Return where a value stands as SQLite has it: numbers, texts, then bytes."""
    value = item[0]
    return (0 if isinstance(value, (int, float)) else 1 if isinstance(value, str) else 2), value
