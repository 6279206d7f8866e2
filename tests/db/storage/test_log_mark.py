"""A log is played into the file that it was written for, and into no other."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from db import Store, make_desk, open_desk
from db.storage.engine import PAGE_BYTES, derive_key, salt_of
from db.storage.files.file_handle import DeskFile
from db.storage.log_mark import is_foreign_log, logged_pages, opens, read_mark
from tests.db.desk_sql import sql_of
from tests.db.moved_desks import SECRET, beside, crashed, filled, people, save_all, titles

BASE = [f"Base {number}" for number in range(5)]


@pytest.fixture(params=["", SECRET], ids=["plain", "encrypted"])
def secret(request: pytest.FixtureRequest) -> str:
    """The passphrase of the desk that crashed; none of a plain one."""
    return str(request.param)


def set_aside(path: Path) -> list[str]:
    return [name for name in beside(path) if ".not-of-this-desk-" in name]


def only_kept_aside(path: Path) -> bool:
    return len(set_aside(path)) == 1 and beside(path) == set_aside(path)


def test_a_crashed_desk_opens_with_all_that_was_saved(tmp_path: Path, secret: str) -> None:
    path = crashed(filled(tmp_path / "a.desk", BASE, secret), ["Saved"], secret)
    with open_desk(path, secret, read_only=True) as store:
        assert store.says == "" and people(store) == {*BASE, "Saved"}
    assert titles(path, secret) == {*BASE, "Saved"}
    assert beside(path) == []


@pytest.mark.parametrize("is_moved", [True, False], ids=["after a checkpoint", "before one"])
def test_a_kill_within_a_change_leaves_no_log_that_seems_anothers(
    tmp_path: Path, secret: str, is_moved: bool
) -> None:
    work, path = filled(tmp_path / "work.desk", BASE, secret), tmp_path / "a.desk"
    with open_desk(work, secret) as store:
        save_all(store, ["Saved"])
        if is_moved:
            store.checkpoint()  # the next change begins the log anew
        sql = sql_of(store)
        sql.run("PRAGMA cache_size = 5")  # pages: what is written goes to the log before its end
        with pytest.raises(KeyError), sql.transaction():
            assert sql.watch is not None
            sql.watch.mark(sql)
            rows = [(f"key {number}", "long " * 500) for number in range(200)]
            sql.run_many("INSERT INTO setting VALUES (?, ?)", rows)
            shutil.copyfile(work, path)
            shutil.copyfile(f"{work}-wal", f"{path}-wal")
            raise KeyError
        page = read_mark(sql)
        assert page is not None and list(logged_pages(path, page.page))
    with open_desk(path, secret) as store:
        assert store.says == "" and people(store) == {*BASE, "Saved"}
    assert beside(path) == []


def test_desk_and_log_may_go_to_another_folder_together(tmp_path: Path, secret: str) -> None:
    path = crashed(filled(tmp_path / "a.desk", BASE, secret), ["Saved"], secret)
    moved = tmp_path / "usb stick" / "b.desk"
    moved.parent.mkdir()
    shutil.copyfile(path, moved)
    shutil.copyfile(f"{path}-wal", f"{moved}-wal")
    assert titles(moved, secret) == {*BASE, "Saved"}


@pytest.mark.parametrize("by", ["cp", "mv"])
@pytest.mark.parametrize("when", ["before the session", "while it was open", "moved in part"])
def test_an_older_copy_over_a_crashed_desk_is_the_copy(
    tmp_path: Path, secret: str, when: str, by: str
) -> None:
    path = filled(tmp_path / "a.desk", BASE, secret)
    copy, work = tmp_path / "copy.desk", tmp_path / "work.desk"
    shutil.copyfile(path, copy)
    expected = set(BASE)
    with open_desk(path, secret) as store:
        save_all(store, ["One"])
        if when != "before the session":
            store.checkpoint()
            shutil.copyfile(path, copy)
            expected.add("One")
        save_all(store, ["Two"])
        store.checkpoint()
        save_all(store, ["Three", "Four"])
        shutil.copyfile(f"{path}-wal", f"{work}-wal")
        if when == "moved in part":
            store.checkpoint()
        shutil.copyfile(path, work)
    for tail in ("", "-wal"):
        os.replace(f"{work}{tail}", f"{path}{tail}")
    if by == "cp":
        path.write_bytes(copy.read_bytes())
    else:
        os.replace(copy, path)
    good = path.read_bytes()
    assert titles(path, secret, read_only=True) == expected
    assert path.read_bytes() == good
    with open_desk(path, secret) as store:
        assert "not-of-this-desk" in store.says and "a.desk" in store.says
    assert titles(path, secret) == expected
    assert only_kept_aside(path)


def test_another_desks_log_beside_a_desk_is_set_aside(tmp_path: Path, secret: str) -> None:
    crashed(tmp_path / "other.desk", [f"Other {number}" for number in range(40)])
    path = filled(tmp_path / "a.desk", BASE, secret)
    os.replace(tmp_path / "other.desk-wal", f"{path}-wal")
    good = path.read_bytes()
    assert titles(path, secret, read_only=True) == set(BASE)
    assert path.read_bytes() == good
    assert titles(path, secret) == set(BASE)
    assert only_kept_aside(path)


def test_an_encrypted_desks_log_beside_a_plain_one_is_set_aside(tmp_path: Path) -> None:
    crashed(tmp_path / "other.desk", ["Other"], SECRET)
    path = filled(tmp_path / "a.desk", BASE)
    os.replace(tmp_path / "other.desk-wal", f"{path}-wal")
    assert titles(path) == set(BASE)
    assert only_kept_aside(path)


@pytest.mark.parametrize("content", [b"", bytes(32), bytes(1 << 20), b"not a log"])
def test_a_log_that_says_nothing_is_no_matter(tmp_path: Path, secret: str, content: bytes) -> None:
    path = filled(tmp_path / "a.desk", BASE, secret)
    Path(f"{path}-wal").write_bytes(content)
    assert titles(path, secret, read_only=True) == set(BASE)
    assert titles(path, secret) == set(BASE)
    assert beside(path) == []


def test_a_log_with_pages_of_another_size_is_set_aside(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other")
    other.execute("PRAGMA page_size = 1024")
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE record (id INTEGER PRIMARY KEY)")
    path = filled(tmp_path / "a.desk", BASE)
    shutil.copyfile(tmp_path / "other-wal", f"{path}-wal")
    other.close()
    assert titles(path) == set(BASE)
    assert only_kept_aside(path)


def test_a_journal_beside_a_desk_is_not_played_into_it(tmp_path: Path) -> None:
    work = tmp_path / "work"
    other = sqlite3.connect(work, isolation_level=None)
    other.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, text)")
    other.execute("INSERT INTO record (text) VALUES (zeroblob(100000))")
    other.execute("PRAGMA cache_size = 1")
    other.execute("BEGIN")
    other.execute("UPDATE record SET text = zeroblob(99999)")
    path = filled(tmp_path / "a.desk", BASE)
    shutil.copyfile(f"{work}-journal", f"{path}-journal")
    other.close()
    good = path.read_bytes()
    assert titles(path, read_only=True) == set(BASE)
    assert path.read_bytes() == good
    assert titles(path) == set(BASE)
    assert only_kept_aside(path)


@pytest.mark.parametrize("fresh", ["", "another passphrase"], ids=["plain", "encrypted"])
@pytest.mark.parametrize("journal", [False, True])
def test_a_new_desk_where_one_crashed_is_empty(
    tmp_path: Path, secret: str, fresh: str, journal: bool
) -> None:
    path = crashed(tmp_path / "a.desk", BASE, secret)
    path.unlink()
    if journal:
        Path(f"{path}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    says = make_desk(path, fresh)
    assert "a.desk-wal.not-of-this-desk-" in says and says.endswith(".")
    assert len(set_aside(path)) == 1 + journal
    assert titles(path, fresh) == set()


def test_the_mark_is_another_after_each_change(store: Store) -> None:
    page = read_mark(sql_of(store))
    assert page is not None
    save_all(store, ["One"])
    save_all(store, ["Two"])
    assert len(set(logged_pages(store.path, page.page))) == 2


def test_what_changes_nothing_leaves_no_mark(store: Store) -> None:
    mark = sql_of(store).one("SELECT * FROM log_mark")
    store.settle()
    while store.tidy():
        pass
    assert sql_of(store).one("SELECT * FROM log_mark") == mark


def test_a_key_is_told_by_the_first_page_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, SECRET)
    file = DeskFile(path)
    salt = salt_of(file)
    assert salt is not None
    page = file.read(0, PAGE_BYTES)
    assert opens(derive_key(SECRET, salt), page)
    assert not opens(derive_key("another", salt), page)
    assert not is_foreign_log(file, derive_key(SECRET, salt))
    file.close()


def test_a_desk_that_is_kept_without_a_log_takes_saves_and_its_own_journal(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path / "a.desk", BASE)
    other = sqlite3.connect(path, isolation_level=None)
    assert other.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    other.close()
    with open_desk(path) as store:
        save_all(store, ["One", "Two"])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA cache_size = 1")
    other.execute("PRAGMA cache_spill = 1")
    other.execute("BEGIN")
    other.execute("UPDATE person SET biography = 'broken off'")
    crash = tmp_path / "b.desk"
    shutil.copyfile(path, crash)
    shutil.copyfile(f"{path}-journal", f"{crash}-journal")
    other.close()
    assert titles(crash) == {*BASE, "One", "Two"}
    assert beside(crash) == []
