"""`courier` and `merge` of what it made: what is printed, the exit status, and the refusals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command

SECRET = "correct horse"


@pytest.fixture
def other(desk: Path) -> Path:
    """A copy of the sample desk."""
    return Path(shutil.copy(desk, desk.with_name("other.desk")))


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDE_MEMOIRE_COURIER_PASSPHRASE", SECRET)
    monkeypatch.setenv("AIDE_MEMOIRE_OTHER_PASSPHRASE", SECRET)


@pytest.mark.usefixtures("secret")
def test_what_changed_goes_and_is_taken_in_once(
    command: Command, desk: Path, other: Path, tmp_path: Path
) -> None:
    change = str(command("history", desk, "--limit", "1", "--json").data[0]["change"])
    uid = command("search", desk, "munir", "--json").data["hits"][0]["uid"]
    command("edit", desk, uid, "gender=male")
    file = tmp_path / "to paris.courier"
    made = command("courier", desk, file, "--to", "Paris", "--since", change, "--json")
    assert made.status == 0 and made.data == {
        "file": str(file), "to": "Paris", "number": 1, "since": int(change),
        "until": int(change) + 1, "ceiling": "secret", "written": {"people": 1}, "removed": {},
        "withheld": 0,
    }  # fmt: skip
    seen = command("merge", other, file, "--preview", "--json")
    assert (seen.status, seen.data["updated"], seen.data["courier"]["to"]) == (0, 1, "Paris")
    assert command("merge", other, file).out.startswith("courier 1 from “Sample” for “Paris”")
    again = command("merge", other, file)
    assert again.status == 3 and "already taken in; nothing was done" in again.err
    at_home = command("merge", desk, file)
    assert at_home.status == 3 and "made by this very desk" in at_home.err


@pytest.mark.usefixtures("secret")
def test_a_first_one_has_everything_and_says_so(command: Command, desk: Path, other: Path) -> None:
    file = desk.with_name("c.courier")
    made = command("courier", desk, file, "--to", "Paris", "--ceiling", "open")
    assert made.status == 0 and "all records are in it" in made.out and "open at most" in made.out
    assert command("merge", other, file, "--json").data["updated"] == 0
    lost = command("courier", desk, file, "--again", "--json")
    assert lost.data["number"] == 1


def test_a_passphrase_is_never_an_argument_and_always_there(
    command: Command, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, secret = tmp_path / "c.courier", tmp_path / "secret.txt"
    lacking = command("courier", desk, file, "--to", "Paris")
    assert lacking.status == 3 and "AIDE_MEMOIRE_COURIER_PASSPHRASE" in lacking.err
    secret.write_text("x\n", encoding="utf-8")
    weak = command("courier", desk, file, "--to", "Paris", "--courier-passphrase-file", secret)
    assert weak.status == 3 and "passphrase" in weak.err and not file.exists()
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    done = command("courier", desk, file, "--to", "Paris", "--courier-passphrase-file", secret)
    assert done.status == 0 and SECRET.encode() not in file.read_bytes()
    monkeypatch.setenv("AIDE_MEMOIRE_PASSPHRASE", SECRET)
    told = command("courier", desk, file, "--to", "Paris")
    assert told.status == 0 and "since no other is given" in told.err


def test_a_locked_courier_asks_for_its_passphrase(
    command: Command, desk: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "c.courier"
    monkeypatch.setenv("AIDE_MEMOIRE_COURIER_PASSPHRASE", SECRET)
    command("courier", desk, file, "--to", "Paris")
    lacking = command("merge", other, file)
    assert lacking.status == 3 and "AIDE_MEMOIRE_OTHER_PASSPHRASE" in lacking.err
    monkeypatch.setenv("AIDE_MEMOIRE_OTHER_PASSPHRASE", "wrong horse")
    wrong = command("merge", other, file)
    assert wrong.status == 3 and "does not open c.courier" in wrong.err
