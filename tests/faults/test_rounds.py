"""What disturbs commands tells an old or a new desk from any other, and says what it counted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db import Person, make_desk, open_desk
from tests.faults.works import LENS, WORKS, Work

if sys.platform == "win32":
    pytest.skip("Windows knows neither fork nor SIGKILL.", allow_module_level=True)

from tests.faults.rounds import Outcomes, judge, state_of

ROOT = Path(__file__).resolve().parents[2]
BACKUP = next(work for work in WORKS if work.name == "backup")


def disturbed(*arguments: str) -> tuple[int, list[str]]:
    """What a run says, in a process of its own: it forks, and a test has threads."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", *arguments], cwd=ROOT, capture_output=True, text=True
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


def test_a_command_that_is_disturbed_leaves_the_old_desk_or_the_new() -> None:
    status, said = disturbed("2", "--only", "backup")
    assert (status, said[-1]) == (0, "2 rounds, 0 wrong.")


@pytest.mark.slow
def test_hundreds_of_disturbed_commands_leave_the_old_desk_or_the_new() -> None:
    status, said = disturbed("60")
    assert (status, said[-1]) == (0, f"{60 * len(WORKS)} rounds, 0 wrong.")


def test_a_desk_that_is_neither_is_told(tmp_path: Path) -> None:
    desk = tmp_path / "own.desk"
    make_desk(desk)
    before = state_of(desk)
    with open_desk(desk) as store:
        store.save(Person(title="Half of it"), LENS)
    half = state_of(desk)
    with open_desk(desk) as store:
        store.save(Person(title="The rest"), LENS)
    states = {"old": before, "new": state_of(desk)}
    work = Work("planted", lambda at: [])
    assert judge(work, tmp_path, desk, states, None) == "new"
    assert judge(work, tmp_path, desk, {**states, "new": half}, None).startswith("another desk")


def test_a_new_file_that_is_not_whole_is_told(tmp_path: Path) -> None:
    desk, made = tmp_path / "own.desk", tmp_path / BACKUP.makes
    make_desk(desk)
    make_desk(made)
    state = state_of(desk)
    states = {"old": state, "new": state}
    assert judge(BACKUP, tmp_path, desk, states, state) == "new"
    with open_desk(made) as store:
        store.save(Person(title="Not in it"), LENS)
    assert judge(BACKUP, tmp_path, desk, states, state) == "the new file is not whole"


def test_counts_are_told_by_command() -> None:
    outcomes = Outcomes()
    outcomes.counts.update({("save", "killed", "old"): 3, ("save", "full disk", "new"): 1})
    outcomes.wrong.append("save, seed 4: gone")
    assert list(outcomes.lines()) == [
        "save: killed: 3 old; full disk: 1 new.",
        "4 rounds, 1 wrong.",
        "save, seed 4: gone",
    ]
