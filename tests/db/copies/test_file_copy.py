"""A copy of the bytes is the desk at one moment, whatever is saved and moved meanwhile."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db import Person, make_desk, open_desk
from db.copies import file_copy, page_copy
from db.store import Store
from tests.db.copies.test_page_copy import LENS, titles
from tests.db.moved_desks import save_all

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its pages copied.")


@pytest.fixture(params=["", "zebra crossing"], ids=["plain", "encrypted"])
def secret(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    make_desk(tmp_path / "a.desk", request.param)
    return str(request.param)


@pytest.fixture
def only_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are not copied one by one."""
    monkeypatch.setattr(page_copy, "copy_pages", lambda *_: pytest.fail("page by page"))


def frames_of(store: Store) -> int | None:
    """How much of the log belongs to this moment."""
    with closing(store.new_connection()) as sql, file_copy.open_files(sql) as files:
        assert files is not None
        with file_copy.known_moment(sql, files) as frames:
            return frames


@pytest.mark.usefixtures("only_bytes")
@pytest.mark.parametrize("is_moved", [False, True])
def test_what_lies_in_the_log_is_in_the_copy(tmp_path: Path, secret: str, is_moved: bool) -> None:
    with open_desk(tmp_path / "a.desk", secret) as store:
        save_all(store, ["One", "Two"])
        if is_moved:
            store.checkpoint()
        assert (frames_of(store) == 0) is is_moved
        store.copies.save(tmp_path / "b.desk")
        save_all(store, ["Three"])
    assert titles(tmp_path / "b.desk", secret) == {"One", "Two"}
    assert [each.name for each in tmp_path.glob("b.desk*")] == ["b.desk"]


def between(store: Store) -> Callable[[int, int], None]:
    """What an officer and an idle window do between two steps of a copy."""
    count = 0

    def write(_done: int, _total: int) -> None:
        nonlocal count
        count += 1
        if count < 25:
            store.save(Person(title=f"Late {count}", biography="long " * 900), LENS)
            store.checkpoint()

    return write


@pytest.mark.usefixtures("only_bytes")
@pytest.mark.parametrize("is_moved", [False, True])
def test_what_is_saved_and_moved_meanwhile_is_not_in_it(
    tmp_path: Path, secret: str, is_moved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_copy, "STEP_BYTES", 24 * 4096)
    with open_desk(tmp_path / "a.desk", secret) as store:
        save_all(store, [f"Early {number}" for number in range(9)])
        if is_moved:
            store.checkpoint()
        store.copies.save(tmp_path / "b.desk", between(store))
        assert store.reader.count("person", LENS) > 14
    assert titles(tmp_path / "b.desk", secret) == {f"Early {number}" for number in range(9)}


@pytest.mark.usefixtures("only_bytes")
def test_a_disk_that_copies_nothing_by_itself_is_read_and_written(
    tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    with open_desk(tmp_path / "a.desk", secret) as store:
        save_all(store, ["One"])
        store.copies.save(tmp_path / "b.desk")
    assert titles(tmp_path / "b.desk", secret) == {"One"}


@pytest.mark.parametrize("unknown", ["_open_index", "_file_of"])
def test_pages_are_copied_where_bytes_tell_no_moment(
    tmp_path: Path, secret: str, unknown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(tmp_path / "a.desk", secret) as store:
        save_all(store, ["One"])
        monkeypatch.setattr(file_copy, unknown, lambda _: None)
        store.copies.save(tmp_path / "b.desk")
    assert titles(tmp_path / "b.desk", secret) == {"One"}


def test_a_log_that_others_write_without_end_is_left_to_sqlite(
    tmp_path: Path, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(tmp_path / "a.desk", secret) as store:
        save_all(store, ["One"])
        monkeypatch.setattr(file_copy.OpenFiles, "frames", lambda _: os.urandom(8))
        assert frames_of(store) is None
        store.copies.save(tmp_path / "b.desk")
    assert titles(tmp_path / "b.desk", secret) == {"One"}
