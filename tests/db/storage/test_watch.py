"""The file is taken away from under an open desk: nothing is saved nowhere, nothing is mixed up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from db import (
    DeskError,
    FileMoved,
    Person,
    PrintedDocument,
    Reader,
    Refused,
    Store,
    Unavailable,
    keep_view,
    make_desk,
    open_desk,
    parse_query,
)
from tests.db.desk_sql import sql_of
from tests.db.moved_desks import (
    LENS,
    SECRET,
    WAYS,
    beside,
    filled,
    lose_log,
    people,
    rename,
    save_all,
    titles,
    write_over,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody move a file that is open."
)
OURS = {f"Ours {number}" for number in range(12)}
THEIRS = {f"Theirs {number}" for number in range(30)}
MOVES_AWAY = ("rename", "delete", "replace", "put_folder", "put_link")
WRITES_OVER = ("truncate", "cut", "write_over")

WRITINGS: dict[str, Callable[[Store], object]] = {
    "save": lambda store: store.save(Person(title="Late"), LENS),
    "remove": lambda store: store.remove([1], LENS),
    "revert": lambda store: store.revert(1, LENS),
    "draft": lambda store: store.keep_draft("person", None, "typed"),
    "drop draft": lambda store: store.drop_draft("person", None),
    "printed": lambda store: store.save_printed_document(
        PrintedDocument("Sheet", "biography", LENS, 0, 1)
    ),
    "settle": lambda store: store.settle(),
    "tidy": lambda store: store.tidy(),
    "make room": lambda store: store.make_room(),
    "checkpoint": lambda store: store.checkpoint(),
    "rebuild": lambda store: store.rebuild(),
    "passphrase": lambda store: store.set_passphrase("another one"),
}


@pytest.fixture(params=["", SECRET], ids=["plain", "encrypted"])
def secret(request: pytest.FixtureRequest) -> str:
    """The passphrase of the desk that is taken away; none of a plain one."""
    return str(request.param)


def other_desk(folder: Path, passphrase: str) -> Path:
    """Another machine's desk; where ours is encrypted, with the very same key."""
    folder.mkdir()
    path = filled(folder / "other.desk", [], passphrase)
    with open_desk(path, passphrase) as store:
        save_all(store, sorted(THEIRS))
    return path


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_written_once_the_file_is_not_the_one_that_is_open(
    tmp_path: Path, secret: str, way: str
) -> None:
    other = other_desk(tmp_path / "other", secret)
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    store = open_desk(path, secret)
    save_all(store, ["In the log"])
    WAYS[way](path, other)
    told: list[FileMoved] = []
    store.on_file_moved(told.append)
    before = path.read_bytes() if path.is_file() else b""
    for name, write in WRITINGS.items():
        with pytest.raises(FileMoved, match=r"a\.desk .*nothing was saved; save what is open to"):
            write(store)
        assert told, name
        told.clear()
    assert store.is_moved
    store.close()
    assert (path.read_bytes() if path.is_file() else b"") == before or way == "lose_log"
    assert f"{path.name}-wal" not in beside(path) and f"{path.name}-shm" not in beside(path)


@pytest.mark.parametrize("way", ["replace", "write_over", "put_link"])
def test_another_machines_records_are_still_there(tmp_path: Path, secret: str, way: str) -> None:
    other = other_desk(tmp_path / "other", secret)
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    with open_desk(path, secret) as store:
        save_all(store, ["In the log"])
        store.keep_draft("person", None, "typed")
        WAYS[way](path, other)
        with pytest.raises(FileMoved):
            save_all(store, ["Late"])
    assert titles(path, secret) == THEIRS
    assert titles(other, secret) == THEIRS


@pytest.mark.parametrize("way", ["write_over", "replace"])
def test_an_older_copy_of_the_same_desk_is_another_file(
    tmp_path: Path, secret: str, way: str
) -> None:
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    copy = tmp_path / "copy.desk"
    with open_desk(path, secret) as store:
        save_all(store, ["One"])
        store.checkpoint()
        copy.write_bytes(path.read_bytes())
        save_all(store, ["Two"])
        store.checkpoint()
        save_all(store, ["Three"])
        WAYS[way](path, copy)
        with pytest.raises(FileMoved):
            save_all(store, ["Four"])
    assert titles(path, secret) == OURS | {"One"}


@pytest.mark.parametrize("way", [*MOVES_AWAY, "lose_log"])
def test_what_is_open_can_be_saved_elsewhere_whole(tmp_path: Path, secret: str, way: str) -> None:
    other = other_desk(tmp_path / "other", secret)
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    saved = tmp_path / "saved.desk"
    with open_desk(path, secret) as store:
        save_all(store, ["In the log"])
        WAYS[way](path, other)
        store.save_copy(saved)
        with pytest.raises(FileMoved):
            save_all(store, ["Late"])
        assert people(store) == OURS | {"In the log"}
    assert titles(saved, secret) == OURS | {"In the log"}
    assert saved.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("way", WRITES_OVER)
