"""What leaves a desk is measured beside a bare dump and a bare workbook, and nothing stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import exporting
from tests.bench.ground import FOLDER, Ground


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    """A small made desk, and one run."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(exporting, "EXPORTS", 1)
    room = tmp_path / "room"
    room.mkdir()
    return Ground(1_000, room)


def test_each_export_has_a_floor_and_leaves_nothing_behind(place: Ground) -> None:
    before = place.desk.read_bytes()
    for figure in (exporting.bundle(place), exporting.workbook(place)):
        assert figure.ours > 0 and figure.floor > 0 and figure.n == 1
    assert place.desk.read_bytes() == before
    assert list(place.room.iterdir()) == []
