"""What differs in an older copy is told record by record, and nothing above the ceiling."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import (
    Lens,
    Person,
    Refused,
    compare_with_copy,
    copy_for_reading,
    make_desk,
    merge_records,
    open_desk,
)
from db.exchange.desks import older_copy
from tests.db.conftest import Small, fill_small
from tests.db.test_migrations import laid


@pytest.fixture
def copy_path(small: Small, tmp_path: Path) -> Path:
    """A copy of the small desk."""
    path = tmp_path / "copy.desk"
    small.store.copies.save(path)
    return path


def states(small: Small, path: Path, lens: Lens | None = None) -> dict[str, str]:
    with copy_for_reading(small.store, path) as copy:
        found = compare_with_copy(small.store, copy, lens or small.lens)
    return {each.title: each.state for each in found.differences}


def test_nothing_differs_at_first(small: Small, copy_path: Path) -> None:
    assert states(small, copy_path) == {}


def test_each_record_that_differs_is_told_with_both_states(small: Small, copy_path: Path) -> None:
    army = small.fresh(small.army)
    army.title = "Army of Pakistan"
    small.store.save(army, small.lens)
    small.store.save(Person(title="New Comer"), small.lens)
    small.store.remove([small.call.id], small.lens)
    with copy_for_reading(small.store, copy_path) as copy:
        found = compare_with_copy(small.store, copy, small.lens).differences
    by_state = {each.state: each for each in found}
    assert {each.title: each.state for each in found} == {
        "Army of Pakistan": "changed",
        "New Comer": "added",
        small.call.title: "deleted",
    }
    changed = by_state["changed"]
    assert changed.then is not None
    assert changed.now is not None
    assert (changed.then.title, changed.now.title) == ("Pakistan Army", "Army of Pakistan")
    assert by_state["deleted"].now is None
    assert [each.can_come_back for each in found] == [each.state != "added" for each in found]
    assert found[-1].state == "added", "What can only be looked at stands last."


def test_a_record_merged_since_is_told_as_that(small: Small, copy_path: Path) -> None:
    other = Person(title="Asim Muneer")
    small.store.save(other, small.lens)
    path = copy_path.with_name("later.desk")
    small.store.copies.save(path)
    munir, other = small.fresh(small.munir), small.fresh(other)
    with small.store.unit_of_work("Merge") as work:
        merge_records(work, munir.id, other.id, {}, small.lens)
    assert states(small, path)["Asim Muneer"] == "merged"


@pytest.mark.parametrize("where", ["here", "there", "gone"])
def test_what_is_above_the_ceiling_on_either_side_is_not_told(
    small: Small, tmp_path: Path, where: str
) -> None:
    record = Person(title="Zebra Secret", marking=3 if where == "there" else 0)
    small.store.save(record, small.lens)
    path = tmp_path / "marked.desk"
    small.store.copies.save(path)
    record = small.fresh(record)
    record.marking = 0 if where == "there" else 3
    record.biography = "changed"
    small.store.save(record, small.lens)
    if where == "gone":
        small.store.remove([record.id], small.lens)
    low = Lens(small.lens.as_of, 1)
    assert "Zebra Secret" not in states(small, path, low)
    with copy_for_reading(small.store, path) as copy:
        assert compare_with_copy(small.store, copy, low).withheld == 1
    assert "Zebra Secret" in states(small, path)


def test_more_than_can_be_held_are_counted(
    small: Small, copy_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(older_copy, "MAX_LISTED_DIFFERENCES", 2)
    monkeypatch.setattr(older_copy, "RECORDS_A_PIECE", 2)
    for number in range(5):
        small.store.save(Person(title=f"Person {number}"), small.lens)
    with copy_for_reading(small.store, copy_path) as copy:
        found = compare_with_copy(small.store, copy, small.lens)
    assert len(found.differences) + found.more == 5
    assert found.more == 3


def test_the_desk_itself_and_other_desks_are_refused(small: Small, tmp_path: Path) -> None:
    own = copy_for_reading(small.store, small.store.path)
    with pytest.raises(Refused, match="is this very desk"), own:
        pass
    other = tmp_path / "other.desk"
    make_desk(other)
    with open_desk(other) as store:
        fill_small(store)
    with pytest.raises(Refused, match=r"other\.desk is no copy of this desk"):
        states(small, other)


def test_a_copy_of_an_older_format_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    older, desk = tmp_path / "older.desk", tmp_path / "desk.desk"
    laid(older, 8)
    laid(desk, 8)
    before = older.read_bytes()
    with open_desk(desk) as store, copy_for_reading(store, older) as copy:
        found = compare_with_copy(store, copy, Lens()).differences
    assert [each.state for each in found] in ([], ["changed"] * len(found))
    assert older.read_bytes() == before
