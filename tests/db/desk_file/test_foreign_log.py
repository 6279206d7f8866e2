"""Logs and journals of other files get a name that SQLite takes for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Unavailable
from db.desk_file.foreign_log import (
    clear_for,
    foreign_log_notice,
    is_journal,
    journal_path,
    set_all_aside,
    set_aside,
)


def test_what_is_set_aside_is_kept_under_names_that_differ(tmp_path: Path) -> None:
    log = tmp_path / "a.desk-wal"
    kept = []
    for text in ("one", "two", "three"):
        log.write_text(text)
        kept.append(set_aside(log))
    assert [each.read_text() for each in kept] == ["one", "two", "three"]
    assert all(each.name.startswith("a.desk-wal.not-of-this-desk-") for each in kept)


def test_what_cannot_be_set_aside_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"a\.desk-wal was not written for this desk.*away\."):
        set_aside(tmp_path / "a.desk-wal")


def test_the_ground_of_a_desk_to_be_made_is_cleared(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    for tail, text in (("-wal", "log"), ("-journal", ""), ("-shm", "index")):
        Path(f"{desk}{tail}").write_text(text)
    assert not is_journal(desk)
    says = clear_for(desk)
    left = [each.name for each in tmp_path.iterdir()]
    assert len(left) == 1 and left[0] in says
    assert clear_for(desk) == ""


def test_the_index_goes_with_its_log(tmp_path: Path) -> None:
    desk = tmp_path / "a.desk"
    for tail in ("-wal", "-shm", "-journal"):
        Path(f"{desk}{tail}").write_text("x")
    assert is_journal(desk)
    assert "-journal" in set_all_aside(desk, [journal_path(desk)])
    assert Path(f"{desk}-shm").exists()
    set_all_aside(desk, [Path(f"{desk}-wal")])
    assert not Path(f"{desk}-shm").exists()
    assert foreign_log_notice(desk, []) == ""
