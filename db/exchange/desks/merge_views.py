"""The saved searches of two desks brought together, three-way; `merge_desks` asks it.

What only one side changed is taken; of what both did two searches come. Two of one name that ask
something else are both kept, one of them under a name that says so, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain, count
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

OTHER = " other "  # stands in the key of a further search that came of one, before what it asks

MAX_ASKED_LETTERS = 40  # of what a search asks, in the name of one of two called alike


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
    (['Due', 'due (y)'], ['Two saved searches are called “due”; one is kept as “due (y)”.'])
    >>> merge_views({"a": one}, {"a": one}, {}).views
    {}
    """
    merged: Views = {}
    for key in sorted({*base, *ours, *theirs}):
        states = _merge_one(base.get(key), ours.get(key), theirs.get(key))
        for place, state in enumerate(states):
            own = _further_key(key, state) if place else key
            merged[own] = _join(merged[own], state) if own in merged else state
    return _named_apart(merged, base)


def _join(one: ViewState, other: ViewState) -> ViewState:
    """Return one search of two that ask the same."""
    names = _plain_name(one), _plain_name(other)
    return replace(one, name=min(names), marking=max(one.marking, other.marking))


def _further_key(key: str, state: ViewState) -> str:
    """Return the key of a further search that came of one: by what it asks, so that three desks
    come to the same in any order.
    """
    first = key.partition(OTHER)[0]
    return f"{first}{OTHER}{blake2b(repr(state.search).encode(), digest_size=8).hexdigest()}"


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
    before = base.search if base else None
    if ours.search != theirs.search and before not in (ours.search, theirs.search):
        return sorted((ours, theirs))
    name = _choose_name(base.name if base else None, _plain_name(ours), _plain_name(theirs))
    search = theirs.search if ours.search == before else ours.search
    return [ViewState(*search, name, max(ours.marking, theirs.marking))]


def _choose_name(base: str | None, ours: str, theirs: str) -> str:
    if theirs == base:
        return ours
    return theirs if ours == base else min(ours, theirs)


def _named_apart(views: Views, base: Views) -> MergedViews:
    """Give each its own name; of those that say the same one stays, that which both desks had."""
    by_name: dict[str, dict[tuple[str, str, int], list[str]]] = {}
    for key in sorted(views, key=lambda key: (key.partition(OTHER)[0] not in base, key)):
        alike = by_name.setdefault(fold(_plain_name(views[key])), {})
        alike.setdefault(views[key].search, []).append(key)
    found: Views = {}
    notes: list[str] = []
    for searches in by_name.values():
        for place, (_, keys) in enumerate(sorted(searches.items())):
            is_alone = len(searches) == len(keys) == 1
            name = min(views[key].name if is_alone else _plain_name(views[key]) for key in keys)
            marking = max(views[key].marking for key in keys)
            view = replace(views[keys[0]], name=name, marking=marking)
            if place:
                view = replace(view, name=_unused_name(view, by_name, found.values()))
            if place and view.name != views[keys[0]].name:
                says = "Two saved searches are called “{}”; one is kept as “{}”."
                notes.append(says.format(name, view.name))
            found[keys[0]] = view
    return MergedViews(found, notes)


def _endings(view: ViewState) -> list[str]:
    """Return what stands behind the name of a search of which another has the name: what it asks. A
    number would hang on which desk came first.
    """
    query = view.query[:MAX_ASKED_LETTERS]
    exact = ", exact" if view.is_exact else ""
    return [f" ({query}{exact})", f" ({query}, {view.kind}{exact})"]


def _plain_name(view: ViewState) -> str:
    """Return the name of a search without what an earlier merge put behind it.

    >>> _plain_name(ViewState("x", "person", 0, "Due (x)", 0))
    'Due'
    """
    for ending in _endings(view):
        if view.name.endswith(ending) and len(view.name) > len(ending):
            return view.name.removesuffix(ending)
    return view.name


def _unused_name(view: ViewState, by_name: Iterable[str], others: Iterable[ViewState]) -> str:
    """Return a name for a search that no other has."""
    used = {*by_name, *(fold(each.name) for each in others)}
    for ending in chain(_endings(view), (f" ({number})" for number in count(2))):
        found = view.name[: MAX_NAME_LETTERS - len(ending)] + ending
        if fold(found) not in used:
            return found
    raise AssertionError("numbers do not end")


def write_views(
    work: Work, merged: Views, ours: Mapping[int, str], rows: Mapping[int, ViewState],
    memory: Memory,
) -> int:  # fmt: skip
    """Bring the saved searches of this desk to what the merge made; returns how many differ.

    `ours` are the keys of its rows, `rows` what these say.
    """
    changed = 0
    there = {key: row for row, key in ours.items()}
    for key, view in merged.items():
        values: Values = {
            "name": view.name, "kind": view.kind, "query": view.query,
            "is_exact": view.is_exact, "marking": view.marking,
        }  # fmt: skip
        if key not in there:
            row = work.insert(TABLE, values, None)
            memory.keys[f"{TABLE} {row}"] = key
            changed += 1
        elif rows[there[key]] != view:
            row = there[key]
            before = select_rows(work.sql, TABLE, "id=?", (row,))[0]
            changed += work.update(TABLE, before, {**values, "id": row}, None)
    for row, key in ours.items():
        if key not in merged:
            work.delete(TABLE, select_rows(work.sql, TABLE, "id=?", (row,)), None)
            changed += 1
    return changed
