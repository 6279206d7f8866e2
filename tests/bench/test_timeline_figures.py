"""The figures of the timeline are measured on a small desk of events as on a large one."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, open_desk
from tests.bench import timeline_figures
from tests.bench.ground import FOLDER, Ground
from tests.bench.timeline_desk import fill_events
from tests.bench.timeline_figures import frames, open_band


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    monkeypatch.setattr(timeline_figures, "STEPS", 4)
    monkeypatch.setattr(timeline_figures, "PANS", 3)
    monkeypatch.setattr(timeline_figures, "OPENINGS", 1)
    return Ground(300, tmp_path)


def test_both_figures_are_measured(ground: Ground, qapp: object, qtbot: object) -> None:
    moved, opened = frames(ground), open_band(ground)
    assert (moved.n, moved.floor, moved.unit) == (11, 16.0, "ms")
    assert (opened.n, opened.floor) == (1, 150.0)


def test_a_desk_of_events_is_a_sound_desk(tmp_path: Path) -> None:
    path = tmp_path / "events.desk"
    fill_events(path, 50, bodies=5)
    with open_desk(path) as store:
        assert store.reader.count("event", Lens()) == 50
        titles = [line.title for line in store.reader.lines([1, 6], Lens())]
        assert titles == ["Body 1", "Event 0 of the made desk"]
