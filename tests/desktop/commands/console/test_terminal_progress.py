"""The bar of a long command: there on a terminal, nowhere else."""

from __future__ import annotations

import sys

import pytest

from desktop.commands.console import terminal_progress


def test_nobody_watches_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert terminal_progress.on_terminal() is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert terminal_progress.on_terminal() is terminal_progress.bar


@pytest.mark.parametrize(("done", "total", "says"), [(5, 10, "###"), (0, 0, "0 of 0")])
def test_the_bar_says_how_far(
    capsys: pytest.CaptureFixture[str], done: int, total: int, says: str
) -> None:
    terminal_progress.bar(done, total)
    terminal_progress.silent(done, total)
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err or done >= total
