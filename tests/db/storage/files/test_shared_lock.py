"""What else is opened and closed in the process takes no lock away from an open desk."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import open_desk
from db.desk_file.held_desk import HeldDesk
from db.storage import engine
from db.storage.files import shared_lock
from db.storage.files.file_handle import DeskFile
from db.storage.files.lock import is_locked_by_others
from db.storage.files.shared_lock import SharedLock
from tests.db.moved_desks import SECRET, beside, filled, people, save_all

ROOT = Path(__file__).resolve().parents[4]
VISIT = """
import sys
from pathlib import Path
from db import open_desk
from tests.db.moved_desks import people, save_all
with open_desk(Path(sys.argv[1]), sys.argv[2], read_only=sys.argv[3] == "reads") as store:
    assert "One" in people(store)
    if not store.is_read_only:
        save_all(store, ["Of another"])
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Only there do descriptors have locks of their own."
)


def look_into_all(path: Path) -> None:
    """What a file dialog does that shows the folder: it opens, reads and closes each file."""
    for each in sorted(path.parent.iterdir()):
        each.read_bytes()


def visit(path: Path, secret: str, how: str) -> None:
    """Another program opens the desk and leaves it."""
    asked = [sys.executable, "-c", VISIT, str(path), secret, how]
    subprocess.run(asked, cwd=ROOT, check=True)


@pytest.mark.usefixtures("real_keys")
@pytest.mark.parametrize("secret", ["", SECRET], ids=["plain", "encrypted"])
def test_who_writes_keeps_the_log_while_others_come_and_go(tmp_path: Path, secret: str) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path) as store:
        if secret:
            store.set_passphrase(secret)
        save_all(store, ["Two"])
        look_into_all(path)
        visit(path, secret, "reads")
        save_all(store, ["Three"])
        assert people(store) == {"One", "Two", "Three"}
        assert store.verify() == []
    assert beside(path) == []


def test_who_reads_keeps_the_log_while_others_write(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path, read_only=True) as store:
        assert people(store) == {"One"}
        look_into_all(path)
        visit(path, "", "writes")
        assert people(store) == {"One", "Of another"}
        assert len(beside(path)) == 2
    assert beside(path) == []


def test_both_files_are_locked_until_that_is_given(tmp_path: Path) -> None:
    path, index = tmp_path / "a.desk", tmp_path / "a.desk-shm"
    path.write_bytes(b"desk")
    file = DeskFile(path)
    lock = SharedLock(file)
    lock.take()  # no log is there, and so no index
    lock.give()
    index.touch()
    for _ in range(2):
        lock.take()
        lock.take()
        look_into_all(path)
        assert is_locked_by_others(path) and is_locked_by_others(index)
        lock.give()
        lock.give()
        assert not (is_locked_by_others(path) or is_locked_by_others(index))
    file.close()


def test_where_no_descriptor_has_locks_none_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.desk"
    for each in (path, Path(f"{path}-shm")):
        each.touch()
    monkeypatch.setattr(shared_lock, "HAS_OWN_LOCKS", False)
    file = DeskFile(path)
    SharedLock(file).take()
    assert file.kept_open == []
    file.close()


def test_a_desk_that_is_left_locks_nothing_while_its_descriptor_waits(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    other, held_desk = DeskFile(path), HeldDesk(DeskFile(path))
    with closing(engine.connect(engine.make_engine(path, None, read_only=True))) as sql:
        held_desk.begin_watch(sql)
        assert is_locked_by_others(path)
    held_desk.release()
    assert not is_locked_by_others(path)
    other.close()
