"""The lock beside a desk: one holder, named, gone when the holder is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db import Locked, Refused, Unavailable, open_desk
from db.storage.files.file_handle import DeskFile
from db.storage.files.lock import WriterLock, give_desk, holder_of, lock_path, take_desk
from tests.db.moved_desks import SECRET, beside, filled, save_all, titles

ROOT = Path(__file__).resolve().parents[4]
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names.")


def test_one_holds_the_lock_and_is_named(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    assert holder_of(desk) is None
    held = WriterLock(desk, "Officer Khan")
    with pytest.raises(Locked, match="held by Officer Khan on") as refusal:
        WriterLock(desk, "Another")
    assert refusal.value.holder == holder_of(desk)
    assert json.loads(lock_path(desk).read_text())["who"] == "Officer Khan"
    held.release()
    assert holder_of(desk) is None
    WriterLock(desk, "Another").release()


def test_a_lock_that_names_nobody_is_still_a_lock(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    held = WriterLock(desk, "Officer")
    lock_path(desk).write_text("not json")
    assert holder_of(desk) == "another window"
    held.release()


def test_who_only_asks_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_path(desk := tmp_path / "a.desk").touch()
    asked = WriterLock(desk, "")
    lock_path(desk).write_text("")  # as who only asks leaves it
    monkeypatch.setattr(time, "sleep", lambda _: asked.release())
    WriterLock(desk, "Officer").release()


def test_a_folder_that_is_not_there_gives_no_lock(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="can only be read there"):
        WriterLock(tmp_path / "none" / "a.desk", "Officer")


def ask_elsewhere(path: Path, script: str) -> str:
    """What another process says of a desk."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\nfrom pathlib import Path\n{script}", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


OPEN_ELSEWHERE = """
from db import open_desk
with open_desk(Path(sys.argv[1])) as store:
    print(store.is_read_only, store.holder)
"""


LEAVE_LOG = """
import os
from db import Lens, Person, open_desk
store = open_desk(Path(sys.argv[1]))
store.save(Person(title="Late"), Lens())
os._exit(0)
"""


