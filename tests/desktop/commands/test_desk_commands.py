"""`new`, `info`, `verify`, `passphrase`: on whole, foreign, damaged, locked and encrypted desks."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from db import open_desk
from tests.desktop.commands.conftest import Command

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE, NEW = "AIDE_MEMOIRE_PASSPHRASE", "AIDE_MEMOIRE_NEW_PASSPHRASE"
READING = ["info", "verify", "list people", "search x", "show x", "holders x", "history"]
WRITING = ["edit x title=y", "revert 1", "passphrase", "import x.csv"]


def on(words: str, desk: Path) -> list[str | Path]:
    """A command's words with the desk after its name."""
    name, *rest = words.split()
    return [name, desk, *rest]


@pytest.fixture(autouse=True)
def no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine has in its variables."""
    monkeypatch.delenv(PASSPHRASE, raising=False)
    monkeypatch.delenv(NEW, raising=False)


@pytest.fixture
def locked_up(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An encrypted sample desk; its passphrase is in no variable any more."""
    path = tmp_path / "secret.desk"
    monkeypatch.setenv(PASSPHRASE, "hunter2")
    made = command("new", path, "--sample", "--encrypt", "--json")
    monkeypatch.delenv(PASSPHRASE)
    assert made.data["encrypted"] is True
    return path


