"""What is no desk, or cannot be opened, is refused in one sentence and left untouched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db import (
    DeskError,
    Lens,
    Locked,
    NotOurs,
    Person,
    Refused,
    TooNew,
    Unavailable,
    WrongPassphrase,
    make_desk,
    needs_passphrase,
    open_desk,
)
from db.storage.engine import PAGE_BYTES

LENS = Lens("2025-09-15")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions.")


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of its bytes."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "folder"
        for file in sorted(folder.iterdir())
    }


def write_other_database(path: Path) -> None:
    """Another program's database, in the same kind of log."""
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, title TEXT)")
    other.commit()
    other.close()


def write_other_in_use(path: Path) -> None:
    """Another program's database that was not closed: its log lies beside it."""
    aside = path.with_name("aside")
    other = sqlite3.connect(aside)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, title TEXT)")
    other.commit()
    shutil.copyfile(aside, path)
    shutil.copyfile(f"{aside}-wal", f"{path}-wal")
    other.close()
    aside.unlink()


def write_newer(path: Path) -> None:
    """A desk of a program that is not written yet."""
    make_desk(path)
    raw = bytearray(path.read_bytes())
    raw[60:64] = (99).to_bytes(4, "big")  # user_version in SQLite's header
    path.write_bytes(raw)


def write_cut(path: Path) -> None:
    """A desk of which a copy broke off."""
    make_desk(path)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2 // PAGE_BYTES * PAGE_BYTES])


def write_overwritten(path: Path) -> None:
    """A desk whose first page is noise after the header."""
    make_desk(path)
    raw = bytearray(path.read_bytes())
    raw[100:PAGE_BYTES] = os.urandom(PAGE_BYTES - 100)
    path.write_bytes(raw)


STRANGERS: dict[str, tuple[Callable[[Path], object], type[DeskError], str]] = {
    "empty": (lambda path: path.touch(), NotOurs, "is empty"),
    "text": (lambda path: path.write_text("Dear Minister,\n" * 40), NotOurs, "not a desk"),
    "half header": (lambda path: path.write_bytes(b"SQLite format 3\0"), NotOurs, "a desk"),
    "noise": (lambda path: path.write_bytes(os.urandom(3 * PAGE_BYTES)), WrongPassphrase, "open"),
    "other database": (write_other_database, NotOurs, "belongs to another program"),
    "other in use": (write_other_in_use, NotOurs, "belongs to another program"),
    "folder": (lambda path: path.mkdir(), Unavailable, "is a folder"),
    "newer": (write_newer, TooNew, "newer Aide-Mémoire"),
    "cut": (write_cut, NotOurs, "damaged"),
    "overwritten": (write_overwritten, NotOurs, "damaged"),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["for writing", "read-only"])
@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_refused_in_a_sentence_and_left_untouched(
    tmp_path: Path, name: str, read_only: bool
) -> None:
    make, family, says = STRANGERS[name]
    path = tmp_path / "file.desk"
    make(path)
    before = fingerprint(tmp_path)
    with pytest.raises(family, match=says) as refusal:
        open_desk(path, "secret", read_only=read_only)
    said = str(refusal.value)
    assert said.endswith(".") and "\n" not in said and "file.desk" in said
    assert fingerprint(tmp_path) == before


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.desk"
    for ask in (open_desk, needs_passphrase):
        with pytest.raises(Unavailable, match="does not exist"):
            ask(path)
    assert fingerprint(tmp_path) == {}


def test_a_wrong_passphrase_leaves_the_desk_untouched(tmp_path: Path) -> None:
    path = tmp_path / "secret.desk"
    make_desk(path, "right")
    assert needs_passphrase(path)
    before = fingerprint(tmp_path)
    with pytest.raises(WrongPassphrase, match=r"The passphrase does not open secret\.desk"):
        open_desk(path, "wrong")
    with pytest.raises(WrongPassphrase, match="is encrypted"):
        open_desk(path)
    assert fingerprint(tmp_path) == before


def test_a_new_desk_is_one_file_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a name with ? and # and % and ü.desk"
    make_desk(path, name="Pakistan desk")
    assert list(fingerprint(tmp_path)) == [path.name]
    with open_desk(path) as store:
        assert (store.name, store.is_encrypted, store.is_read_only) == (
            "Pakistan desk",
            False,
            False,
        )


def test_an_existing_file_is_never_made_anew(desk_path: Path) -> None:
    before = fingerprint(desk_path.parent)
    with pytest.raises(Refused, match="already exists; choose another name"):
        make_desk(desk_path)
    assert fingerprint(desk_path.parent) == before


def test_a_desk_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be made"):
        make_desk(tmp_path / "none" / "a.desk")
    assert fingerprint(tmp_path) == {}


