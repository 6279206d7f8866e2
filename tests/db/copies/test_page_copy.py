"""A copy is the whole desk at one moment, encrypted as it is; none is half made."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from db import Damaged, Lens, Person, Refused, Stopped, make_desk, open_desk
from db.copies import file_copy
from db.copies.copy_pages import pages_of_copy
from db.copies.page_copy import save_page_copy
from db.store import Store
from tests.db.conftest import Small, fill_small

LENS = Lens("2025-09-15")


def titles(path: Path, passphrase: str = "") -> set[str]:
    with open_desk(path, passphrase, read_only=True) as store:
        assert store.verify() == []
        ids = store.reader.all_ids("person", LENS, "name")
        return {line.title for line in store.reader.lines(ids, LENS)}


@pytest.mark.parametrize("passphrase", ["", "zebra crossing"])
def test_a_copy_is_whole_and_encrypted_as_the_desk_is(tmp_path: Path, passphrase: str) -> None:
    path, target = tmp_path / "a.desk", tmp_path / "b.desk"
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        fill_small(store)
        store.copies.save(target)
        assert sorted(each.name for each in tmp_path.iterdir() if "b.desk" in each.name) == [
            "b.desk"
        ]
    assert titles(target, passphrase) == titles(path, passphrase)
    is_readable = b"Asim Munir" in target.read_bytes()
    assert is_readable != bool(passphrase)
    assert oct(target.stat().st_mode & 0o777) == "0o600"


def test_what_is_saved_meanwhile_is_not_in_it_and_does_not_wait(small: Small) -> None:
    saved = []

    def save_once(_done: int, _total: int) -> None:
        if not saved:
            saved.append(small.store.save(Person(title="Late Comer"), LENS))

    target = small.store.path.with_name("b.desk")
    small.store.copies.save(target, save_once)
    assert saved
    assert titles(target) == {"Asim Munir"}
    assert small.store.verify() == []


def test_a_copy_is_never_put_over_a_file(small: Small, tmp_path: Path) -> None:
    target = tmp_path / "b.desk"
    target.write_text("mine")
    with pytest.raises(Refused, match=r"b\.desk already exists; choose another name\."):
        small.store.copies.save(target)
    assert target.read_text() == "mine"


@pytest.mark.parametrize("at", [1, 2])
def test_a_copy_that_is_stopped_leaves_nothing(
    small: Small, tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_copy, "STEP_BYTES", 5 * 4096)
    steps = []

    def stop(_done: int, _total: int) -> None:
        steps.append(1)
        if len(steps) > at:
            raise Stopped("The work was cancelled.")

    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Stopped):
        small.store.copies.save(tmp_path / "b.desk", stop)
    assert sorted(os.listdir(tmp_path)) == before


def test_a_desk_that_is_damaged_is_told_instead_of_copied(small: Small, tmp_path: Path) -> None:
    path = small.store.path
    small.store.close()
    with path.open("r+b") as file:
        file.seek(-4096, os.SEEK_END)
        file.write(b"\xff" * 64)
    with pages_of_copy(path, "") as pages, pytest.raises(Damaged, match="The copy is not whole"):
        save_page_copy(pages.sql, tmp_path / "b.desk", None)
    assert not (tmp_path / "b.desk").exists()
    assert not (tmp_path / "b.desk.new").exists()


FULL = """
import resource, signal, sys
from pathlib import Path
from db import DeskError, open_desk
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_desk(Path(sys.argv[1]), read_only=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    store.copies.save(Path(sys.argv[2]))
except DeskError as refusal:
    print(refusal)
store.close()
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="No limit on files here.")
@pytest.mark.parametrize("room", [0, 4096, 100_000])
def test_a_disk_that_takes_no_more_is_told_and_left_as_it_was(
    small: Small, tmp_path: Path, room: int
) -> None:
    path = small.store.path
    small.store.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(tmp_path / "b.desk"), str(room)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().endswith("."), done.stderr
    assert "disk" in done.stdout or "cannot be made" in done.stdout
    assert not [each for each in tmp_path.iterdir() if each.name.startswith("b.desk")]
    assert titles(path) == {"Asim Munir"}


def test_a_store_is_a_desk_that_can_be_copied(store: Store, tmp_path: Path) -> None:
    store.copies.save(tmp_path / "empty copy.desk")
    with open_desk(tmp_path / "empty copy.desk") as copy:
        assert copy.verify() == []
