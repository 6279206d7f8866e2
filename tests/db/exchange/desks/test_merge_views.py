"""Saved searches of two desks are brought together three-way, the same in either direction."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Lens, Store, keep_view, make_desk, open_desk, remove_view, rename_view
from db.exchange.desks.merge_views import ViewState, merge_views
from tests.db.exchange.courier.exchanged import add, send, take
from tests.db.exchange.desks.copies import LENS, copy_desk, merge_into

HIGH, LOW = Lens("2025-09-15", 3), Lens("2025-09-15", 1)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a desk with a saved search."""
    one = tmp_path / "a.desk"
    make_desk(one, name="Pakistan")
    add(one, "Dar")
    keep(one, "Due", "status:due")
    return one, copy_desk(one, "b")


def keep(desk: Path, name: str, query: str, marking: int = 0) -> None:
    with open_desk(desk) as store, store.unit_of_work("Keep") as work:
        keep_view(work, name, "person", query, marking=marking)


def number(store: Store, name: str) -> int:
    return next(view.id for view in store.reader.views(LENS) if view.name == name)


def views(desk: Path, lens: Lens = LENS) -> dict[str, str]:
    with open_desk(desk, read_only=True) as store:
        return {view.name: view.query for view in store.reader.views(lens)}


def both_ways(a: Path, b: Path) -> dict[str, str]:
    """Merge each into a copy of the other; both say the same of saved searches."""
    into_a, into_b = copy_desk(a, "into a"), copy_desk(b, "into b")
    merge_into(into_a, b)
    merge_into(into_b, a)
    assert views(into_a) == views(into_b)
    return views(into_a)


def test_what_one_side_made_changed_or_removed_is_taken(pair: tuple[Path, Path]) -> None:
    a, b = pair
    keep(a, "Here", "x")
    keep(b, "There", "y")
    with open_desk(b) as store, store.unit_of_work("Rename") as work:
        rename_view(work, number(store, "Due"), "Overdue")
    assert both_ways(a, b) == {"Here": "x", "There": "y", "Overdue": "status:due"}
    with open_desk(b) as store, store.unit_of_work("Remove") as work:
        remove_view(work, number(store, "Overdue"))
    assert both_ways(a, b) == {"Here": "x", "There": "y"}


def test_two_of_one_name_that_ask_something_else_are_both_kept_and_told(
    pair: tuple[Path, Path],
) -> None:
    a, b = pair
    keep(a, "Mine", "x")
    keep(b, "mine", "y")
    assert both_ways(a, b) == {"Due": "status:due", "Mine": "x", "mine (y)": "y"}
    report = merge_into(a, b)
    assert report.notes == ["Two saved searches are called “mine”; one is kept as “mine (y)”."]
    assert report.searches == 1
    again = merge_into(a, b)
    assert (again.searches, again.notes) == (0, [])


def test_of_one_that_both_changed_both_are_kept(pair: tuple[Path, Path]) -> None:
    a, b = pair
    keep(a, "Due", "status:a")
    keep(b, "Due", "status:b")
    assert both_ways(a, b) == {"Due": "status:a", "Due (status:b)": "status:b"}


def test_a_change_wins_over_a_removal(pair: tuple[Path, Path]) -> None:
    a, b = pair
    keep(a, "Due", "status:a")
    with open_desk(b) as store, store.unit_of_work("Remove") as work:
        remove_view(work, number(store, "Due"))
    assert both_ways(a, b) == {"Due": "status:a"}


def test_none_above_the_ceiling_is_taken_told_or_lost(pair: tuple[Path, Path]) -> None:
    a, b = pair
    keep(a, "Secret here", "x", 3)
    keep(b, "Secret there", "y", 3)
    keep(b, "Open", "z")
    with open_desk(a) as store, open_desk(b, read_only=True) as other:
        from db.exchange.desks.merge_desks import merge_desk

        report = merge_desk(store, other, LOW)
    assert report.searches == 1 and "Secret" not in repr(report)
    assert views(a) == {"Due": "status:due", "Secret here": "x", "Open": "z"}


def test_a_courier_brings_what_changed(pair: tuple[Path, Path]) -> None:
    a, b = pair
    take(b, send(a, "Paris"))
    keep(a, "Due", "status:a")
    keep(a, "New", "x")
    keep(a, "Secret", "x", 3)
    assert take(b, send(a, lens=LOW)).searches == 2
    assert views(b) == {"Due": "status:a", "New": "x"}
    keep(b, "Due", "status:b")
    take(a, send(b))
    assert views(a) == {"Due": "status:b", "New": "x", "Secret": "x"}
    with open_desk(a) as store, store.unit_of_work("Remove") as work:
        remove_view(work, number(store, "New"))
    take(b, send(a))
    assert views(b) == views(a) == {"Due": "status:b", "Secret": "x"}


STATES = st.none() | st.builds(
    ViewState,
    st.sampled_from("xyz"),
    st.just("person"),
    st.integers(0, 1),
    st.sampled_from(["Due", "due", "Mine"]),
    st.integers(0, 3),
)
SIDES = st.dictionaries(st.sampled_from("abc"), STATES, max_size=3).map(
    lambda found: {key: view for key, view in found.items() if view is not None}
)


@given(SIDES, SIDES, SIDES)
def test_either_direction_says_the_same_and_loses_no_search(
    base: dict[str, ViewState], ours: dict[str, ViewState], theirs: dict[str, ViewState]
) -> None:
    merged, turned = merge_views(base, ours, theirs), merge_views(base, theirs, ours)
    assert merged.views == turned.views and merged.notes == turned.notes
    names = [view.name.casefold() for view in merged.views.values()]
    assert len(set(names)) == len(names)
    made = {view.search for side in (ours, theirs) for key, view in side.items()
            if base.get(key) is None or view.search != base[key].search}  # fmt: skip
    assert made <= {view.search for view in merged.views.values()}


# A search of its own, and what became of one that all had; all under one name, as officers call
# them alike. Where one search is also given three names, each order keeps another of them.
ALIKE = STATES.map(lambda view: view and replace(view, name=view.name.replace("Mine", "Due")))
SIDE = st.tuples(ALIKE, ALIKE)


@given(st.tuples(SIDE, SIDE, SIDE))
def test_searches_of_three_desks_come_to_the_same_in_any_order(
    desks: tuple[tuple[ViewState | None, ViewState | None], ...],
) -> None:
    base = {"shared": ViewState("w", "person", 0, "Old", 0)}
    sides = [
        {key: view for key, view in ((f"own {at}", own), ("shared", shared)) if view is not None}
        for at, (own, shared) in enumerate(desks)
    ]
    found = {
        str(sorted(merge_views(base, merge_views(base, first, second).views, third).views.items()))
        for first, second, third in permutations(sides)
    }
    assert len(found) == 1
