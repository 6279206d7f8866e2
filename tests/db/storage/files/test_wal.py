"""The log's room: saves write over it, a crash in it loses nothing, and it goes with the log."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import Lens, Person, open_desk
from db.storage.files import wal

LENS = Lens("2025-09-15")
SAVE_AND_DIE = """
import os, sys
from pathlib import Path
from db import Lens, Person, open_desk
store = open_desk(Path(sys.argv[1]))
store.save(Person(title="Before"), Lens())
while store.make_room():
    pass
for number in range(20):
    store.save(Person(title=f"Number {number}"), Lens())
os._exit(9)
"""


def log_of(desk: Path) -> Path:
    return Path(f"{desk}-wal")


def test_an_idle_desk_gives_its_log_room_step_by_step(desk_path: Path) -> None:
    with open_desk(desk_path) as store:
        steps = 0
        while store.make_room():
            steps += 1
        assert steps == wal.LOG_BYTES // wal.STEP_BYTES
        assert log_of(desk_path).stat().st_size == wal.LOG_BYTES


def test_saves_write_over_the_room_and_leave_the_log_as_long(desk_path: Path) -> None:
    with open_desk(desk_path) as store:
        while store.make_room():
            pass
        for number in range(30):
            store.save(Person(title=f"Number {number}"), LENS)
        store.checkpoint()
        store.save(Person(title="After"), LENS)
        assert log_of(desk_path).stat().st_size == wal.LOG_BYTES
        assert store.reader.count("person", LENS) == 31
        assert store.verify() == []


def test_the_room_goes_when_the_desk_is_closed(desk_path: Path) -> None:
    with open_desk(desk_path) as store:
        store.make_room()
    assert not log_of(desk_path).exists()


def test_what_was_saved_into_the_room_survives_a_kill(desk_path: Path) -> None:
    here = Path(__file__).resolve().parents[4]
    done = subprocess.run(
        [sys.executable, "-c", SAVE_AND_DIE, str(desk_path)],
        env={**os.environ, "PYTHONPATH": str(here)},
        check=False,
    )
    assert done.returncode == 9
    assert log_of(desk_path).stat().st_size >= wal.LOG_BYTES
    with open_desk(desk_path) as store:
        assert store.reader.count("person", LENS) == 21
        assert store.verify() == []


def test_a_second_reader_sees_what_was_saved_into_the_room(desk_path: Path) -> None:
    with open_desk(desk_path) as store, open_desk(desk_path) as second:
        store.make_room()
        store.save(Person(title="Seen"), LENS)
        assert second.reader.count("person", LENS) == 1
        assert second.make_room() is False


def test_a_nearly_full_disk_is_left_alone(desk_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wal, "MIN_FREE_BYTES", 1 << 62)
    with open_desk(desk_path) as store:
        assert store.make_room() is False


def test_a_desk_without_a_log_is_left_alone(tmp_path: Path) -> None:
    assert wal.lengthen(tmp_path / "none.desk") is False
    assert list(tmp_path.iterdir()) == []


def test_a_log_is_told_by_how_it_begins(desk_path: Path) -> None:
    assert not wal.holds_changes(desk_path)
    with open_desk(desk_path) as store:
        store.make_room()
        assert not wal.holds_changes(desk_path)  # room alone is no change
        store.save(Person(title="Kept"), LENS)
        assert wal.holds_changes(desk_path)
    assert not wal.holds_changes(desk_path)
