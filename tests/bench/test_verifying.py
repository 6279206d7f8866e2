"""A whole desk is verified beside SQLite's own check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import verifying
from tests.bench.ground import FOLDER, Ground


def test_verify_is_held_against_the_check_of_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(verifying, "ROUNDS", 1)
    (tmp_path / "room").mkdir()
    figure = verifying.verify(Ground(1_000, tmp_path / "room"))
    assert (figure.unit, figure.n) == ("s", 1)
    assert figure.ours > figure.floor > 0
