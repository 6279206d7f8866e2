"""Ground that gives way beneath a desk: a full disk, a stopped checkpoint, a kill in an import.

Each time the program says one sentence or nothing, and nothing that was saved is lost.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import (
    Lens,
    Locked,
    Person,
    PrintedDocument,
    Store,
    Unavailable,
    import_files,
    make_desk,
    open_desk,
)
from db.storage.engine import PAGE_BYTES

ROOT = Path(__file__).resolve().parents[2]
LENS = Lens("2025-09-15")
CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0
MOUNTS = pytest.mark.skipif(not CAN_MOUNT, reason="Only the superuser can mount a small disk.")
NO_KILL = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL.")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path) -> Path:
    """Take all room that is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE_BYTES))
        except OSError:
            return filler


def people(path: Path, count: int) -> Path:
    lines = [f"{number},Person {number},pk" for number in range(count)]
    path.write_text("\n".join(["id,name,country", *lines]), encoding="utf-8")
    return path


def titles(path: Path, passphrase: str = "") -> set[str]:
    """Who is on a desk that is whole."""
    with open_desk(path, passphrase) as store:
        assert store.verify() == []
        ids = store.reader.all_ids("person", LENS, "name")
        return {line.title for line in store.reader.lines(ids, LENS)}


@MOUNTS
@pytest.mark.parametrize("passphrase", ["", "secret"])
def test_a_full_disk_makes_no_desk_and_leaves_nothing(small_disk: Path, passphrase: str) -> None:
    fill(small_disk)
    with pytest.raises(Unavailable, match=r"a\.desk cannot be made.*full") as refusal:
        make_desk(small_disk / "a.desk", passphrase)
    assert "\n" not in str(refusal.value)
    assert [file.name for file in small_disk.iterdir()] == ["filler"]


@MOUNTS
@pytest.mark.parametrize("passphrase", ["", "secret"])
def test_a_desk_on_a_full_disk_can_be_read_and_leaves_nothing(
    small_disk: Path, passphrase: str
) -> None:
    path = small_disk / "a.desk"
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        store.save(Person(title="First"), LENS)
    fill(small_disk)
    with open_desk(path, passphrase) as store:
        assert store.is_read_only
        assert store.reader.count("person", LENS) == 1
        with pytest.raises(Locked, match="open read-only"):
            store.save(Person(title="Second"), LENS)
    assert {file.name for file in small_disk.iterdir()} == {"a.desk", "a.desk.lock", "filler"}


def make(path: Path, passphrase: str) -> None:
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        store.save(Person(title="First"), LENS)


def draft(store: Store) -> None:
    store.keep_draft("person", None, json.dumps({"title": "D", "biography": "long " * 3000}))


def keep_printed(store: Store) -> None:
    used = dict.fromkeys(range(1, 3000), 1)
    store.save_printed_document(PrintedDocument("T", "sheet", LENS, 0, 1, {"ids": [1]}, used))


WRITING: tuple[Callable[[Store], object], ...] = (
    lambda store: store.save(Person(title="Second", biography="long " * 20_000), LENS),
    lambda store: store.remove(store.reader.all_ids("person", LENS, "name"), LENS),
    lambda store: store.set_passphrase("another secret"),
    lambda store: store.save_copy(store.path.with_name("copy.desk")),
    lambda store: store.rebuild(),
    draft,
    keep_printed,
)
IDLE: tuple[Callable[[Store], object], ...] = (
    lambda store: store.settle(),
    lambda store: store.tidy(),
    lambda store: store.make_room(),
    lambda store: store.checkpoint(),
)


@MOUNTS
@pytest.mark.parametrize("passphrase", ["", "secret"])
@pytest.mark.parametrize("write", [*WRITING, *IDLE])
def test_each_writing_on_a_full_disk_refuses_in_a_sentence_and_leaves_nothing(
    small_disk: Path, passphrase: str, write: Callable[[Store], object]
) -> None:
    path = small_disk / "a.desk"
    make(path, passphrase)
    for is_late in (True, False):
        if not is_late:
            filler = fill(small_disk)
        with open_desk(path, passphrase) as store:
            if is_late:
                filler = fill(small_disk)
            if write in IDLE:
                write(store)
            else:
                with pytest.raises((Locked, Unavailable)) as refusal:
                    write(store)
                assert refusal.value.args and "\n" not in str(refusal.value)
            assert store.verify() == []
        assert {each.name for each in small_disk.iterdir()} == {"a.desk", "a.desk.lock", "filler"}
        filler.unlink()
    assert titles(path, passphrase) == {"First"}