def test_what_an_older_program_left_aside_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.desk.new").write_text("left by a crash")
    make_desk(tmp_path / "a.desk")
    open_desk(tmp_path / "a.desk").close()
    assert "a.desk.new" not in fingerprint(tmp_path)


@pytest.mark.parametrize("passphrase", ["", "secret"])
def test_flipped_bytes_are_told_by_verify_or_refused(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        for number in range(30):
            store.save(Person(title=f"Person {number}", biography="x" * 3000), LENS)
    raw = bytearray(path.read_bytes())
    middle = len(raw) // 2
    for place in range(middle, middle + 8 * PAGE_BYTES):
        raw[place] ^= 0xFF
    path.write_bytes(raw)
    try:
        with open_desk(path, passphrase) as store:
            problems = store.verify()
    except DeskError as refusal:
        problems = [str(refusal)]
    assert problems and all(said.endswith(".") and "\n" not in said for said in problems)


def test_a_desk_opens_read_only_when_asked_and_leaves_no_lock(desk_path: Path) -> None:
    with open_desk(desk_path, read_only=True) as store:
        assert store.is_read_only
        with pytest.raises(Locked, match="open read-only"):
            store.save(Person(title="No"), LENS)
        assert store.verify() == []
    with open_desk(desk_path) as store:
        assert not store.is_read_only


@pytest.mark.skipif(not IS_ROOT, reason="Only the superuser can become somebody without rights.")
@POSIX_ONLY
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_cannot_be_written_opens_for_reading_and_stays_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, what: str
) -> None:
    folder = Path("/var/tmp") / f"{tmp_path_factory.mktemp('ro').name}-{os.getpid()}-{what}"
    folder.mkdir()
    try:
        path = folder / "a.desk"
        make_desk(path)
        with open_desk(path) as store:
            store.save(Person(title="Seen"), LENS)
        (folder / "a.desk.lock").unlink()
        path.chmod(0o444)
        folder.chmod(0o555 if what == "folder" else 0o777)
        before = fingerprint(folder)
        assert as_nobody(lambda: read_only_answers(path)) == 0
        if what == "folder":
            assert fingerprint(folder) == before
        else:
            assert fingerprint(folder)["a.desk"] == before["a.desk"]
    finally:
        shutil.rmtree(folder)


@pytest.mark.skipif(not IS_ROOT, reason="Only the superuser can become somebody without rights.")
@POSIX_ONLY
def test_a_desk_that_was_not_closed_is_not_read_without_its_log(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = Path("/var/tmp") / f"{tmp_path_factory.mktemp('log').name}-{os.getpid()}"
    folder.mkdir()
    path, copy = folder / "a.desk", folder / "copy" / "a.desk"
    copy.parent.mkdir()
    try:
        make_desk(path)
        with open_desk(path) as store:
            store.save(Person(title="In the log"), LENS)
            shutil.copyfile(path, copy)
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        copy.chmod(0o444)
        copy.parent.chmod(0o555)
        before = fingerprint(copy.parent)
        assert as_nobody(lambda: refuses_for_its_log(copy)) == 0
        assert fingerprint(copy.parent) == before
        with open_desk(copy) as store:  # where the log can be read, all is there
            assert store.reader.count("person", LENS) == 1
    finally:
        shutil.rmtree(folder)


def refuses_for_its_log(path: Path) -> bool:
    try:
        open_desk(path).close()
    except Unavailable as refusal:
        return "was not closed" in str(refusal) and "a.desk-wal" in str(refusal)
    return False


@pytest.mark.skipif(not IS_ROOT, reason="Only the superuser can become somebody without rights.")
@POSIX_ONLY
def test_where_nothing_can_be_written_no_desk_is_made_and_a_sentence_says_so(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = Path("/var/tmp") / f"{tmp_path_factory.mktemp('new').name}-{os.getpid()}"
    folder.mkdir()
    folder.chmod(0o555)
    try:
        assert as_nobody(lambda: refuses_to_make(folder / "a.desk")) == 0
        assert fingerprint(folder) == {}
    finally:
        shutil.rmtree(folder)


def refuses_to_make(path: Path) -> bool:
    try:
        make_desk(path)
    except Unavailable as refusal:
        return "cannot be made" in str(refusal)
    return False


def read_only_answers(path: Path) -> bool:
    with open_desk(path) as store:
        answers = store.is_read_only and store.reader.count("person", LENS) == 1
        try:
            store.save(Person(title="No"), LENS)
        except Locked:
            return answers
    return False


def as_nobody(ask: Callable[[], bool]) -> int:
    """Ask in a child without rights: 0 when the answer is yes."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            status = 0 if ask() else 2
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
