"""The file of an open desk, its lock and the watch over it belong together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db import Damaged, FileMoved, Lens, Person, Store, make_desk, open_desk
from db.desk_file.held_desk import HeldDesk
from db.storage.files import file_handle as desk_file
from db.storage.files.file_handle import DeskFile
from tests.db.desk_sql import held_of, sql_of
from tests.db.moved_desks import filled, save_all, titles


def test_a_desk_without_a_lock_is_read_and_never_looked_after(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    held = HeldDesk(DeskFile(path), holder="Somebody")
    assert held.is_read_only and not held.is_moved and held.path == path
    path.unlink()
    assert held.is_there()
    held.release()


def test_every_refusal_is_told_and_stops_when_the_file_is_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.desk", ["One"])
    told: list[FileMoved] = []
    with open_desk(path) as store:
        store.on_file_moved(told.append)
        path.rename(tmp_path / "b.desk")
        for _ in range(2):
            with pytest.raises(FileMoved):
                store.settle()
        (tmp_path / "b.desk").rename(path)
        assert store.settle() == 0
        with held_of(store).pause_watch(sql_of(store)):
            path.rename(tmp_path / "b.desk")
            assert sql_of(store).value("SELECT count(*) FROM record") == 1
            (tmp_path / "b.desk").rename(path)
        save_all(store, ["Two"])
    assert len(told) == 2
    assert titles(path) == {"One", "Two"}


@pytest.mark.parametrize("holds_name", [False, True])
def test_a_file_put_in_the_desks_place_is_held_locked_and_watched(
    tmp_path: Path, holds_name: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no open file can be replaced, as on Windows, ours is closed for that moment."""
    monkeypatch.setattr(desk_file, "HOLDS_NAME", holds_name)
    path = filled(tmp_path / "a.desk", ["One"])
    with open_desk(path) as store:
        before = held_of(store).file
        store.set_passphrase("zebra crossing")
        assert before.is_closed and held_of(store).file.identity == desk_file.identity_of(path)
        save_all(store, ["Two"])
        with open_desk(path, "zebra crossing") as second:
            assert second.is_read_only
        path.rename(tmp_path / "b.desk")
        with pytest.raises(FileMoved):
            save_all(store, ["Late"])
        (tmp_path / "b.desk").rename(path)
    assert titles(path, "zebra crossing") == {"One", "Two"}


@pytest.mark.parametrize(
    ("asked", "write"),
    [
        ("rows", lambda store: store.checkpoint()),
        ("run", lambda store: store.save(Person(title="Late"), Lens())),
        ("run", lambda store: store.keep_draft("person", None, "{}")),
    ],
)
def test_what_fails_over_another_file_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, write: Callable[[Store], object]
) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, name="A")
    store = open_desk(path)

    def replace_meanwhile(statement: str, values: object = ()) -> list[object]:
        path.write_bytes(bytes(8192))
        raise Damaged("The file is malformed.")

    monkeypatch.setattr(sql_of(store), asked, replace_meanwhile)
    with pytest.raises(FileMoved):
        write(store)
    monkeypatch.undo()
    store.close()
