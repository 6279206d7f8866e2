"""Copies are listed by the desk they are of, found on a stick mounted elsewhere, and thinned."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db.copies import copy_folder
from db.copies.copy_folder import find_folder, list_copies, remove_leftovers, thin_out
from db.copies.copy_names import CopyFile, name_of_copy, read_name, tag_of
from db.storage.files.lock import WriterLock

TAG, OTHER = tag_of("a desk"), tag_of("another")
NOON = datetime(2026, 3, 1, 12)


def put(folder: Path, hours: int, tag: str = TAG, stem: str = "a") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name_of_copy(stem, NOON + timedelta(hours=hours), tag, hours)
    path.write_text("a copy")
    return path


def of(path: Path) -> CopyFile:
    found = read_name(path)
    assert found is not None
    return found


def test_copies_of_one_desk_are_listed_the_newest_first(tmp_path: Path) -> None:
    first, second = put(tmp_path, 1), put(tmp_path, 2)
    put(tmp_path, 3, OTHER)
    (tmp_path / "notes.desk").write_text("")
    assert [each.path for each in list_copies(tmp_path, TAG)] == [second, first]
    assert list_copies(tmp_path / "nowhere", TAG) == []


def test_a_stick_is_found_again_wherever_it_is_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_folder, "MOUNT_FOLDERS", (str(tmp_path / "media"),))
    was = tmp_path / "media" / "me" / "STICK" / "desk copies"
    now = tmp_path / "media" / "you" / "STICK1" / "desk copies"
    put(now, 1)
    assert find_folder(was, TAG) == now
    assert find_folder(was, OTHER) == was, "The stick of another desk is not taken."
    put(was, 2)
    assert find_folder(was, TAG) == was


def test_only_the_desks_own_older_copies_go(tmp_path: Path) -> None:
    copies = [put(tmp_path, hours) for hours in range(6)]
    strangers = [put(tmp_path, 0, OTHER), put(tmp_path, 0, TAG, "renamed"), tmp_path / "my.desk"]
    strangers[-1].write_text("mine")
    held = WriterLock(copies[1], "somebody")
    try:
        thin_out(tmp_path, of(copies[-1]), 2)
    finally:
        held.release()
    assert all(each.exists() for each in strangers)
    # The newest, the newest of the day before it or else of the rest, and one that is open.
    left = [each for each in copies if each.exists()]
    assert copies[-1] in left
    assert copies[1] in left
    assert len(left) == 3


def test_the_copy_just_made_stays_though_the_clock_went_back(tmp_path: Path) -> None:
    later = [put(tmp_path, hours) for hours in (10, 11, 12)]
    made = put(tmp_path, 1)
    thin_out(tmp_path, of(made), 2)
    assert made.exists()
    assert later[-1].exists()


def test_half_copies_of_some_time_ago_go_and_others_stay(tmp_path: Path) -> None:
    old, young, whole = put(tmp_path, 1), put(tmp_path, 2), put(tmp_path, 3)
    halves = [each.rename(f"{each}.new") for each in (old, young)]
    foreign = put(tmp_path, 4, OTHER).rename(tmp_path / "x.new")
    os.utime(halves[0], (0, 0))
    os.utime(foreign, (0, 0))
    remove_leftovers(tmp_path, TAG)
    assert [halves[0].exists(), halves[1].exists(), whole.exists()] == [False, True, True]
    assert foreign.exists()
