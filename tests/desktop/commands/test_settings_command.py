"""Preferences are listed and set by name, and the commands go by them."""

from pathlib import Path

import pytest

from desktop.preferences.preference_table import PREFERENCES
from tests.desktop.commands.conftest import Command

COMPUTER = [each.name for each in PREFERENCES if each.scope == "computer"]


def test_every_preference_is_listed_with_its_value(command: Command, desk: Path) -> None:
    told = command("settings", "--json").data["settings"]
    assert [each["name"] for each in told] == COMPUTER
    told = command("settings", desk, "--json").data["settings"]
    assert [each["name"] for each in told] == [each.name for each in PREFERENCES]
    assert told[2] == {
        "name": "paper",
        "value": "a4",
        "default": "a4",
        "scope": "computer",
        "choices": ["a4", "us-letter"],
    }
    assert "desk-name" in command("settings", desk).out


def test_what_is_set_is_kept(command: Command, desk: Path) -> None:
    assert command("settings", "author", "Jane Doe", "--json").data["value"] == "Jane Doe"
    assert command("settings", "author").out == "author: Jane Doe\n"
    assert command("settings", desk, "date-style", "short").status == 0
    assert command("settings", "date-style", desk, may_fail=True).status == 2
    assert command("settings", desk, "date-style", "--json").data["value"] == "short"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["date-style", "iso"], 2, "name the desk before it"),
        (["paper", "a3"], 3, "one of a4, us-letter"),
        (["lock-after", "-5"], 3, "from 0 to 1440"),
        (["author", "Jane", "Doe"], 2, "quotation marks"),
        (["nowhere.desk"], 3, "nowhere.desk"),
    ],
)
def test_a_slip_is_told_and_changes_nothing(
    command: Command, words: list[str], status: int, says: str
) -> None:
    before = command("settings", "--json").data
    outcome = command("settings", *words)
    assert (outcome.status, says in outcome.err) == (status, True), outcome.err
    assert command("settings", "--json").data == before


def test_a_name_that_is_none_is_told(command: Command, desk: Path) -> None:
    outcome = command("settings", desk, "colour", "red")
    assert outcome.status == 2 and "“colour” is no preference" in outcome.err


def test_a_desk_that_is_only_read_takes_none(command: Command, desk: Path) -> None:
    outcome = command("settings", desk, "date-style", "iso", "--read-only")
    assert outcome.status == 3
    assert command("settings", desk, "date-style", "--json").data["value"] == "long"


def test_the_commands_go_by_them(command: Command, desk: Path) -> None:
    command("settings", "author", "Jane Doe")
    command("settings", desk, "date-style", "iso")
    command("settings", desk, "date-order", "day")
    uid = command("search", desk, "rubio", "--kind", "people", "--json").data["hits"][0]["uid"]
    assert command("edit", desk, uid, "born=03/04/1971").status == 0
    (change,) = command("history", desk, "--limit", "1", "--json").data
    assert change["author"] == "Jane Doe"
    born = command("show", desk, uid, "--json").data["born"]
    assert (born["edtf"], born["text"]) == ("1971-04-03", "1971-04-03")
