"""What disturbs commands tells an old or a new desk from any other, and says what it counted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.works import WORKS, Work

if sys.platform == "win32":
    pytest.skip("Windows knows neither fork nor SIGKILL.", allow_module_level=True)

from tests.faults import disk
from tests.faults.rounds import Outcomes

ROOT = Path(__file__).resolve().parents[2]
NEEDS_SHIM = pytest.mark.skipif(
    not disk.is_possible(), reason="The shim needs Linux and a C compiler."
)


def disturbed(*arguments: str) -> tuple[int, list[str]]:
    """What a run says, in a process of its own: it forks, and a test has threads."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", *arguments], cwd=ROOT, capture_output=True, text=True
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


def test_a_command_that_is_disturbed_leaves_the_old_desk_or_the_new() -> None:
    status, said = disturbed("2", "--only", "backup")
    assert (status, said[-1]) == (0, "2 rounds, 0 wrong.")


@NEEDS_SHIM
def test_a_write_that_fails_leaves_the_old_desk_or_the_new() -> None:
    status, said = disturbed("100", "--kind", "write-errors", "--first", "80", "--only", "save")
    assert (status, said[-1]) == (0, "3 rounds, 0 wrong.")


@NEEDS_SHIM
def test_a_loss_of_power_leaves_the_old_desk_or_the_new() -> None:
    status, said = disturbed("3", "--kind", "power", "--only", "save")
    assert (status, said[-1]) == (0, "4 rounds, 0 wrong.")
    assert said[0].endswith("power lost afterwards: 1 new.")


@NEEDS_SHIM
def test_two_programs_lose_nothing_in_silence_where_no_lock_holds() -> None:
    status, said = disturbed("2", "--kind", "two-programs", "--only", "no locks")
    assert (status, said[-1]) == (0, "2 rounds, 0 wrong.")


@pytest.mark.slow
def test_hundreds_of_disturbed_commands_leave_the_old_desk_or_the_new() -> None:
    status, said = disturbed("60")
    assert (status, said[-1]) == (0, f"{60 * len(WORKS)} rounds, 0 wrong.")


def test_counts_are_told_by_command() -> None:
    outcomes, save = Outcomes(), Work("save", lambda at: [])
    for how, what in (
        ("killed", "old"),
        ("killed", "old"),
        ("full disk", "new"),
        ("killed", "gone"),
    ):
        outcomes.add(save, how, what, "seed 4")
    assert list(outcomes.lines()) == [
        "save: killed: 2 old, 1 wrong; full disk: 1 new.",
        "4 rounds, 1 wrong.",
        "save, killed, seed 4: gone",
    ]
