"""A loss of power takes what no sync has made sure of, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("Windows knows no fork.", allow_module_level=True)

from tests.faults.disk import Step
from tests.faults.power_loss import SECTOR_BYTES, Disk, play

FILE, OTHER = 7, 8


def write(data: bytes, place: int = 0, file: int = FILE) -> Step:
    return Step("W", "a", "", file, place, data)


def before() -> Disk:
    return Disk({"a": (FILE, 0)}, {(FILE, 0): bytearray(b"0000")})


def content(disk: Disk, name: str = "a") -> bytes:
    return bytes(disk.contents[disk.names[name]])


SYNC = Step("S", "a", "", FILE, 0, b"")


def test_what_was_synced_stays_and_the_rest_may_go() -> None:
    steps = [write(b"1"), SYNC, write(b"2", 1), write(b"3", 2)]
    assert content(play(before(), steps, None)) == b"1000"
    found = {content(play(before(), steps, Random(seed))) for seed in range(60)}
    assert found == {b"1000", b"1200", b"1030", b"1230"}  # in any order


def test_a_write_may_come_to_the_disk_in_part() -> None:
    steps = [write(b"1" * 3 * SECTOR_BYTES)]
    lengths = {content(play(before(), steps, Random(seed))).count(b"1") for seed in range(90)}
    assert lengths == {0, SECTOR_BYTES, 2 * SECTOR_BYTES, 3 * SECTOR_BYTES}


def test_names_are_lost_from_the_last_on_until_a_sync() -> None:
    steps = [
        Step("C", "b", "", OTHER, 0, b""),
        write(b"new", file=OTHER),
        Step("S", "b", "", OTHER, 0, b""),
        Step("R", "b", "a", 0, 0, b""),
    ]
    lost = play(before(), steps, None)
    assert (content(lost), content(lost, "b")) == (b"0000", b"new")
    kept = play(before(), [*steps, SYNC], None)
    assert content(kept) == b"new"
    assert kept.names.keys() == {"a"}


def test_a_removed_file_and_a_new_one_of_its_number_are_two(tmp_path: Path) -> None:
    steps = [Step("U", "a", "", 0, 0, b""), Step("C", "b", "", FILE, 0, b""), write(b"11")]
    lost = play(before(), steps, Random(1))
    assert b"0000" in map(bytes, lost.contents.values())
    (tmp_path / "x").write_bytes(b"there")
    disk = Disk.of(tmp_path)
    disk.put(tmp_path)
    assert (tmp_path / "x").read_bytes() == b"there"
