"""Quick steps are told at a pace, and a new total is told at once."""

import pytest

from db.progress import PACE_SECONDS, PacedProgress


def test_steps_are_told_at_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    calls: list[tuple[int, int]] = []
    pace = PacedProgress(lambda done, total: calls.append((done, total)))
    pace.step(1)
    pace.step(1)
    assert calls == [(1, 0)]
    now += PACE_SECONDS
    pace.step(1)
    pace.begin(50)
    pace.step(10)
    assert calls == [(1, 0), (3, 0), (10, 50)]


def test_nobody_need_listen() -> None:
    PacedProgress(None).step(1)
