"""`import`: what is printed of a run, and the exit status when rows were refused or flagged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

KEYS = [
    "read", "created", "updated", "unchanged", "joined", "rejected", "flagged", "mapping",
    "left_out",
]  # fmt: skip
GOOD = "name,born,country\nAda Lovelace,10 December 1815,United Kingdom\n"
BAD = GOOD + "Bad Day,the day after,Pakistan\n"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A table of people with a row that cannot be taken whole."""
    path = tmp_path / "people.csv"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_the_report_has_the_keys_of_the_contract(
    command: Command, desk: Path, people: Path
) -> None:
    outcome = command("import", desk, people, "--kind", "people", "--json")
    assert outcome.status == 4
    assert list(outcome.data) == KEYS
    assert outcome.data["read"] == 2
    rejected = outcome.data["rejected"]
    assert [(row["row"], row["column"], row["value"]) for row in rejected] == [
        (3, "born", "the day after")
    ]


def test_a_second_run_creates_nothing_and_one_revert_takes_all_back(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    (tmp_path / "ada.csv").write_text(GOOD, encoding="utf-8")
    first = command("import", desk, tmp_path / "ada.csv", "--kind", "people", "--json")
    again = command("import", desk, tmp_path / "ada.csv", "--kind", "people", "--json")
    assert (first.status, again.status) == (0, 0)
    assert first.data["created"]["people"] == 1
    assert not any(again.data["created"].values())
    assert command("revert", desk, "2").status == 0
    assert command("list", desk, "people", "--count").out == "7\n"
    assert command("verify", desk).status == 0


def test_a_preview_writes_nothing(command: Command, desk: Path, people: Path) -> None:
    told = command("import", desk, people, "--kind", "people", "--preview")
    assert "nothing was written" in told.out
    assert command("list", desk, "people", "--count").out == "7\n"
    assert len(command("history", desk, "--json").data) == 1


def test_people_read_which_row_was_refused_and_why(
    command: Command, desk: Path, people: Path
) -> None:
    out = command("import", desk, people, "--kind", "people").out
    assert "row 3, born, refused: “the day after”" in out
    assert "created: 1 person" in out


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n" + bytes(99)])
def test_what_is_no_table_is_refused_and_nothing_written(
    command: Command, desk: Path, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "strange.csv"
    if content is not None:
        path.write_bytes(content)
    outcome = command("import", desk, path)
    assert (outcome.status, outcome.out) == (3, "") and outcome.err.count("\n") == 1
    assert len(command("history", desk, "--json").data) == 1
