"""The lock beside a desk: one holder, named, gone when the holder is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import Locked, Unavailable
from db.lock import WriterLock, holder_of, lock_path


def test_one_holds_the_lock_and_is_named(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    assert holder_of(desk) is None
    held = WriterLock(desk, "Officer Khan")
    with pytest.raises(Locked, match="held by Officer Khan on") as refusal:
        WriterLock(desk, "Another")
    assert refusal.value.holder == holder_of(desk)
    assert json.loads(lock_path(desk).read_text())["who"] == "Officer Khan"
    held.release()
    assert holder_of(desk) is None
    WriterLock(desk, "Another").release()


def test_a_lock_that_names_nobody_is_still_a_lock(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    held = WriterLock(desk, "Officer")
    lock_path(desk).write_text("not json")
    assert holder_of(desk) == "another window"
    held.release()


def test_a_folder_that_is_not_there_gives_no_lock(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="can only be read there"):
        WriterLock(tmp_path / "none" / "a.desk", "Officer")
