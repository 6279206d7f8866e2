"""A board's offices are those of a body and what is below it, of a country, or of a list."""

from __future__ import annotations

import pytest

from db import Lens, Organization, Refused, Store
from db.lists.board import board_rows
from db.lists.board.board_rows import BoardScope, Bounds, read_board_rows
from tests.cabinet_desk import Cabinet, fill_cabinet
from tests.db.desk_sql import sql_of

ALL = {"Government of Ruritania", "Foreign Ministry", "Protocol Department", "Trade Board"}


@pytest.fixture
def cabinet(store: Store) -> Cabinet:
    return fill_cabinet(store)


def bodies(cabinet: Cabinet, scope: BoardScope, lens: Lens | None = None) -> set[str]:
    rows = read_board_rows(sql_of(cabinet.store), scope, lens or cabinet.lens)
    return {body.ref.title for body in rows.bodies.values()}


def test_each_scope_has_its_bodies(cabinet: Cabinet) -> None:
    ministry, board = cabinet.bodies["Foreign Ministry"], cabinet.bodies["Trade Board"]
    assert bodies(cabinet, BoardScope("x", country="pk")) == ALL
    assert bodies(cabinet, BoardScope("x", country="fr")) == set()
    assert bodies(cabinet, BoardScope("x", body=ministry.id)) == {
        "Foreign Ministry",
        "Protocol Department",
    }
    assert bodies(cabinet, BoardScope("x", bodies=(board.id,))) == {"Trade Board"}
    people = (cabinet.people["Fritz"].id, cabinet.people["Emil"].id)
    assert bodies(cabinet, BoardScope("x", people=people)) == {
        "Protocol Department",
        "Foreign Ministry",
    }


def test_what_is_above_the_ceiling_is_counted_and_not_there(cabinet: Cabinet) -> None:
    store, ministry = cabinet.store, cabinet.bodies["Foreign Ministry"]
    ministry.marking = 2
    clara = cabinet.people["Clara"]
    anna = cabinet.people["Anna"]
    anna.marking = 3
    for record in (ministry, anna):
        store.save(record, cabinet.lens)
    scope = BoardScope("x", country="pk")
    rows = read_board_rows(sql_of(store), scope, Lens("2025-06-30", 1))
    assert "Foreign Ministry" not in {body.ref.title for body in rows.bodies.values()}
    names = {stay.person.title for row in rows.offices for stay in row.stays}
    assert "Anna" not in names and clara.title not in names and "Boris" in names
    assert rows.withheld == 2
    assert read_board_rows(sql_of(store), scope, cabinet.lens).withheld == 0
    # nor is what stands below the hidden body reached through it
    below = BoardScope("x", body=cabinet.bodies["Government of Ruritania"].id)
    assert bodies(cabinet, below, Lens("2025-06-30", 1)) == {
        "Government of Ruritania",
        "Trade Board",
    }


def test_too_many_offices_are_refused_in_a_sentence(
    cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_rows, "MAX_BOARD_OFFICES", 5)
    with pytest.raises(Refused, match="Pakistan has 9 offices, too many for one board"):
        bodies(cabinet, BoardScope("Pakistan", country="pk"))


def test_a_circle_of_bodies_ends(store: Store) -> None:
    from db import Parent
    from tests.saved_records import ref

    first, second = Organization(title="First"), Organization(title="Second")
    store.save(first, Lens())
    second.parents = [Parent(parent=ref(first))]
    store.save(second, Lens())
    found = store.reader.get(first.id, Lens())
    assert isinstance(found, Organization)
    found.parents = [Parent(parent=ref(second))]
    store.save(found, Lens())
    rows = read_board_rows(sql_of(store), BoardScope("x", body=first.id), Lens())
    assert set(rows.bodies) == {first.id, second.id}


@pytest.mark.parametrize(
    ("bounds", "day", "may_be", "exists"),
    [
        (Bounds(), "2025-01-01", True, True),
        (Bounds("2025-01-02", "2025-01-02"), "2025-01-01", False, False),
        (Bounds(None, None, "2025-01-01", "2025-01-01"), "2025-01-01", True, False),
        (Bounds(None, None, "2025-01-01", "2025-12-31"), "2025-06-01", True, True),
    ],
)
def test_a_span_may_hold_a_day(bounds: Bounds, day: str, may_be: bool, exists: bool) -> None:
    assert (bounds.may_be_on(day), bounds.exists_on(day)) == (may_be, exists)
