"""A merge is measured on two copies that went apart, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import merging
from tests.bench.ground import FOLDER, Ground


def test_a_merge_is_held_against_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(merging, "MERGES", 1)
    (tmp_path / "room").mkdir()
    figure = merging.merge(Ground(1_000, tmp_path / "room"))
    assert (figure.floor, figure.unit, figure.n) == (merging.MERGE_LIMIT, "s", 1)
    assert figure.ours > 0 and "merged into 1,002 records" in capsys.readouterr().err
    assert list((tmp_path / "room").iterdir()) == []


def test_a_courier_is_held_against_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "made"))
    monkeypatch.setattr(merging, "MERGES", 1)
    monkeypatch.setattr(merging, "COURIER_CHANGES", 20)
    (tmp_path / "room").mkdir()
    figure = merging.courier(Ground(1_000, tmp_path / "room"))
    assert (figure.floor, figure.unit, figure.n) == (merging.COURIER_LIMIT, "s", 1)
    assert figure.ours > 0 and "a courier of 20 changes" in capsys.readouterr().err
    assert list((tmp_path / "room").iterdir()) == []