def test_a_new_desk_is_empty_whole_and_not_made_twice(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "my.desk"
    assert command("new", path).status == 0
    assert command("info", path, "--json").data["records"] == {
        "people": 0,
        "organizations": 0,
        "agreements": 0,
        "events": 0,
    }
    again = command("new", path)
    assert again.status == 3 and "already exists" in again.err
    assert command("verify", path, "--json").data == {"ok": True, "problems": []}


def test_a_desk_that_cannot_be_made_says_why(command: Command, tmp_path: Path) -> None:
    outcome = command("new", tmp_path / "nowhere" / "my.desk")
    assert outcome.status == 3 and "No such file or directory" in outcome.err


def test_info_has_the_keys_of_the_contract(command: Command, sample: Path) -> None:
    data = command("info", sample, "--json").data
    assert list(data) == ["version", "encrypted", "records", "size", "changed", "lock"]
    assert (data["encrypted"], data["lock"]) == (False, None)
    assert data["size"] == sample.stat().st_size


@pytest.mark.parametrize("words", READING + WRITING)
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "does not exist"),
        (b"", "is not a desk"),
        (b"hello\n", "is not a desk"),
        (b"SQLite format 3\x00" + b"\x00" * 4080, "not a desk"),
        (bytes(range(256)) * 32, "not a desk"),
    ],
)
def test_what_is_no_desk_is_refused_and_left_as_it_was(
    command: Command, tmp_path: Path, words: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / "strange.desk"
    if content is not None:
        path.write_bytes(content)
    outcome = command(*on(words, path))
    assert (outcome.status, outcome.out) == (3, "")
    assert says in outcome.err and outcome.err.count("\n") == 1
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_damaged_desk_fails_verify_and_says_what(command: Command, desk: Path) -> None:
    data = bytearray(desk.read_bytes())
    for page in range(20, 60):
        data[page * 4096 + 8 : page * 4096 + 600] = b"\xff" * 592
    desk.write_bytes(data)
    outcome = command("verify", desk)
    assert outcome.status == 3
    assert "damaged" in outcome.out + outcome.err


@pytest.mark.parametrize("words", WRITING)
def test_a_desk_held_elsewhere_is_read_and_not_written(
    command: Command, desk: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDE_MEMOIRE_AUTHOR", "Amina at the window")
    with open_desk(desk):
        outcome = command(*on(words, desk))
        assert (outcome.status, outcome.out) == (3, "")
        assert "Amina at the window" in outcome.err
        assert "Amina" in command("info", desk, "--json").data["lock"]
        assert command("list", desk, "people", "--count").out == "7\n"


@pytest.mark.parametrize("words", WRITING)
def test_read_only_and_a_change_contradict(command: Command, desk: Path, words: str) -> None:
    outcome = command(*on(words, desk), "--read-only")
    assert outcome.status == 3 and "--read-only" in outcome.err


@pytest.mark.parametrize("words", READING)
def test_reading_takes_no_lock(command: Command, desk: Path, words: str) -> None:
    command(*on(words, desk), "--read-only")
    assert [path.name for path in desk.parent.iterdir() if path.suffix == ".lock"] == []


def test_the_ceiling_counts_what_it_shows(command: Command, marked: Path) -> None:
    records = command("info", marked, "--json", "--ceiling", "open").data["records"]
    assert (records["people"], records["agreements"]) == (6, 3)


def test_an_encrypted_desk_opens_by_variable_and_by_file(
    command: Command, locked_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "passphrase"
    file.write_text("hunter2\n", encoding="utf-8")
    assert command("list", locked_up, "people", "--count", "--passphrase-file", file).out == "7\n"
    monkeypatch.setenv(PASSPHRASE, "hunter2")
    assert command("info", locked_up, "--json").data["encrypted"] is True
    assert command("verify", locked_up).status == 0
    assert b"Rubio" not in locked_up.read_bytes()


@pytest.mark.parametrize("given", ["wrong", "Hunter2", "hunter2 "])
def test_a_wrong_passphrase_is_refused(
    command: Command, locked_up: Path, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, given)
    outcome = command("info", locked_up)
    assert (outcome.status, outcome.out) == (3, "") and "passphrase" in outcome.err.lower()


def test_without_passphrase_and_terminal_the_way_is_told(command: Command, locked_up: Path) -> None:
    outcome = command("info", locked_up)
    assert outcome.status == 3
    assert PASSPHRASE in outcome.err and "--passphrase-file" in outcome.err


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "empty"), (b"\n\n", "empty"), (b"\xff\xfe", "UTF-8")]
)
def test_a_file_without_passphrase_is_refused(
    command: Command, locked_up: Path, tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(content)
    outcome = command("info", locked_up, "--passphrase-file", file)
    assert outcome.status == 3 and says in outcome.err


def test_the_passphrase_is_set_changed_and_removed_by_variables(
    command: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for old, new in (("", "first"), ("first", "second"), ("second", "")):
        monkeypatch.setenv(PASSPHRASE, old)
        monkeypatch.setenv(NEW, new)
        assert command("passphrase", desk, "--json").data["encrypted"] == bool(new)
        if new:
            assert command("info", desk).status == (0 if old == new else 3)
        monkeypatch.setenv(PASSPHRASE, new)
        assert command("list", desk, "people", "--count").out == "7\n"
        assert command("verify", desk).status == 0
    assert b"SQLite format 3" in desk.read_bytes()


def typed(arguments: list[str], *answers: str) -> tuple[int, str]:
    """Runs the program on a terminal of its own and answers its prompts."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        cwd=ROOT,
    )
    os.close(slave)
    said = ""
    for answer in answers:
        while not said.rstrip(" ").endswith(":"):
            said += os.read(master, 4096).decode()
        said += "|"
        os.write(master, f"{answer}\n".encode())
    try:
        while more := os.read(master, 4096):
            said += more.decode()
    except OSError:
        said += ""  # Linux ends a terminal whose other side is closed with an error
    os.close(master)
    return process.wait(30), said


@pytest.mark.usefixtures("real_keys")
def test_a_passphrase_is_asked_for_on_a_terminal(locked_up: Path) -> None:
    status, said = typed(["list", str(locked_up), "people", "--count"], "hunter2")
    assert status == 0 and said.rstrip().endswith("7") and "hunter2" not in said
    status, said = typed(["info", str(locked_up)], "wrong")
    assert status == 3 and "passphrase" in said


def test_a_new_passphrase_is_asked_for_twice(tmp_path: Path) -> None:
    path = tmp_path / "typed.desk"
    status, said = typed(["new", str(path), "--encrypt"], "one", "two")
    assert status == 3 and "differ" in said and not path.exists()
    status, _ = typed(["new", str(path), "--encrypt"], "one", "one")
    assert status == 0 and path.exists()


def test_a_desk_takes_a_key_file_beside_its_passphrase(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, key_file = tmp_path / "a.desk", tmp_path / "a.key"
    monkeypatch.setenv(PASSPHRASE, "horse battery")
    made = command("new", desk, "--encrypt", "--new-key-file", key_file)
    assert made.status == 0 and "Keep a copy of it apart" in made.err and key_file.exists()
    alone = command("info", desk)
    assert alone.status == 3 and "key file" in alone.err
    assert command("info", desk, "--key-file", key_file).status == 0
    missing = command("info", desk, "--key-file", tmp_path / "b.key")
    assert missing.status == 3 and "it is not there" in missing.err

    copy = tmp_path / "copy.desk"
    assert command("backup", desk, copy, "--key-file", key_file).status == 0
    assert command("restore", copy, tmp_path / "back.desk").status == 3
    back = tmp_path / "back.desk"
    assert command("restore", copy, back, "--key-file", key_file).status == 0
    assert command("salvage", copy, tmp_path / "c.desk", "--key-file", key_file).status == 0
    own = command("merge", desk, back, "--key-file", key_file, "--json")
    assert own.status == 0, own.err
    told = command(
        "merge", desk, back, "--key-file", key_file, "--other-key-file", key_file, "--preview"
    )
    assert told.status == 0, told.err

    monkeypatch.setenv(NEW, "staple correct")
    gone = command("passphrase", desk, "--key-file", key_file)
    assert "alone; its key file is not needed any more.\n" in gone.out
    monkeypatch.setenv(PASSPHRASE, "staple correct")
    again = command("passphrase", desk, "--new-key-file", key_file)
    assert again.status == 0 and "neither alone" in again.out and again.err == ""
    assert command("info", desk).status == 3
    monkeypatch.setenv(NEW, "")
    bare = command("passphrase", desk, "--key-file", key_file, "--new-key-file", key_file)
    assert bare.status == 3 and "goes with a passphrase" in bare.err


def test_words_are_proposed_and_told_once(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "a.desk"
    made = command("new", desk, "--propose", "--json")
    phrase = made.err.strip().rpartition(": ")[2]
    assert made.data["encrypted"] and len(phrase.split(" ")) == 6 and "77 bits" in made.err
    assert phrase not in made.out
    monkeypatch.setenv(PASSPHRASE, phrase)
    other = command("passphrase", desk, "--propose").err.strip().rpartition(": ")[2]
    assert other != phrase and command("info", desk).status == 3
    monkeypatch.setenv(PASSPHRASE, other)
    assert command("info", desk).status == 0


def test_the_copies_that_open_as_before_are_told(
    command: Command, locked_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "hunter2")
    copy = locked_up.with_name("copy.desk")
    assert command("backup", locked_up, copy).status == 0
    monkeypatch.setenv(NEW, "staple correct")
    told = command("passphrase", locked_up, "--json").data
    files = {each["file"] for each in told["copies"]}
    assert str(copy) in files and len(files) == 2  # and the one that is kept before
    assert {each["days"] for each in told["copies"]} == {0}
    monkeypatch.setenv(PASSPHRASE, "staple correct")
    monkeypatch.setenv(NEW, "staple battery")
    said = command("passphrase", locked_up).out
    assert "still open as before" in said and str(copy) in said
