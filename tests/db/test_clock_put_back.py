"""The computer's clock is put back, or was ahead: nothing is lost, and order is that of saving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from db import Lens, Person, Store, make_desk, open_desk
from db.copies.desk_copies import CopyPlan

LENS = Lens("2025-09-15")
NOON = datetime(2025, 9, 15, 12, tzinfo=UTC)
SetClock = Callable[[timedelta], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Have it be noon of a day, or so much later."""

    def set_to(later: timedelta) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                moment = NOON + later
                return moment if tz is not None else moment.replace(tzinfo=None)

        for module in ("db.clock", "db.copies.desk_copies"):
            monkeypatch.setattr(f"{module}.datetime", Clock)

    set_to(timedelta())
    return set_to


def save(store: Store, title: str) -> Person:
    person = Person(title=title)
    store.save(person, LENS)
    return person


def test_the_history_is_in_the_order_of_saving(store: Store, set_clock: SetClock) -> None:
    person = save(store, "Ishaq Dar")
    set_clock(timedelta(days=-400))
    person.biography = "Since then."
    store.save(person, LENS)
    labels = [each.label for each in store.reader.changes()]
    assert labels == ["Edit Ishaq Dar", "Add Ishaq Dar"]
    store.revert(store.reader.changes(limit=1)[0].id)
    found = store.reader.get(person.id, LENS)
    assert isinstance(found, Person)
    assert found.biography == ""
    assert store.verify() == []


def test_a_copy_is_made_all_the_same_and_the_last_is_kept(
    tmp_path: Path, set_clock: SetClock
) -> None:
    make_desk(tmp_path / "a.desk")
    plan = CopyPlan(tmp_path / "copies", number=2)
    with open_desk(tmp_path / "a.desk", plan=plan) as store:
        for number in range(4):
            save(store, f"Person {number}")
            set_clock(timedelta(days=number))
            store.copies.keep()
        set_clock(timedelta(days=-400))
        save(store, "Late Comer")
        assert store.copies.is_due()
        copy = store.copies.keep_if_due()
        assert copy is not None and copy.path.exists()
        assert len(store.copies.list_copies()) <= plan.number + 1
    with open_desk(copy.path) as kept:
        assert kept.verify() == []
        assert kept.reader.count("person", LENS) == 5


def test_a_clock_that_was_ahead_holds_up_no_copy(tmp_path: Path, set_clock: SetClock) -> None:
    make_desk(tmp_path / "a.desk")
    with open_desk(tmp_path / "a.desk", plan=CopyPlan(tmp_path / "copies")) as store:
        save(store, "One")
        set_clock(timedelta(days=9_000))
        store.copies.keep()
        set_clock(timedelta())
        assert not store.copies.is_due()  # nothing was changed since
        save(store, "Two")
        assert store.copies.is_due()
