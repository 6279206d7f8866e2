"""Erasing is measured on a copy of the desk, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import erasing
from tests.bench.ground import FOLDER, Ground


def test_an_erasure_is_held_against_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(erasing, "ERASURES", 2)
    (tmp_path / "room").mkdir()
    figure = erasing.erase(Ground(1_000, tmp_path / "room"))
    assert (figure.floor, figure.unit, figure.n) == (erasing.ERASE_LIMIT, "s", 2)
    assert figure.ours > 0
    assert "written anew in" in capsys.readouterr().err
    assert list((tmp_path / "room").iterdir()) == []
