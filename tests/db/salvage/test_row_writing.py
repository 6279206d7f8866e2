"""Rows that were found are written as they are, and of two with one key the first stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import make_desk
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.row_writing import RowWriting, write_rows
from db.storage.engine import Sql, connect, make_engine
from tests.db.salvage.salvage_rounds import Base


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[Sql]:
    make_desk(tmp_path / "new.desk")
    with closing(connect(make_engine(tmp_path / "new.desk", None, read_only=False))) as opened:
        opened.run("PRAGMA foreign_keys = OFF")
        yield opened


def test_all_rows_are_written_and_progress_is_told(
    sql: Sql, found: DamagedDesk, plain: Base
) -> None:
    told: list[tuple[int, int]] = []
    written = RowWriting(sql)
    with sql.transaction():
        written.write(found, lambda done, total: told.append((done, total)))
    assert written.blanks == set()
    assert sql.value("SELECT count(*) FROM name") == sum(row[0] == "name" for row in plain.values)
    assert told and all(0 <= done <= total for done, total in told)


def test_of_two_rows_with_one_key_the_first_stays(sql: Sql) -> None:
    write_rows(sql, "tag", ("id", "text"), [(1, "water"), (2, "water"), (1, "army")])
    assert sql.rows("SELECT id, text FROM tag") == [(1, "water")]
