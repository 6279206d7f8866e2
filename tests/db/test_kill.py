"""Killing the program in the middle of saves: nothing confirmed is lost, the desk stays whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from db import make_desk

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows knows neither fork nor SIGKILL."
)


def killed(path: Path, rounds: int, *secret: str, mode: str = "saves") -> dict[str, Any]:
    """What the killed rounds report."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.db.kill_rounds", mode, str(path), str(rounds), "7", *secret],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.mark.parametrize("rounds", [60, pytest.param(220, marks=pytest.mark.slow)])
def test_no_kill_loses_a_confirmed_save(desk_path: Path, rounds: int) -> None:
    report = killed(desk_path, rounds)
    assert report["faults"] == []
    assert report["rounds"] == rounds
    # All but every tenth child are killed only after their first save, however slow the machine.
    assert report["fruitful"] >= rounds * 9 // 10, "Children were killed before they saved."
    assert report["midway"] > 0, "No kill fell into the middle of a save."


@pytest.mark.usefixtures("real_keys")
def test_an_encrypted_desk_survives_kills_too(tmp_path: Path) -> None:
    path = tmp_path / "secret.desk"
    make_desk(path, "zebra crossing")
    report = killed(path, 20, "zebra crossing")
    assert report["faults"] == []
    assert report["fruitful"] >= 18


def test_a_kill_while_the_passphrase_is_set_leaves_the_old_desk_or_the_new(
    desk_path: Path,
) -> None:
    report = killed(desk_path, 24, mode="passphrases")
    assert report["faults"] == []
    assert report["rounds"] == 24
    assert report["confirmed"] >= 21
    assert report["midway"] > 0, "No kill fell into the setting of a passphrase."
