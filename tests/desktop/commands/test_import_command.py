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
    assert outcome.data["created"] == {"people": 2} and outcome.data["rejected"] == []
    flagged = outcome.data["flagged"]
    assert [(row["row"], row["column"], row["value"]) for row in flagged] == [
        (3, "born", "the day after")
    ]


def test_a_preview_tells_which_parts_of_names_it_read_and_was_not_given(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text(
        "name,family name,country\nMohamed Ould Ghazouani,,Mauritania\n"
        "Major John,Major,United Kingdom\nAung San Suu Kyi,,Myanmar\n"
    )
    told = command("import", desk, table, "--preview", "--json").data
    assert told["split"] == 2
    assert [(each["row"], each["given"], each["family"]) for each in told["split_names"]] == [
        (2, "Mohamed", "Ould Ghazouani"), (4, "Aung San Suu Kyi", ""),
    ]  # fmt: skip
    said = command("import", desk, table, "--preview").out
    assert "given and family name read from the name, not given: 2 people" in said
    assert "“Mohamed Ould Ghazouani”: given name Mohamed, family name Ould Ghazouani" in said
    assert "given name Aung San Suu Kyi, family name none" in said


def test_what_is_made_because_rows_name_it_is_told_apart(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    table, given = tmp_path / "bodies.csv", tmp_path / "bodies.toml"
    table.write_text("no,body,above\n1,Tea Board,Ministry of Tea\n2,Jute Board,Ministry of Jute\n")
    given.write_text(
        'kind="organizations"\nscheme="x"\nid="no"\n[fields]\nname="body"\n'
        'parent={column="above",create=true}\n'
    )
    told = command("import", desk, table, "--map", given, "--json").data
    assert (told["created"], told["referenced"]) == ({"organizations": 2}, {"organizations": 2})
    assert told["read"] == 2


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


def test_people_read_which_cell_was_left_out_and_why(
    command: Command, desk: Path, people: Path
) -> None:
    out = command("import", desk, people, "--kind", "people").out
    assert "row 3 to check: “the day after” in born was left out" in out
    assert "created: 2 people" in out


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
