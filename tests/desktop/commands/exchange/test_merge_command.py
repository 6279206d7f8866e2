"""`merge`: what is printed of it, how conflicts are decided, its exit status and its refusals."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


@pytest.fixture
def other(command: Command, desk: Path) -> Path:
    """A copy of the sample desk that went its own way, as the desk itself did."""
    path = Path(shutil.copy(desk, desk.with_name("other.desk")))
    uid = command("search", desk, "munir", "--json").data["hits"][0]["uid"]
    command("edit", desk, uid, "gender=male", "born=1968")
    command("edit", path, uid, "born=1969", "biography=A soldier.")
    return path


def test_the_report_has_the_keys_of_the_contract(command: Command, desk: Path, other: Path) -> None:
    outcome = command("merge", desk, other, "--json")
    assert outcome.status == 4
    assert {"added", "updated", "conflicts", "same"} <= outcome.data.keys()
    assert (outcome.data["added"], outcome.data["updated"], outcome.data["same"]) == (0, 1, 32)
    [conflict] = outcome.data["conflicts"]
    assert (conflict["field"], conflict["ours"], conflict["theirs"]) == ("born", "1968", "1969")
    assert conflict["ours_by"]["time"] < conflict["theirs_by"]["time"] and conflict["choice"] == ""
    assert "1968" in command("show", desk, "munir").out


def test_a_preview_with_choices_is_a_file_of_decisions(
    command: Command, desk: Path, other: Path, tmp_path: Path
) -> None:
    seen = command("merge", desk, other, "--preview", "--json").data
    seen["conflicts"][0]["choice"] = "theirs"
    file = tmp_path / "decided.json"
    file.write_text(json.dumps(seen), encoding="utf-8")
    outcome = command("merge", desk, other, "--decisions", file)
    assert outcome.status == 0 and "updated: 1 person" in outcome.out
    assert "1969" in command("show", desk, "munir").out
    again = command("merge", desk, other, "--json")
    assert (again.status, again.data["updated"], again.data["conflicts"]) == (0, 0, [])


def test_a_rule_decides_and_history_undoes_it(command: Command, desk: Path, other: Path) -> None:
    outcome = command("merge", desk, other, "--prefer", "newer")
    assert outcome.status == 0 and "born" in outcome.out.casefold()
    change = command("history", desk, "--limit", "1", "--json").data[0]
    assert change["label"] == "Merge other.desk"
    assert command("revert", desk, str(change["change"])).status == 0
    assert "A soldier." not in command("show", desk, "munir").out


def test_a_bundle_is_merged_as_well(command: Command, desk: Path, other: Path) -> None:
    bundle = other.with_suffix(".zip")
    command("export", other, bundle)
    outcome = command("merge", desk, bundle, "--prefer", "theirs", "--json")
    assert outcome.status == 0 and outcome.data["updated"] == 1
    assert [each["field"] for each in outcome.data["conflicts"]] == ["born"]
    assert "A soldier." in command("show", desk, "munir").out


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["nowhere.desk"], 3, "nowhere.desk"),
        (["desk"], 3, "this very desk"),
        (["other", "--prefer", "best"], 2, "invalid choice"),
        (["other", "--decisions", "nowhere.json"], 3, "nowhere.json"),
        (["other", "--decisions", "odd"], 3, "holds no JSON"),
        (["other", "--decisions", "wrong"], 3, "no choice"),
        (["other", "--read-only"], 3, "--read-only"),
    ],
)
def test_what_cannot_be_merged_is_refused_in_a_sentence(
    command: Command,
    desk: Path,
    other: Path,
    tmp_path: Path,
    words: list[str],
    status: int,
    says: str,
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('[{"uid": "x", "field": "born", "choice": "both"}]', encoding="utf-8")
    (tmp_path / "odd.json").write_text("{", encoding="utf-8")
    files = {"desk": desk, "other": other, "odd": tmp_path / "odd.json", "wrong": wrong}
    outcome = command("merge", desk, *(files.get(word, word) for word in words))
    assert outcome.status == status and says in outcome.err
