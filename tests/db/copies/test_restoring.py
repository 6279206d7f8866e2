"""A copy is put in a desk's place whole; what lay there is kept, with its log, and a kill loses
neither.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from db import Locked, NotOurs, Refused, WrongPassphrase, make_desk, open_desk, restore_desk
from tests.db.conftest import fill_small
from tests.db.copies.test_page_copy import LENS, titles
from tests.db.test_migrations import laid


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk whose person was deleted after a copy was made."""
    path = tmp_path / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        small = fill_small(store)
        store.copies.save(tmp_path / "copy.desk")
        store.remove([small.munir.id], LENS)
    return path


def test_what_lay_there_is_kept_and_the_copy_stays(desk: Path) -> None:
    copy = desk.with_name("copy.desk")
    before = copy.read_bytes()
    kept = restore_desk(copy, desk)
    assert kept is not None
    assert kept.name.startswith("a before restoring ")
    assert titles(desk) == {"Asim Munir"}
    assert titles(kept) == set()
    assert copy.read_bytes() == before
    assert not [each.name for each in desk.parent.iterdir() if each.name.endswith(("-wal", ".new"))]


@pytest.mark.parametrize("passphrase", ["", "zebra crossing"])
def test_a_copy_goes_where_no_desk_is(tmp_path: Path, passphrase: str) -> None:
    path, target = tmp_path / "a.desk", tmp_path / "new.desk"
    make_desk(path, passphrase)
    with open_desk(path, passphrase) as store:
        fill_small(store)
    if passphrase:
        with pytest.raises(WrongPassphrase):
            restore_desk(path, target, "another")
        assert not target.exists()
    assert restore_desk(path, target, passphrase) is None
    assert titles(target, passphrase) == {"Asim Munir"}


def test_a_desk_that_is_open_is_not_replaced(desk: Path) -> None:
    with open_desk(desk) as store:
        with pytest.raises(Locked, match=r"a\.desk is open elsewhere"):
            restore_desk(desk.with_name("copy.desk"), desk)
        assert not store.is_moved


def test_no_desk_and_the_desk_itself_are_refused(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "text.desk").write_text("no desk")
    before = desk.read_bytes()
    with pytest.raises(NotOurs):
        restore_desk(tmp_path / "text.desk", desk)
    with pytest.raises(Refused, match="is this very desk"):
        restore_desk(desk, desk)
    assert desk.read_bytes() == before


def test_a_damaged_desk_is_replaced_and_kept_with_its_log(desk: Path) -> None:
    desk.write_bytes(b"rubbish")
    Path(f"{desk}-wal").write_bytes(b"a log")
    kept = restore_desk(desk.with_name("copy.desk"), desk)
    assert kept is not None
    assert kept.read_bytes() == b"rubbish"
    assert Path(f"{kept}-wal").read_bytes() == b"a log"
    assert titles(desk) == {"Asim Munir"}


def test_a_disk_without_second_names_keeps_it_as_well(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    kept = restore_desk(desk.with_name("copy.desk"), desk)
    assert kept is not None
    assert titles(kept) == set()


def test_a_copy_of_an_older_format_is_put_back_as_it_is(tmp_path: Path) -> None:
    older, desk = tmp_path / "older.desk", tmp_path / "a.desk"
    laid(older, 5)
    with open_desk(_another(older)) as store:
        expected = store.reader.counts(LENS)
    assert restore_desk(older, desk) is None
    with open_desk(desk) as store:
        assert store.reader.counts(LENS) == expected


def _another(path: Path) -> Path:
    return Path(shutil.copy(path, path.with_name("another.desk")))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither fork nor SIGKILL.")
@pytest.mark.parametrize("rounds", [12, pytest.param(300, marks=pytest.mark.slow)])
def test_a_kill_leaves_the_desk_or_the_copy(desk: Path, rounds: int) -> None:
    """Also of a copy that is being made: it is whole or is not there."""
    copy = desk.with_name("copy.desk")
    chance = random.Random(rounds)
    took = 0.05
    seen = set()
    for number in range(rounds):
        with open_desk(desk) as store:  # different each time, so that both can be told
            people = store.reader.all_ids("person", LENS, "")
            if people:
                store.remove(people, LENS)
        child = os.fork()
        if child == 0:
            try:
                restore_desk(copy, desk)
                with open_desk(desk) as store:
                    store.copies.save(desk.with_name(f"made {number}.desk"))
            finally:
                os._exit(0)
        began = time.monotonic()
        time.sleep(chance.uniform(0, 1.2 * took))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            took = (took + time.monotonic() - began) / 2
        found = titles(desk)
        assert found in (set(), {"Asim Munir"})
        seen.add(len(found))
        made = desk.with_name(f"made {number}.desk")
        assert not made.exists() or titles(made) == {"Asim Munir"}
        if found:
            kept = sorted(desk.parent.glob("a before restoring *.desk"))
            assert any(titles(each) == set() for each in kept)
        for each in (*desk.parent.glob("a before*"), *desk.parent.glob("made*")):
            each.unlink()
    assert rounds < 100 or seen == {0, 1}
