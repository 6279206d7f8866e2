"""`backup` and `restore`: what is printed of them, their exit status and their refusals."""

from __future__ import annotations

from pathlib import Path

from db import open_desk
from tests.desktop.commands.conftest import Command


def test_a_copy_is_made_while_the_desk_is_open_and_put_back(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.desk"
    with open_desk(desk):
        outcome = command("backup", desk, copy, "--json")
    assert outcome.status == 0
    assert outcome.data["file"] == str(copy)
    assert outcome.data["records"]["people"] == 7
    assert outcome.data["encrypted"] is False
    uid = command("search", desk, "munir", "--json").data["hits"][0]["uid"]
    command("edit", desk, uid, "title=Other Name")
    outcome = command("restore", copy, desk, "--json")
    assert outcome.status == 0
    assert outcome.data["file"] == str(desk)
    kept = Path(outcome.data["kept"])
    assert "Munir" in command("show", desk, uid).out
    assert "Other Name" in command("show", kept, uid).out
    outcome = command("restore", copy, tmp_path / "new.desk", "--json")
    assert outcome.data["kept"] is None


def test_refusals_are_a_sentence_and_change_nothing(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    before = desk.read_bytes()
    for arguments, says in (
        (("backup", desk, desk), "already exists; choose another name."),
        (("backup", desk, tmp_path / "no" / "x.desk"), "cannot be made: No such file"),
        (("restore", tmp_path / "none.desk", desk), "does not exist."),
        (("restore", desk, desk), "is this very desk"),
        (("restore", desk, tmp_path / "a.desk", "--read-only"), "leave --read-only away."),
    ):
        outcome = command(*arguments)
        assert outcome.status == 3, arguments
        assert says in outcome.err
    with open_desk(desk):
        assert command("restore", desk, tmp_path / "b.desk").status == 0
        assert "is open elsewhere" in command("restore", tmp_path / "b.desk", desk).err
    assert desk.read_bytes()[:16] == before[:16]


def test_a_desk_that_is_only_read_is_copied_too(command: Command, desk: Path) -> None:
    target = desk.with_name("copy.desk")
    before = desk.read_bytes()
    assert command("backup", desk, target, "--read-only").status == 0
    assert desk.read_bytes() == before
    assert command("verify", target).status == 0


def test_an_import_keeps_a_copy_by_the_preferences(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    folder, table = tmp_path / "kept", tmp_path / "people.csv"
    table.write_text("id,name\n1,Ann Example\n")
    command("settings", "copies-folder", str(folder))
    assert command("import", desk, table, "--kind", "people").status == 0
    (kept,) = folder.iterdir()
    assert command("verify", kept).status == 0
    command("settings", "copies-folder", str(table))
    outcome = command("import", desk, table, "--kind", "people")
    assert outcome.status == 0
    assert "No copy of the desk was kept." in outcome.err
