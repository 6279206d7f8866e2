"""A copy is measured on a desk that is open, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import copying
from tests.bench.ground import FOLDER, Ground


def test_a_copy_is_held_against_a_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(copying, "COPIES", 1)
    (tmp_path / "room").mkdir()
    figure = copying.backup(Ground(1_000, tmp_path / "room"))
    assert (figure.unit, figure.n) == ("s", 1)
    assert figure.ours > 0
    assert figure.floor is not None
    assert figure.floor > 0
    assert "verified in" in capsys.readouterr().err
    assert list((tmp_path / "room").iterdir()) == []