def test_the_file_itself_is_locked_whichever_name_is_asked(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    other = tmp_path / "b.desk"
    os.link(path, other)
    with open_desk(path) as store:
        save_all(store, ["Two"])
        with open_desk(other) as second:
            assert second.is_read_only and second.holder
            with pytest.raises(Locked):
                save_all(second, ["Lost"])
        assert ask_elsewhere(other, OPEN_ELSEWHERE).startswith("True")
        assert ask_elsewhere(path, OPEN_ELSEWHERE).startswith("True")
        save_all(store, ["Three"])
    assert titles(path) == titles(other) == {"One", "Two", "Three"}


@POSIX_ONLY
@pytest.mark.parametrize("is_killed", [False, True], ids=["closed", "killed"])
def test_a_desk_with_a_name_in_another_folder_is_only_read(tmp_path: Path, is_killed: bool) -> None:
    """By the other name the log beside it isn't seen, and what it holds would be lost."""
    path = filled(tmp_path / "a.desk", ["One"])
    other = tmp_path / "other folder" / "b.desk"
    other.parent.mkdir()
    if is_killed:
        ask_elsewhere(path, LEAVE_LOG)
    os.link(path, other)
    for name in (other, path):
        with open_desk(name) as store:
            assert store.is_read_only and "another name in another folder" in store.says
            with pytest.raises(Locked, match="remove the other name to write"):
                save_all(store, ["Lost"])
    assert os.listdir(other.parent) == ["b.desk"]
    other.unlink()
    assert titles(path) == ({"One", "Late"} if is_killed else {"One"})
    with open_desk(path) as store:
        assert not store.is_read_only and not store.says


@POSIX_ONLY
def test_a_link_to_a_desk_is_the_desk(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    link = tmp_path / "other folder" / "link.desk"
    link.parent.mkdir()
    link.symlink_to(path)
    with open_desk(link) as store:
        assert store.path == path
        with open_desk(path) as second:
            assert second.is_read_only
        save_all(store, ["Two"])
        store.set_passphrase(SECRET)
    assert link.is_symlink() and os.listdir(link.parent) == ["link.desk"]
    assert titles(path, SECRET) == titles(link, SECRET) == {"One", "Two"}
    assert path.read_bytes()[:6] != b"SQLite"


def test_a_file_with_several_names_is_not_replaced(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    os.link(path, tmp_path / "b.desk")
    with open_desk(path) as store:
        with pytest.raises(Refused, match=r"a\.desk has other names on this disk"):
            store.set_passphrase(SECRET)
        save_all(store, ["Two"])
    assert titles(tmp_path / "b.desk") == {"One", "Two"}


@POSIX_ONLY
def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.desk").symlink_to(tmp_path / "b.desk")
    (tmp_path / "b.desk").symlink_to(tmp_path / "a.desk")
    with pytest.raises(Unavailable):
        open_desk(tmp_path / "a.desk")


def test_other_descriptors_that_are_closed_give_no_lock_away(tmp_path: Path) -> None:
    """Another process would think itself alone and take log and index from under the window."""
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path) as store:
        save_all(store, ["Two"])
        open_desk(path).close()
        DeskFile(path).close()
        assert ask_elsewhere(path, OPEN_ELSEWHERE).startswith("True")
        assert [name.rpartition("-")[2] for name in beside(path)] == ["shm", "wal"]
        save_all(store, ["Three"])
        assert ask_elsewhere(path, OPEN_ELSEWHERE).startswith("True")
    assert titles(path) == {"One", "Two", "Three"}
    assert beside(path) == []


def test_the_lock_goes_over_to_a_file_that_was_put_in_its_place(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path) as store:
        store.set_passphrase(SECRET)
        file = DeskFile(path, write=True)
        assert not take_desk(file)
        file.close()
        save_all(store, ["Two"])
    assert titles(path, SECRET) == {"One", "Two"}


def test_the_byte_of_a_desk_is_locked_once(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", [])
    one, two = DeskFile(path, write=True), DeskFile(path, write=True)
    assert take_desk(one) and not take_desk(two)
    assert holder_of(path) == "another window"
    give_desk(one)
    assert take_desk(two)
    give_desk(two)
    one.close()
    two.close()
    assert holder_of(path) is None


def make_link(lock: Path) -> None:
    victim = lock.with_name("victim")
    victim.write_text("a letter")
    lock.unlink()
    lock.symlink_to(victim)


def make_second_name(lock: Path) -> None:
    victim = lock.with_name("victim")
    victim.write_text("a letter")
    lock.unlink()
    os.link(victim, lock)


def make_pipe(lock: Path) -> None:
    lock.unlink()
    os.mkfifo(lock)


def make_folder(lock: Path) -> None:
    lock.unlink()
    lock.mkdir()


@POSIX_ONLY
@pytest.mark.parametrize("make", [make_link, make_second_name, make_pipe, make_folder])
def test_what_is_no_lock_file_locks_nothing_and_is_not_written(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    make(lock_path(path))
    with open_desk(path) as store:
        assert not store.is_read_only
        with open_desk(path) as second:
            assert second.is_read_only
        save_all(store, ["Two"])
    victim = tmp_path / "victim"
    assert not victim.exists() or victim.read_text() == "a letter"
    assert titles(path) == {"One", "Two"}


@POSIX_ONLY
@pytest.mark.skipif(not IS_ROOT, reason="Only the superuser can become somebody without rights.")
def test_a_lock_that_another_left_does_not_lock_a_shared_desk(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    shared = Path(f"/var/tmp/shared-{os.getpid()}")
    shared.mkdir(mode=0o777)
    shared.chmod(0o777)
    path = filled(shared / "a.desk", ["One"])
    try:
        path.chmod(0o666)
        lock_path(path).chmod(0o600)  # root's, as an older program made it
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
                with open_desk(path) as store:
                    save_all(store, ["Two"])
                    with open_desk(path) as second:
                        status = 0 if second.is_read_only and not store.is_read_only else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert titles(path) == {"One", "Two"}
        lock_path(path).unlink()
        with open_desk(path):
            assert lock_path(path).stat().st_mode & 0o777 == 0o666  # others may read the name
    finally:
        for each in shared.iterdir():
            each.unlink()
        shared.rmdir()
