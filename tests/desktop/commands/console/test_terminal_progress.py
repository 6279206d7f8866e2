"""The bar of a long command: there on a terminal, nowhere else."""

from __future__ import annotations

import sys

import pytest

from db import UpgradeStage
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


def test_an_upgrade_has_a_bar_for_each_stage_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert terminal_progress.upgrade_stages() is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    stages = terminal_progress.upgrade_stages()
    assert stages is not None
    for stage in UpgradeStage:
        stages(stage)(1, 4)
    said = capsys.readouterr().err
    parts = ("keeping a copy", "tables", "search index", "checksums")
    assert [said.index(f"Upgrading, {each} [#######") for each in parts] == sorted(
        said.index(f"Upgrading, {each} [") for each in parts
    )
