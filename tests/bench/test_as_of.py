"""A moved day is measured on a list and on a board of the size that its limit is given for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import as_of
from tests.bench.ground import FOLDER, Ground


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    """A small made desk, and few repetitions."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(as_of, "MOVES", 6)
    room = tmp_path / "room"
    room.mkdir()
    return Ground(1_000, room)


def test_a_list_and_a_board_are_held_against_their_limits(place: Ground) -> None:
    shown, offices = as_of.people(place), as_of.board(place)
    assert (shown.floor, offices.floor) == (as_of.LIST_LIMIT, as_of.BOARD_LIMIT)
    assert (shown.n, offices.n) == (6, 6)
    assert list(place.room.iterdir()) == []


def test_the_made_board_has_five_hundred_offices_that_change_hands() -> None:
    made = as_of.made_board()
    days = ("2016-01-01", "2020-01-01")
    before, after = ([each.state.all_holders for each in made.on(day)] for day in days)
    assert len(before) == len(after) == 500
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 500
