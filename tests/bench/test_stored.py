"""Saving is measured on a copy, beside what the disk takes; lists beside their limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, open_desk
from tests.bench import stored
from tests.bench.ground import FOLDER, Ground


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    """A small made desk, and few repetitions."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(stored, "SAVES", 12)
    monkeypatch.setattr(stored, "REST_EVERY", 5)
    room = tmp_path / "room"
    room.mkdir()
    return Ground(1_000, room)


def test_saves_are_held_against_their_limit_and_told_beside_the_disk(
    place: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    before = place.desk.read_bytes()
    figure = stored.save(place)
    assert (figure.floor, figure.unit, figure.n) == (stored.SAVE_LIMIT, "ms", 12)
    assert figure.p95 is not None and figure.p99 == figure.ours > 0
    said = capsys.readouterr().err
    assert all(what in said for what in ("A save:", "its work alone:", "the bare disk:"))
    assert place.desk.read_bytes() == before
    assert list(place.room.iterdir()) == []


def test_a_sorted_list_is_held_against_its_limit_with_its_pages_and_jumps(
    place: Ground, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(stored, "SORTS", 1)
    figure = stored.sort_list(place)
    assert (figure.floor, figure.unit, figure.n) == (stored.SORT_LIMIT, "ms", 2)
    said = capsys.readouterr().err
    assert "A page of rows:" in said and "A jump to what is typed:" in said
    assert "n 6" in said and f"n {2 * len(stored.BEGINNINGS)}" in said
    assert list(place.room.iterdir()) == []


def test_what_the_window_does_at_rest_leaves_room_in_the_log(place: Ground) -> None:
    with place.copy() as path, open_desk(path) as store:
        stored.rest(store)
        assert store.make_room() is False and store.tidy() is False
        assert store.reader.count("person", Lens()) == 600
