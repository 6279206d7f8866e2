"""The saved searches of two desks brought together, three-way; `merge_desks` asks it.

What only one side changed is taken; of what both did two searches come. Two of one name that ask
something else are both kept, one of them under a name that says so, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.changes.record_snapshots import RecordHistory
from db.changes.unit_of_work import Work
from db.exchange.desks.merge_memory import Memory
from db.lens import Lens, known_marking
from db.lists.saved_searches import MAX_NAME_LETTERS, TABLE
from db.names import fold
from db.storage.engine import Sql
from db.storage.row_mapping import Values
from db.storage.stored_records import select_rows

OTHER = " other"  # stands behind the key of the second of two searches that came of one


@dataclass(frozen=True, slots=True, order=True)
class ViewState:
    """What a saved search says, in the order by which of two alike the first is told."""

    query: str
    kind: str
    is_exact: int
    name: str
    marking: int

    @property
    def search(self) -> tuple[str, str, int]:
        """What it finds."""
        return self.query, self.kind, self.is_exact


Views = dict[str, ViewState]  # by what each is known by on every desk


@dataclass(slots=True)
class MergedViews:
    """What comes of both sides, and what is to be told of it."""

    views: Views
    notes: list[str]


def view_in(row: Mapping[str, Any]) -> ViewState:
    """Return what a row says."""
    return ViewState(
        str(row.get("query") or ""), str(row.get("kind") or ""), int(row.get("is_exact") or 0),
        str(row.get("name") or ""), known_marking(row.get("marking") or 0),
    )  # fmt: skip


def view_rows(sql: Sql, lens: Lens) -> dict[int, ViewState]:
    """Return the saved searches that a lens shows, by row."""
    found = {row["id"]: view_in(row) for row in select_rows(sql, TABLE, "1", ())}
    return {key: view for key, view in found.items() if lens.shows(view.marking)}


def past_view_rows(sql: Sql, lens: Lens, change: int) -> dict[int, ViewState]:
    """Return the saved searches as they were after a change; of one that is marked higher since
    nothing.
    """
    now = {row["id"]: view_in(row) for row in select_rows(sql, TABLE, "1", ())}
    rows = {
        row
        for first, last in sql.rows(
            "SELECT row, row_to FROM revision WHERE table_name=? AND change_id > ?", (TABLE, change)
        )
        for row in range(first, last + 1)
    }
    past = RecordHistory(sql, [], change).read_by_owner(TABLE, rows | now.keys())
    found = {}
    for key, row in past.items():
        view = view_in(row)
        marking = max(view.marking, now[key].marking if key in now else 0)
        if lens.shows(marking):
            found[key] = replace(view, marking=marking)
    return found


def merge_views(base: Views, ours: Views, theirs: Views) -> MergedViews:
    """Return what both sides make of the saved searches, whichever is whose.

    >>> one, other = ViewState("x", "person", 0, "Due", 0), ViewState("y", "person", 0, "due", 0)
    >>> found = merge_views({}, {"a": one}, {"b": other})
    >>> [view.name for view in found.views.values()], found.notes
    (['Due', 'due (2)'], ['Two saved searches are called “due”; one is kept as “due (2)”.'])
    >>> merge_views({"a": one}, {"a": one}, {}).views
    {}
    """
    merged: Views = {}
    for key in sorted({*base, *ours, *theirs}):
        states = _merge_one(base.get(key), ours.get(key), theirs.get(key))
        for place, state in enumerate(states):
            merged[key + OTHER * place] = state
    return _named_apart(merged)


def _merge_one(
    base: ViewState | None, ours: ViewState | None, theirs: ViewState | None
) -> Sequence[ViewState]:
    """Return what becomes of one: none, one, or both where both changed what it finds."""
    if theirs in (ours, base):
        return [ours] if ours else []
    if ours == base or ours is None:
        return [theirs] if theirs else []
    if theirs is None:
        return [ours]
    name = _choose_name(base.name if base else None, ours.name, theirs.name)
    marking = max(ours.marking, theirs.marking)
    before = base.search if base else None
    searches = sorted({ours.search, theirs.search} - {before}) or [ours.search]
    return [ViewState(*each, name, marking) for each in searches]


def _choose_name(base: str | None, ours: str, theirs: str) -> str:
    if theirs == base:
        return ours
    return theirs if ours == base else min(ours, theirs)


def _named_apart(views: Views) -> MergedViews:
    """Give each its own name; of two that say the same one stays."""
    by_name: dict[str, list[tuple[ViewState, str]]] = {}
    for key, view in views.items():
        by_name.setdefault(fold(view.name), []).append((view, key))
    found: Views = {}
    notes: list[str] = []
    for alike in by_name.values():
        firsts: dict[tuple[str, str, int], str] = {}
        for view, key in sorted(alike):
            first = firsts.setdefault(view.search, key)
            if first != key:
                marking = max(found[first].marking, view.marking)
                found[first] = replace(found[first], marking=marking)
            elif len(firsts) == 1:
                found[key] = view
            else:
                name = _unused_name(view.name, by_name, found.values())
                found[key] = replace(view, name=name)
                says = "Two saved searches are called “{}”; one is kept as “{}”."
                notes.append(says.format(view.name, name))
    return MergedViews(found, notes)


def _unused_name(name: str, by_name: Mapping[str, object], others: Iterable[ViewState]) -> str:
    used = {*by_name, *(fold(view.name) for view in others)}
    number = 2
    while True:
        ending = f" ({number})"
        found = name[: MAX_NAME_LETTERS - len(ending)] + ending
        if fold(found) not in used:
            return found
        number += 1


def write_views(
    work: Work, merged: Views, ours: Mapping[int, str], rows: Mapping[int, ViewState],
    memory: Memory,
) -> int:  # fmt: skip
    """Bring the saved searches of this desk to what the merge made; returns how many differ.

    `ours` are the keys of its rows, `rows` what these say.
    """
    count = 0
    there = {key: row for row, key in ours.items()}
    for key, view in merged.items():
        values: Values = {
            "name": view.name, "kind": view.kind, "query": view.query,
            "is_exact": view.is_exact, "marking": view.marking,
        }  # fmt: skip
        if key not in there:
            row = work.insert(TABLE, values, None)
            memory.keys[f"{TABLE} {row}"] = key
            count += 1
        elif rows[there[key]] != view:
            row = there[key]
            before = select_rows(work.sql, TABLE, "id=?", (row,))[0]
            count += work.update(TABLE, before, {**values, "id": row}, None)
    for row, key in ours.items():
        if key not in merged:
            work.delete(TABLE, select_rows(work.sql, TABLE, "id=?", (row,)), None)
            count += 1
    return count
