"""A desk opens for writing where it can be written, else for reading, and is left as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db import (
    DeskError,
    Lens,
    Locked,
    Person,
    Unavailable,
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


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.desk"
    for ask in (open_desk, needs_passphrase):
        with pytest.raises(Unavailable, match="does not exist"):
            ask(path)
    assert fingerprint(tmp_path) == {}


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
