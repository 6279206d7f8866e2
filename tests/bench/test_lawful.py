"""Clocks and checks are held against their limits, and leave nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import lawful
from tests.bench.ground import FOLDER, Ground


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(lawful, "AGREEMENTS", 40)
    monkeypatch.setattr(lawful, "CLOCKS", 2)
    (tmp_path / "room").mkdir()
    return Ground(1_000, tmp_path / "room")


def test_the_clocks_of_a_desk_are_held_against_a_second(
    ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    found = lawful.clocks(ground)
    assert (found.floor, found.unit, found.n) == (lawful.CLOCKS_LIMIT, "s", 2)
    assert found.ours > 0 and "40 agreements with" in capsys.readouterr().err
    assert list(ground.room.iterdir()) == []


def test_one_clock_is_held_against_a_millisecond(ground: Ground) -> None:
    found = lawful.clock(ground)
    assert (found.floor, found.unit, found.n) == (lawful.CLOCK_LIMIT, "ms", 40)
    assert found.ours > 0 and list(ground.room.iterdir()) == []


def test_the_check_of_a_desk_tells_how_far_it_is(
    ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    found = lawful.check(ground)
    assert (found.floor, found.unit, found.n) == (lawful.CHECK_LIMIT, "s", 1)
    assert "checked 1,000 records; progress was told 0" not in capsys.readouterr().err
