"""`history` and `revert`: newest first, of the desk or of one record, and any one taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

KEYS = ["change", "time", "author", "label", "reverts", "reverted_by"]


@pytest.fixture
def edited(command: Command, desk: Path) -> Path:
    """The desk after an edit of Dar and one of Munir."""
    command("edit", desk, "Ishaq Dar", "gender=male")
    command("edit", desk, "Asim Munir", "gender=male")
    return desk


def test_history_is_newest_first_and_limited(command: Command, edited: Path) -> None:
    changes = command("history", edited, "--json").data
    assert [change["label"] for change in changes] == [
        "Edit Asim Munir",
        "Edit Ishaq Dar",
        "Load the sample desk",
    ]
    assert list(changes[0]) == KEYS
    assert command("history", edited, "--json", "--limit", "1").data == changes[:1]
    assert command("history", edited, "--json", "--limit", "0").data == []


def test_history_of_one_record_has_its_changes_alone(
    command: Command, edited: Path, uid: Callable[[Path, str], str]
) -> None:
    changes = command("history", edited, uid(edited, "dar"), "--json").data
    assert [change["change"] for change in changes] == [2, 1]


def test_an_older_change_is_taken_back_and_that_again(command: Command, edited: Path) -> None:
    assert command("revert", edited, "2", "--json").data["label"] == "Undo: Edit Ishaq Dar"
    assert command("show", edited, "Ishaq Dar", "--json").data["gender"] == ""
    assert command("show", edited, "Asim Munir", "--json").data["gender"] == "male"
    assert command("revert", edited, "4", "--json").data["label"] == "Redo: Edit Ishaq Dar"
    assert command("show", edited, "Ishaq Dar", "--json").data["gender"] == "male"
    assert command("verify", edited).status == 0


def test_what_a_later_change_stands_on_is_refused_by_name(command: Command, edited: Path) -> None:
    outcome = command("revert", edited, "1")
    assert (outcome.status, outcome.out) == (3, "") and "Edit" in outcome.err
    command("revert", edited, "2")
    again = command("revert", edited, "2")
    assert again.status == 3 and "already" in again.err


@pytest.mark.parametrize(("number", "status"), [("99", 3), ("0", 3), ("x", 2), ("-1", 2),
                                                ("9" * 30, 2)])  # fmt: skip
def test_what_is_no_change_is_refused(
    command: Command, edited: Path, number: str, status: int
) -> None:
    assert command("revert", edited, number).status == status


def test_the_ceiling_keeps_titles_out_of_the_history(command: Command, marked: Path) -> None:
    command("edit", marked, "Ishaq Dar", "gender=male")  # what lies below; the note lies above
    assert "Rubio" in command("history", marked).out
    shown = command("history", marked, "--ceiling", "restricted").out
    assert "Rubio" not in shown and shown.count("Dar") == 1
    assert command("history", marked, "--ceiling", "confidential").out.count("Dar") == 2


def test_a_change_above_the_ceiling_is_not_taken_back(command: Command, marked: Path) -> None:
    assert command("revert", marked, "2", "--ceiling", "restricted").status == 3
    assert command("revert", marked, "2").status == 0
