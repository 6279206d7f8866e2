"""A command opens its desk with the passphrase it is given, and means one record or none."""

import os
from pathlib import Path

import pytest

from db import Lens, Locked, Person, Refused, Unavailable, open_desk
from desktop.commands.console.arguments import parse
from desktop.commands.console.desk_access import (
    MAX_PASSPHRASE_BYTES,
    PASSPHRASE,
    ask_twice,
    find_record,
    named_record,
    open_store,
    passphrase_for,
    passphrase_in,
)
from tests.db.moved_desks import crashed
from tests.desktop.commands.conftest import Command


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"hunter two\n", "hunter two"),
        (b"hunter\r\n", "hunter"),
        ("a\u2028b\x0bc\x85".encode() + b"\nd", "a\u2028b\x0bc\x85"),
        (b"\xef\xbb\xbfhunter\r\nmore", "hunter"),
        ("pässwörd".encode(), "pässwörd"),
        (b" spaced ", " spaced "),
    ],
)
def test_the_first_line_of_a_file_is_the_passphrase(
    tmp_path: Path, content: bytes, passphrase: str
) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(content)
    assert passphrase_in(path) == passphrase


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", Refused), (b"\nsecond", Refused), (b"\xff\xfe\x00", Unavailable), (None, Unavailable)],
)
def test_a_file_without_a_passphrase_is_refused_by_name(
    tmp_path: Path, content: bytes | None, error: type[Exception]
) -> None:
    path = tmp_path / "secret.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error) as refusal:
        passphrase_in(path)
    assert "secret.txt" in str(refusal.value)


def test_a_file_is_not_read_beyond_what_a_passphrase_may_have(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (MAX_PASSPHRASE_BYTES + 100))
    assert len(passphrase_in(path)) == MAX_PASSPHRASE_BYTES
    with pytest.raises(Refused, match=f"over {MAX_PASSPHRASE_BYTES} bytes"):
        passphrase_in(path, to_set=True)


def test_the_variable_stands_in_where_no_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE, "hunter two")
    assert passphrase_for(parse(["info", "my.desk"]), "my.desk") == "hunter two"


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE, raising=False)
    with open(os.devnull) as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        with pytest.raises(Refused) as refusal:
            passphrase_for(parse(["info", "my.desk"]), "my.desk")
    assert PASSPHRASE in str(refusal.value)


def test_two_passphrases_that_differ_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(("one", "two", "same", "same"))
    monkeypatch.setattr(
        "desktop.commands.console.desk_access.ask_passphrase", lambda *_: next(typed)
    )
    with pytest.raises(Refused):
        ask_twice("Passphrase: ", "X")
    assert ask_twice("Passphrase: ", "X") == "same"


def test_a_command_that_writes_refuses_a_desk_that_is_held(desk: Path) -> None:
    given = parse(["edit", str(desk), "uid", "title=x"])
    with open_desk(desk), pytest.raises(Locked) as refusal, open_store(given):
        pytest.fail("It was opened.")
    assert "nothing was changed" in str(refusal.value)


def test_a_command_that_reads_opens_beside_another(desk: Path) -> None:
    with open_desk(desk), open_store(parse(["info", str(desk)])) as store:
        assert store.is_read_only


def test_reading_only_and_writing_do_not_go_together(desk: Path) -> None:
    given = parse(["edit", str(desk), "uid", "title=x", "--read-only"])
    with pytest.raises(Refused) as refusal, open_store(given):
        pytest.fail("It was opened.")
    assert "--read-only" in str(refusal.value)


def test_a_record_is_found_by_its_uid_or_best_by_words(desk: Path) -> None:
    with open_desk(desk) as store:
        key = find_record(store.reader, "rubio", Lens())
        record = store.reader.get(key, Lens())
        assert "Rubio" in record.title
        assert find_record(store.reader, f" {record.uid} ", Lens()) == key
        assert named_record(store.reader, record.title, Lens()) == key
        for words in ("nobodyatall", "", "-"):
            with pytest.raises(Refused):
                find_record(store.reader, words, Lens())


def test_what_is_to_be_changed_is_never_guessed(desk: Path) -> None:
    with open_desk(desk) as store:
        for title in ("Ann Ashe", "Ann Birk", "Ann"):
            store.save(Person(title=title), Lens())
        assert store.reader.get(named_record(store.reader, "ann", Lens()), Lens()).title == "Ann"
        store.save(Person(title="Ann"), Lens())
        with pytest.raises(Refused) as refusal:
            named_record(store.reader, "ann", Lens())
        assert "may be one of" in str(refusal.value)
        assert "Give the uid" in str(refusal.value)


def test_a_log_of_another_desk_is_told_on_standard_error(tmp_path: Path, command: Command) -> None:
    crashed(tmp_path / "a.desk", ["Lost"]).unlink()
    made = command("new", str(tmp_path / "a.desk"))
    assert made.status == 0 and "0 people" in made.out
    assert "a.desk-wal.not-of-this-desk-" in made.err
    crashed(tmp_path / "b.desk", ["Other"])
    (tmp_path / "b.desk-wal").rename(tmp_path / "a.desk-wal")
    listed = command("list", str(tmp_path / "a.desk"), "people", "--json")
    assert listed.status == 0 and '"total": 0' in listed.out
    assert "passed by" in listed.err
