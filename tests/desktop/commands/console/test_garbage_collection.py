"""While a command runs garbage is collected seldom, and as before once it has ended."""

import gc

import pytest

import desktop.commands.run as running
from desktop.commands.console.garbage_collection import MAX_NEW_OBJECTS, garbage_collected_seldom


def test_the_threshold_is_put_back_whatever_happens() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), garbage_collected_seldom():
        assert gc.get_threshold() == (MAX_NEW_OBJECTS, *before[1:])
        raise KeyError
    assert gc.get_threshold() == before


def test_every_command_runs_so(monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[int] = []

    def parse(_: object) -> None:
        met.append(gc.get_threshold()[0])
        raise SystemExit(2)

    monkeypatch.setattr(running, "parse", parse)
    before = gc.get_threshold()
    assert running.run(["verify"]) == 2
    assert met == [MAX_NEW_OBJECTS] and gc.get_threshold() == before
