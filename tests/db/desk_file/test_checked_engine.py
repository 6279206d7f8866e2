"""What is no desk, or cannot be opened, is refused in one sentence and left untouched."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from db import (
    DeskError,
    Lens,
    NotOurs,
    Person,
    TooNew,
    Unavailable,
    WrongPassphrase,
    make_desk,
    needs_passphrase,
    open_desk,
)
from db.storage.engine import PAGE_BYTES
from tests.db.desk_file.test_opening import fingerprint


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
    newer = sqlite3.connect(path)
    newer.execute("UPDATE setting SET value = '99' WHERE key = 'oldest_format'")
    newer.execute("PRAGMA user_version = 99")
    newer.commit()
    newer.close()


def write_newer_in_use(path: Path) -> None:
    """A desk of a program that is not written yet, which was not closed: its log lies beside it."""
    aside = path.with_name("aside")
    make_desk(aside)
    newer = sqlite3.connect(aside)
    newer.execute("UPDATE setting SET value = '99' WHERE key = 'oldest_format'")
    newer.execute("PRAGMA user_version = 99")
    newer.commit()
    shutil.copyfile(aside, path)
    shutil.copyfile(f"{aside}-wal", f"{path}-wal")
    newer.close()
    for each in path.parent.glob("aside*"):
        each.unlink()


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


@pytest.mark.parametrize("read_only", [False, True], ids=["for writing", "read-only"])
def test_a_newer_desk_that_was_not_closed_is_said_to_be_newer(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "file.desk"
    write_newer_in_use(path)
    before = fingerprint(tmp_path)
    with pytest.raises(TooNew, match="newer Aide-Mémoire"):
        open_desk(path, read_only=read_only)
    after = fingerprint(tmp_path)
    after.pop("file.desk-shm", None)  # SQLite's index of the log, made anew by whoever reads it
    assert after == before


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


@pytest.fixture
def in_the_middle(tmp_path: Path) -> Path:
    """A desk that another program keeps without a log, half written when the power failed."""
    path, work = tmp_path / "a.desk", tmp_path / "work.desk"
    make_desk(work)
    with open_desk(work) as store:
        store.save(Person(title="Ishaq Dar", biography="long " * 9_000), Lens())
    raw = sqlite3.connect(work, isolation_level=None)
    raw.executescript("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN")
    raw.execute("UPDATE person SET biography = 'other ' || biography")
    raw.execute("UPDATE record SET title = 'Nobody'")
    raw.execute("DELETE FROM setting")
    shutil.copyfile(work, path)
    shutil.copyfile(f"{work}-journal", f"{path}-journal")
    raw.execute("ROLLBACK")
    raw.close()
    with path.open("r+b") as file:
        file.seek(PAGE_BYTES)
        file.write(os.urandom(PAGE_BYTES))  # what was just being written
    return path


def test_what_was_left_in_the_middle_of_a_change_is_as_it_was_before(in_the_middle: Path) -> None:
    if Path(f"{in_the_middle}-journal").stat().st_size < PAGE_BYTES:
        pytest.fail("Nothing had come to the disk yet.")
    with open_desk(in_the_middle) as store:
        assert store.verify() == []
        ids = store.reader.all_ids("person", Lens(), "name")
        assert [line.title for line in store.reader.lines(ids, Lens())] == ["Ishaq Dar"]


def test_it_is_not_read_half_written(in_the_middle: Path) -> None:
    before = in_the_middle.read_bytes()
    with pytest.raises(Unavailable, match=r"was not closed.*a\.desk-journal.*for writing\.$"):
        open_desk(in_the_middle, read_only=True)
    assert in_the_middle.read_bytes() == before
