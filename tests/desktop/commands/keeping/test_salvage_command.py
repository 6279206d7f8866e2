"""`salvage`: what is printed of a damaged desk that was saved, its exit status and its refusals."""

from __future__ import annotations

from pathlib import Path

from tests.db.damage.desks import connected
from tests.desktop.commands.conftest import Command


def test_a_whole_desk_is_saved_and_nothing_is_told_lost(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    outcome = command("salvage", desk, tmp_path / "new.desk")
    assert outcome.status == 0
    assert outcome.out.endswith("Nothing was lost.\n")
    assert command("verify", tmp_path / "new.desk").status == 0


def test_what_was_lost_is_listed_under_the_ceiling(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    raw = connected(desk)
    raw.execute("UPDATE person SET born_edtf = 'soon' WHERE id IN (SELECT min(id) FROM person)")
    raw.execute("UPDATE record SET marking = 3 WHERE id IN (SELECT min(id) FROM person)")
    [title] = raw.execute("SELECT title FROM record WHERE marking = 3").fetchone()
    raw.close()
    outcome = command("salvage", desk, tmp_path / "new.desk", "--json")
    assert outcome.status == 4
    assert outcome.data["losses"][0]["title"] == title
    assert outcome.data["losses"][0]["says"] == "its “Born” could not be read"
    outcome = command("salvage", desk, tmp_path / "other.desk", "--ceiling", "open")
    assert title not in outcome.out
    assert "1 of records above the ceiling." in outcome.out


def test_refusals_are_a_sentence(command: Command, desk: Path, tmp_path: Path) -> None:
    for damaged, target, says in (
        (desk, desk, "already exists; choose another name."),
        (tmp_path / "none.desk", tmp_path / "new.desk", "cannot be read: No such file"),
    ):
        outcome = command("salvage", damaged, target)
        assert outcome.status == 3
        assert says in outcome.err