def test_what_cannot_be_read_any_more_makes_no_copy_that_lacks_something(
    tmp_path: Path, secret: str, way: str
) -> None:
    other = other_desk(tmp_path / "other", secret)
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    saved = tmp_path / "saved.desk"
    with open_desk(path, secret) as store:
        WAYS[way](path, other)
        try:
            store.save_copy(saved)
        except Unavailable as refusal:
            assert str(refusal).endswith(".") and "\n" not in str(refusal)
            assert not saved.exists()
        else:
            assert titles(saved, secret) == OURS
    assert beside(saved) == []


def test_a_copy_is_never_put_over_another_file(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    there = tmp_path / "there.desk"
    there.write_text("a letter")
    with open_desk(path) as store, pytest.raises(Refused, match="already exists"):
        store.save_copy(there)
    assert there.read_text() == "a letter"


def test_a_desk_that_was_renamed_has_all_that_was_saved(tmp_path: Path, secret: str) -> None:
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    with open_desk(path, secret) as store:
        save_all(store, ["In the log"])
        rename(path, path)
        with pytest.raises(FileMoved, match="no longer where it was"):
            save_all(store, ["Late"])
    assert titles(tmp_path / "elsewhere.desk", secret) == OURS | {"In the log"}
    assert not path.exists() and beside(path) == []


def test_a_desk_that_is_put_back_takes_saves_again(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path) as store:
        rename(path, path)
        with pytest.raises(FileMoved):
            save_all(store, ["Late"])
        (tmp_path / "elsewhere.desk").rename(path)
        save_all(store, ["Two"])
    assert titles(path) == {"One", "Two"}


def test_a_save_that_is_under_way_when_the_file_goes_is_taken_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    store = open_desk(path)
    with pytest.raises(FileMoved), store.unit_of_work("Rename") as work:
        keep_view(work, "Late", "person", "late")
        rename(path, path)
    assert store.reader.views() == []
    store.close()


def test_a_log_that_was_lost_is_told_and_all_of_it_comes_into_the_file(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path) as store:
        save_all(store, ["Two"])
        lose_log(path, path)
        with pytest.raises(FileMoved, match="has lost its log"):
            save_all(store, ["Late"])
    assert titles(path) == {"One", "Two"}


def test_moving_the_log_and_its_beginning_anew_are_no_change_of_the_file(
    tmp_path: Path, secret: str
) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, secret)
    with open_desk(path, secret) as store:
        for number in range(12):
            save_all(store, [f"Person {number}"])
            if number % 3:
                store.checkpoint()
            if number % 4 == 0:
                sql_of(store).rows("PRAGMA wal_checkpoint(PASSIVE)")  # as SQLite does by itself
            store.settle()
            store.tidy()
    assert len(titles(path, secret)) == 12


def test_a_log_that_moves_by_itself_is_no_change_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    make_desk(path)
    with open_desk(path) as store:
        sql_of(store).run("PRAGMA wal_autocheckpoint = 10")
        save_all(store, [f"Person {number}" for number in range(20)])
        write_over(path, path)  # the same content: nothing has changed
        save_all(store, ["Last"])
    assert len(titles(path)) == 21


def read_all(store: Store) -> list[DeskError]:
    """Ask what a window asks, the pages not met yet too; how it was refused."""
    reader, refusals = store.reader, []
    questions: tuple[Callable[[], object], ...] = (
        lambda: people(store),
        lambda: [reader.get(key, LENS) for key in reader.all_ids("person", LENS, "name")],
        lambda: reader.page("person", parse_query("ours long"), LENS, thorough=True),
        lambda: reader.changes(limit=500),
        lambda: people_by(store.new_reader()),
    )
    for question in questions:
        try:
            question()
        except DeskError as refusal:
            refusals.append(refusal)
    return refusals


def people_by(reader: Reader) -> int:
    return len(reader.all_ids("person", LENS, "name"))


@pytest.mark.parametrize("way", [*MOVES_AWAY, *WRITES_OVER])
@pytest.mark.parametrize("read_only", [True, False], ids=["reading", "writing"])
def test_what_a_reader_meets_in_another_file_is_no_damage(
    tmp_path: Path, secret: str, way: str, read_only: bool
) -> None:
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    other = other_desk(tmp_path / "other", secret)
    store = open_desk(path, secret, read_only=read_only)
    assert read_all(store) == []
    people_by(store.reader)
    sql_of(store.reader).run("PRAGMA shrink_memory")
    WAYS[way](path, other)
    refusals = read_all(store)
    assert refusals and {type(each) for each in refusals} == {FileMoved}, refusals
    assert all(str(each).startswith("a.desk ") for each in refusals)
    if way == "delete":
        assert not path.exists()  # a new reader makes no empty file in its place
    with suppress(DeskError):
        store.close()


def test_real_damage_is_still_told_as_damage(tmp_path: Path, secret: str) -> None:
    path = filled(tmp_path / "a.desk", sorted(OURS), secret)
    content = bytearray(path.read_bytes())
    for at in range(4096 * 3, len(content), 4096):
        content[at : at + 64] = bytes(64)
    path.write_bytes(content)
    try:
        with open_desk(path, secret, read_only=True) as store:
            refusals = read_all(store)
    except DeskError as refusal:
        refusals = [refusal]
    assert refusals and FileMoved not in map(type, refusals)
    assert all(isinstance(each, Unavailable) for each in refusals)
