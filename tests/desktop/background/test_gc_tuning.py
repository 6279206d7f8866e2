"""Collections grow seldom once, and what is loaded by then is not looked at again."""

import gc

import pytest

from desktop.background.gc_tuning import tune_gc


def test_it_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(gc, "get_freeze_count", lambda: len(done))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("frozen"))
    monkeypatch.setattr(gc, "set_threshold", lambda *given: done.append(given))
    tune_gc()
    tune_gc()
    assert done[0] == "frozen" and len(done) == 2
