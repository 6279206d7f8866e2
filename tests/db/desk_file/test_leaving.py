"""Nothing stays beside a desk that was closed, however it was open."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db import open_desk
from db.storage.files import lock
from db.storage.files.file_handle import DeskFile
from db.storage.files.lock import lock_path
from tests.db.moved_desks import LENS, SECRET, beside, crashed, filled, people, save_all, titles

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=["", SECRET], ids=["plain", "encrypted"])
def secret(request: pytest.FixtureRequest) -> str:
    """The passphrase of the desk; none of a plain one."""
    return str(request.param)


def test_reading_leaves_nothing(tmp_path: Path, secret: str) -> None:
    path = filled(tmp_path / "a.desk", ["One"], secret)
    lock_path(path).unlink()
    before = path.read_bytes()
    assert titles(path, secret, read_only=True) == {"One"}
    assert [each.name for each in tmp_path.iterdir()] == ["a.desk"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("first", ["writer", "reader"])
def test_the_last_one_leaves_nothing(tmp_path: Path, secret: str, first: str) -> None:
    path = filled(tmp_path / "a.desk", ["One"], secret)
    writer, reader = open_desk(path, secret), open_desk(path, secret, read_only=True)
    save_all(writer, ["Two"])
    assert people(reader) == {"One", "Two"}
    order = (writer, reader) if first == "writer" else (reader, writer)
    order[0].close()
    assert len(beside(path)) == 2
    order[1].close()
    assert beside(path) == []
    assert titles(path, secret) == {"One", "Two"}


def test_several_readers_and_the_last_one_leaves_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    readers = [open_desk(path, read_only=True) for _ in range(3)]
    for reader in readers:
        assert reader.reader.count("person", LENS) == 1
        reader.close()
    assert beside(path) == []


def test_who_leaves_while_another_reads_stands_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    first, second = (open_desk(path, read_only=True) for _ in range(2))
    assert people(first) == people(second) == {"One"}
    monkeypatch.setattr(lock, "WriterLock", pytest.fail)  # a window that opens would find it held
    first.close()
    assert people(second) == {"One"}
    second.close()
    assert beside(path) == []


def make_unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk itself cannot be written, as another user's cannot; its folder can."""
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: mode != os.W_OK and bool(access(path, mode))
    )


def test_reading_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "a.desk", ["One"], secret)
    lock_path(path).unlink()
    make_unwritable(monkeypatch)
    assert titles(path, secret, read_only=True) == {"One"}
    assert [each.name for each in tmp_path.iterdir()] == ["a.desk"]


def test_what_was_saved_stays_when_the_disk_answers_no_more(
    tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "a.desk", ["One"], secret)
    store = open_desk(path, secret)
    save_all(store, ["Two"])

    def refuse(*_: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as gone:
        gone.setattr(DeskFile, "read", refuse)
        store.close()
    assert titles(path, secret) == {"One", "Two"}
    assert beside(path) == []


def test_what_was_saved_stays_when_there_is_no_room_to_keep_it_aside(
    tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "a.desk", ["One"], secret)
    before = path.read_bytes()
    store = open_desk(path, secret)
    save_all(store, ["Two"])
    os.truncate(path, 0)  # another program writes over the open file

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(shutil, "copyfile", refuse)
        store.close()
    assert path.stat().st_size == 0  # and finds in it what it wrote
    (aside,) = tmp_path.glob("*.not-of-this-desk-*")
    path.write_bytes(before)
    aside.rename(f"{path}-wal")
    assert titles(path, secret) == {"One", "Two"}


READ = """
import sys
from pathlib import Path
from db import open_desk
with open_desk(Path(sys.argv[1]), read_only=True) as store:
    print(len(store.reader.topics()), flush=True)
    sys.stdin.read()
"""


def test_what_another_still_reads_in_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    make_unwritable(monkeypatch)
    asked = [sys.executable, "-c", READ, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(asked, cwd=ROOT, **pipes) as other:  # type: ignore[call-overload]
        other.stdout.readline()
        first, second = (open_desk(path, read_only=True) for _ in range(2))
        first.close()
        assert second.reader.count("person", LENS) == 1
        second.close()
        assert len(beside(path)) == 2
        other.stdin.close()
    assert beside(path) == []


def test_a_crashed_desk_that_was_only_read_is_whole_and_alone(tmp_path: Path, secret: str) -> None:
    path = crashed(filled(tmp_path / "a.desk", ["One"], secret), ["Two"], secret)
    assert titles(path, secret, read_only=True) == {"One", "Two"}
    assert beside(path) == []
    assert titles(path, secret, read_only=True) == {"One", "Two"}


def test_a_foreign_log_that_was_passed_by_leaves_no_index(tmp_path: Path) -> None:
    crashed(tmp_path / "other.desk", ["Other"])
    path = filled(tmp_path / "a.desk", ["One"])
    (tmp_path / "other.desk-wal").rename(f"{path}-wal")
    assert titles(path, read_only=True) == {"One"}
    assert beside(path) == ["a.desk-wal"]  # it is left where it lies: reading changes nothing


@pytest.mark.parametrize(
    "command",
    [
        "info {}",
        "list {} people",
        "search {} One",
        "show {} One",
        "verify {}",
        "check {}",
        "history {}",
        "print {} biography One --out {}.html",
        "info {} --read-only",
        "list {} people --read-only",
        "verify {} --read-only",
    ],
)
def test_commands_that_read_leave_nothing(tmp_path: Path, command: str) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    lock_path(path).unlink()
    words = [word.format(path) for word in command.split()]
    done = subprocess.run(
        [sys.executable, "main.py", *words], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode in (0, 2), done.stderr
    left = {each.name for each in tmp_path.iterdir()} - {"a.desk.html"}
    assert left == {"a.desk"}
