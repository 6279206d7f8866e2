"""Processes that save while their desk is taken away or they are killed, round after round.

Each time the desk that lies at the path afterwards is whole and says what it said, and what was
confirmed before is where the file went.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.db.moved_desks import SECRET, beside, filled, titles

ROOT = Path(__file__).resolve().parents[2]
THEIRS = {f"Theirs {number}" for number in range(20)}
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL."),
    pytest.mark.usefixtures("real_keys"),
]
ROUNDS = [pytest.param(2, id="few"), pytest.param(40, id="many", marks=pytest.mark.slow)]


def begin(path: Path, secret: str, name: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "tests.db.take_away", str(path), secret, name]
    child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline().strip() == "open"
    return child


def ended(child: subprocess.Popen[str]) -> list[str]:
    """What it confirmed."""
    out, _ = child.communicate(timeout=60)
    return out.splitlines()


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("secret", ["", SECRET], ids=["plain", "encrypted"])
@pytest.mark.parametrize("way", ["mv", "cp"])
def test_a_copy_put_in_place_of_a_desk_in_use_stays_as_it_is(
    tmp_path: Path, way: str, secret: str, rounds: int
) -> None:
    chance = random.Random(rounds)
    other = filled(tmp_path / "other.desk", sorted(THEIRS), secret)
    for turn in range(rounds):
        path = tmp_path / f"{turn}.desk"
        filled(path, ["Ours"], secret)
        child = begin(path, secret, "Late")
        time.sleep(chance.uniform(0.0, 0.5))
        if way == "cp":
            path.write_bytes(other.read_bytes())
        else:
            shutil.copyfile(other, aside := tmp_path / "aside")
            os.replace(aside, path)
        if turn % 2:
            child.kill()
        said = ended(child)
        assert turn % 2 or said[-2:] == ["moved", "closed"]
        assert titles(path, secret) == THEIRS
        assert not {name for name in beside(path) if name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("secret", ["", SECRET], ids=["plain", "encrypted"])
def test_what_was_confirmed_goes_with_a_file_that_is_renamed(
    tmp_path: Path, secret: str, rounds: int
) -> None:
    chance = random.Random(rounds)
    for turn in range(rounds):
        path, elsewhere = tmp_path / f"{turn}.desk", tmp_path / f"{turn} elsewhere.desk"
        filled(path, ["Ours"], secret)
        child = begin(path, secret, "Late")
        time.sleep(chance.uniform(0.0, 0.5))
        path.rename(elsewhere)
        *confirmed, moved, closed = ended(child)
        assert (moved, closed) == ("moved", "closed")
        assert titles(elsewhere, secret) >= {"Ours", *confirmed}
        assert beside(path) == [] and not path.exists()


@pytest.mark.parametrize("rounds", ROUNDS)
def test_by_two_names_one_writes_and_nothing_confirmed_is_lost(tmp_path: Path, rounds: int) -> None:
    path = filled(tmp_path / "a.desk", ["Ours"])
    other = tmp_path / "b.desk"
    os.link(path, other)
    confirmed = {"Ours"}
    for turn in range(rounds):
        child = begin(path if turn % 2 else other, "", f"Turn {turn},")
        late = subprocess.run(
            [sys.executable, "-m", "tests.db.take_away", str(other if turn % 2 else path), "", "X"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert late.stdout.strip() == "locked", late.stderr
        child.kill()
        confirmed |= set(ended(child))
        # What the log holds is found by whichever name is asked next.
        assert titles(other if turn % 2 else path) >= confirmed
    assert titles(path) == titles(other) >= confirmed
    assert beside(path) == beside(other) == []
