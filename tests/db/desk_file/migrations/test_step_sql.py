"""Each step has a connection of its own, and what stops one stops it within a statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Stopped
from db.desk_file.migrations.step_sql import sql_of_step, watch_steps
from db.storage.engine import make_engine

LONG = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e8) SELECT * FROM n"
)


def test_a_step_sees_the_columns_that_a_step_before_it_made(tmp_path: Path) -> None:
    with make_engine(tmp_path / "any.desk", None, read_only=False).connect() as connection:
        connection.exec_driver_sql("CREATE TABLE tag (id INTEGER)")
        assert sql_of_step(connection).columns("tag") == ("id",)
        connection.exec_driver_sql("ALTER TABLE tag ADD COLUMN text VARCHAR")
        assert sql_of_step(connection).columns("tag") == ("id", "text")


def test_a_step_that_is_not_wanted_ends_within_its_statement(tmp_path: Path) -> None:
    with make_engine(tmp_path / "any.desk", None, read_only=False).connect() as connection:
        looks: list[int] = []

        def is_unwanted() -> bool:
            looks.append(1)
            return len(looks) > 3

        watch_steps(connection, is_unwanted)
        with pytest.raises(Stopped):
            sql_of_step(connection).rows(LONG)
        assert len(looks) == 5  # the last asks why it ended