@MOUNTS
@pytest.mark.parametrize("passphrase", ["", "secret"])
@pytest.mark.parametrize("write", [*WRITING, *IDLE])
def test_a_disk_that_is_only_read_refuses_in_a_sentence_and_leaves_nothing(
    tmp_path: Path, passphrase: str, write: Callable[[Store], object]
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    path = folder / "a.desk"
    make(path, passphrase)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        with open_desk(path, passphrase) as store:
            assert store.is_read_only
            if write in IDLE:
                write(store)
            else:
                with pytest.raises((Locked, Unavailable)) as refusal:
                    write(store)
                assert refusal.value.args and "\n" not in str(refusal.value)
        assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    finally:
        subprocess.run(["umount", folder], check=True)
    assert titles(path, passphrase) == {"First"}


@MOUNTS
def test_a_disk_that_fills_under_an_open_desk_refuses_and_takes_up_again(small_disk: Path) -> None:
    path = small_disk / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        store.save(Person(title="First"), LENS)
        filler = fill(small_disk)
        assert store.make_room() is False
        with pytest.raises(Unavailable, match=r"disk is full.*Nothing was changed"):
            store.save(Person(title="Second", biography="long " * 20_000), LENS)
        with pytest.raises(Unavailable) as refusal:
            store.set_passphrase("secret")
        assert str(refusal.value).count(".") <= 2 and "\n" not in str(refusal.value)
        filler.unlink()
        store.save(Person(title="Third"), LENS)
    assert titles(path) == {"First", "Third"}


@MOUNTS
def test_an_import_that_fills_the_disk_changes_nothing(small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        store.save(Person(title="First"), LENS)
        with pytest.raises(Unavailable, match=r"disk is full.*Nothing was changed"):
            import_files(store, [people(tmp_path / "p.csv", 20_000)], LENS, kind="people")
        assert store.save(Person(title="After"), LENS) is not None
    assert titles(path) == {"First", "After"}


@pytest.mark.parametrize("passphrase", ["", "secret"])
@pytest.mark.parametrize("pages", [1, 2, 60, 109])
def test_a_desk_whose_log_was_moved_in_part_opens_with_all_that_was_saved(
    tmp_path: Path, passphrase: str, pages: int
) -> None:
    """A kill or a full disk stops the moving anywhere: some pages are new, the rest old."""
    path, copy = tmp_path / "a.desk", tmp_path / "copy.desk"
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        for number in range(8):
            store.save(Person(title=f"Person {number}", biography="long " * 3000), LENS)
        old = path.read_bytes()
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        store.checkpoint()
        new = path.read_bytes()
        copy.write_bytes(new[: pages * PAGE_BYTES] + old[pages * PAGE_BYTES :])
    assert len(new) > len(old)
    with open_desk(copy, passphrase) as store:
        assert store.reader.count("person", LENS) == 8
        assert store.verify() == []


@NO_KILL
def test_a_kill_during_an_import_leaves_all_of_it_or_nothing(desk_path: Path) -> None:
    table = people(desk_path.with_name("p.csv"), 6_000)
    script = (
        "import sys; from pathlib import Path; from db import Lens, import_files, open_desk\n"
        "tell = lambda done, of: print(done, flush=True)\n"
        "with open_desk(Path(sys.argv[1])) as store:\n"
        "    import_files(store, [Path(sys.argv[2])], Lens(), kind='people', progress=tell)\n"
    )
    chance = random.Random(7)
    midway = 0
    for _ in range(8):
        child = subprocess.Popen(
            [sys.executable, "-c", script, desk_path, table], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()  # the import has begun
        time.sleep(chance.uniform(0.0, 0.4))
        child.kill()
        midway += child.wait() != 0
        child.stdout.close()
        assert len(titles(desk_path)) in (0, 6_000)
    assert midway > 0, "No kill fell into an import."
    with open_desk(desk_path) as store:
        import_files(store, [table], LENS, kind="people")
        again = import_files(store, [table], LENS, kind="people")
    assert not any(again.created.values())
    assert len(titles(desk_path)) == 6_000
