"""The file of an open desk, its lock and the watch over it belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import FileMoved, open_desk
from db.desk_file import DeskFile
from db.held_desk import HeldDesk
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
        store.on_moved(told.append)
        path.rename(tmp_path / "b.desk")
        for _ in range(2):
            with pytest.raises(FileMoved):
                store.settle()
        (tmp_path / "b.desk").rename(path)
        assert store.settle() == 0
        with store._held.unwatched(store._sql):
            path.rename(tmp_path / "b.desk")
            assert store._sql.value("SELECT count(*) FROM record") == 1
            (tmp_path / "b.desk").rename(path)
        save_all(store, ["Two"])
    assert len(told) == 2
    assert titles(path) == {"One", "Two"}
