"""A made desk is kept under a name that changes with all that it is made by."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.desk_file.making import make_desk
from db.desk_opening import open_desk
from tests.bench.big_desk.desk import fill_desk, made_desk, made_path
from tests.db.desk_sql import sql_of


def silent(_done: int) -> None:
    """Nobody waits."""


def test_size_and_seed_are_in_the_name(tmp_path: Path) -> None:
    paths = {made_path(tmp_path, size, seed) for size in (300, 400) for seed in (1, 2)}
    assert len(paths) == 4
    assert made_path(tmp_path, 300, 1) == made_path(tmp_path, 300, 1)


def test_a_making_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def stop(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made_desk(tmp_path / "made", 20_000, 1, stop)
    assert list((tmp_path / "made").iterdir()) == []


def test_a_filled_desk_has_all_its_indexes_again_and_is_a_safe_one(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty.desk", tmp_path / "full.desk"
    for path in (empty, full):
        make_desk(path)
    fill_desk(full, 300, 1, silent)
    names = []
    for path in (empty, full):
        with open_desk(path) as store:
            names.append(sql_of(store).rows("SELECT name FROM sqlite_master ORDER BY name"))
            assert sql_of(store).value("PRAGMA journal_mode") == "wal"
            assert store.verify() == []
    assert set(names[0]) <= set(names[1])
