"""An old or a new desk is told from any other, and what was said from what was done."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db import Person, make_desk, open_desk
from tests.faults.works import LENS, WORKS, Work

if sys.platform == "win32":
    pytest.skip("Windows knows neither fork nor SIGKILL.", allow_module_level=True)

from tests.faults.judging import Known, judge, state_of, told_wrongly

BACKUP = next(work for work in WORKS if work.name == "backup")


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
    assert judge(work, tmp_path, Known(states, None)) == "new"
    other = Known({**states, "new": half}, None)
    assert judge(work, tmp_path, other).startswith("another desk")
    desk.write_bytes(b"")
    assert judge(work, tmp_path, other).startswith("cannot be opened")


def test_a_new_file_that_is_not_whole_is_told(tmp_path: Path) -> None:
    desk, made = tmp_path / "own.desk", tmp_path / BACKUP.makes
    make_desk(desk)
    make_desk(made)
    state = state_of(desk)
    known = Known({"old": state, "new": state}, state)
    assert judge(BACKUP, tmp_path, known) == "new"
    with open_desk(made) as store:
        store.save(Person(title="Not in it"), LENS)
    assert judge(BACKUP, tmp_path, known) == "the new file is not whole"


@pytest.mark.parametrize(
    ("what", "status", "said", "is_wrong"),
    [
        ("old", 3, "The disk is full.", False),
        ("old", 0, "Saved.", True),  # it was not
        ("new", 3, "Traceback: no.", True),
        ("new", 0, "", False),
        ("another desk", 1, "", False),  # told already
    ],
)
def test_what_is_said_must_be_so(what: str, status: int, said: str, is_wrong: bool) -> None:
    assert bool(told_wrongly(Work("save", lambda at: []), what, status, said)) is is_wrong
