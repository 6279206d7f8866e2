"""`erase`: what is shown first, what is printed of it, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


@pytest.fixture
def uid(command: Command, desk: Path) -> str:
    """The uid of a person whom others name."""
    return str(command("search", desk, "munir", "--json").data["hits"][0]["uid"])


def test_a_preview_shows_who_names_it_and_writes_nothing(
    command: Command, desk: Path, uid: str
) -> None:
    outcome = command("erase", desk, uid, "--preview", "--json")
    assert outcome.status == 0
    assert outcome.data["erased"] is None
    assert len(outcome.data["named_by"]) > 2
    assert "would be erased for good. Nothing was written." in (
        command("erase", desk, uid, "--preview").out
    )
    assert command("show", desk, uid).status == 0


def test_the_report_has_the_keys_of_the_contract(
    command: Command, desk: Path, uid: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.desk"
    command("backup", desk, copy)
    outcome = command("erase", desk, uid, "--json")
    assert outcome.status == 0
    assert {"erased", "named_by", "copies"} <= outcome.data.keys()
    assert outcome.data["erased"] == uid
    assert str(copy) in outcome.data["copies"]
    assert len(outcome.data["copies"]) == 2, "One is kept before, by the preferences."
    assert command("erase", desk, uid).status == 3
    assert command("verify", desk).status == 0
    named = outcome.data["named_by"][0]["uid"]
    assert "An erased" in command("show", desk, named).out
    assert "Munir" not in command("history", desk).out
    assert command("search", copy, "munir", "--json").data["total"] > 0


def test_with_copies_nothing_stays_in_them(
    command: Command, desk: Path, uid: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.desk"
    command("backup", desk, copy)
    paper = tmp_path / "certificate.html"
    outcome = command("erase", desk, uid, "--copies", "--out", paper)
    assert outcome.status == 0
    assert "No copy that the desk knows has it." in paper.read_text(encoding="utf-8")
    assert "was erased for good" in outcome.out
    assert command("show", copy, uid).status == 3
    assert command("verify", copy).status == 0


def test_a_copy_that_cannot_be_written_is_told(
    command: Command, desk: Path, uid: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.desk"
    command("backup", desk, copy)
    monkeypatch.setenv("AIDE_MEMOIRE_NEW_PASSPHRASE", "zebra crossing")
    assert command("passphrase", copy).status == 0
    outcome = command("erase", desk, uid, "--copies", "--json")
    assert outcome.status == 4
    assert outcome.data["copies"] == [str(copy)]


def test_a_record_above_the_ceiling_is_refused(command: Command, desk: Path, uid: str) -> None:
    command("edit", desk, uid, "marking=secret")
    outcome = command("erase", desk, uid, "--ceiling", "open")
    assert outcome.status == 3
    assert "above the ceiling" in outcome.err


def test_what_others_say_of_it_in_their_own_words_is_shown_first_and_certified(
    command: Command, desk: Path, uid: str, tmp_path: Path
) -> None:
    title = command("show", desk, uid, "--json").data["title"]
    other = command("search", desk, "rubio", "--json").data["hits"][0]["uid"]
    assert command("edit", desk, other, f"biography=Met {title} twice").status == 0
    outcome = command("erase", desk, uid, "--preview", "--json")
    said = [(each["uid"], each["says"]) for each in outcome.data["mentioned_by"]]
    assert (other, f"Met {title} twice") in said
    assert f"Met {title} twice" in command("erase", desk, uid, "--preview").out
    paper = tmp_path / "certificate.html"
    assert command("erase", desk, uid, "--out", paper).status == 0
    assert "Texts of other records that say its name" in paper.read_text(encoding="utf-8")
