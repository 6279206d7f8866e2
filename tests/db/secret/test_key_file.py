"""A desk with a key file opens with both and with neither alone, and so do its copies; a key file
that is missing, foreign or mistyped is refused in a sentence.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from db import (
    CopyPlan,
    Lens,
    Person,
    Refused,
    Store,
    Unavailable,
    WrongPassphrase,
    join_key_file,
    join_new_key_file,
    make_desk,
    make_key_file,
    merge_file,
    open_desk,
    restore_desk,
    salvage_desk,
)
from db.secret.key_file import read_key_file

PASSPHRASE = "horse battery staple"


def people(store: Store) -> int:
    return len(store.reader.all_ids("person", Lens(), "name"))


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "a.key"
    make_key_file(path)
    return path


@pytest.fixture
def desk(tmp_path: Path, key_file: Path) -> Path:
    path = tmp_path / "a.desk"
    make_desk(path, join_new_key_file(PASSPHRASE, key_file))
    with open_desk(path, join_key_file(PASSPHRASE, key_file)) as store:
        store.save(Person(title="Ishaq Dar"), Lens())
    return path


def test_it_is_its_owners_alone_drawn_by_chance_and_never_written_over(
    tmp_path: Path, key_file: Path
) -> None:
    other = tmp_path / "b.key"
    make_key_file(other)
    keys = [read_key_file(each) for each in (key_file, other)]
    assert [len(bytes.fromhex(each)) for each in keys] == [32, 32] and keys[0] != keys[1]
    if os.name == "posix":
        assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    with pytest.raises(Refused, match="already exists"):
        make_key_file(key_file)
    with pytest.raises(Unavailable, match="cannot be made"):
        make_key_file(tmp_path / "none" / "c.key")


def test_a_desk_opens_with_both_and_with_neither_alone(desk: Path, key_file: Path) -> None:
    other = key_file.with_name("b.key")
    make_key_file(other)
    for secret in (PASSPHRASE, join_key_file("", key_file), join_key_file(PASSPHRASE, other)):
        with pytest.raises(WrongPassphrase, match="key file"):
            open_desk(desk, secret)
    with open_desk(desk, join_key_file(PASSPHRASE, key_file)) as store:
        assert people(store) == 1
    content = desk.read_bytes()
    assert read_key_file(key_file).encode() not in content and b"a.key" not in content


def test_it_can_be_typed_again_from_paper(key_file: Path) -> None:
    lines = key_file.read_text().splitlines()
    typed = key_file.with_name("typed.key")
    key = "Key: " + lines[3].removeprefix("Key: ").lower()
    typed.write_bytes(f"\n {lines[0]}\r\n{key}\r\n  {lines[4]} \r\n".encode())
    assert read_key_file(typed) == read_key_file(key_file)


def change_digit(text: str) -> str:
    """Another last digit of the key, as one that was mistyped."""
    at = text.index("\nCheck") - 1
    return text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (change_digit, "its key and its check differ"),
        (lambda text: text[:-20], "is no key file"),
        (lambda text: "just any file", "is no key file"),
        (lambda text: "", "is no key file"),
        (lambda text: text + " " * 9_000, "is no key file"),
    ],
)
def test_what_is_no_key_file_is_refused(
    key_file: Path, change: Callable[[str], str], says: str
) -> None:
    key_file.write_text(change(key_file.read_text()))
    with pytest.raises(Refused, match=says):
        join_key_file(PASSPHRASE, key_file)


def test_a_missing_one_is_refused_and_a_weak_passphrase_no_better_with_one(key_file: Path) -> None:
    with pytest.raises(Refused, match="One character"):
        join_new_key_file("x", key_file)
    key_file.unlink()
    with pytest.raises(Unavailable, match=r"a\.key cannot be read: it is not there\."):
        join_key_file(PASSPHRASE, key_file)


def test_letters_that_look_alike_open_it_too(tmp_path: Path, key_file: Path) -> None:
    make_desk(tmp_path / "b.desk", join_new_key_file("cafe\u0301 noir", key_file))
    for typed in ("caf\u00e9 noir", "cafe\u0301 noir"):
        open_desk(tmp_path / "b.desk", join_key_file(typed, key_file)).close()


def test_copies_salvage_and_merging_go_on_with_it(
    desk: Path, key_file: Path, tmp_path: Path
) -> None:
    secret = join_key_file(PASSPHRASE, key_file)
    with open_desk(desk, secret, plan=CopyPlan(tmp_path / "copies")) as store:
        copy = store.copies.keep()
        store.save(Person(title="Asim Munir"), Lens())
    assert copy is not None
    with pytest.raises(WrongPassphrase):
        restore_desk(copy.path, tmp_path / "back.desk", PASSPHRASE)
    restore_desk(copy.path, tmp_path / "back.desk", secret)
    salvage_desk(desk, tmp_path / "saved.desk", secret)
    with open_desk(tmp_path / "back.desk", secret) as store:
        merge_file(store, desk, Lens(), passphrase=secret)
        assert people(store) == 2
    with open_desk(tmp_path / "saved.desk", secret) as store:
        assert people(store) == 2
        store.set_passphrase("another phrase")
    with open_desk(tmp_path / "saved.desk", "another phrase") as store:
        assert not store.is_read_only
