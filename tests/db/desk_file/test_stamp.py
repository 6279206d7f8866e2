"""What forms a desk is whole, checked and stamped, or it leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.desk_file.stamp import stamp_desk
from db.errors import Damaged, NotOurs
from db.storage.engine import connect, make_engine


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [("CREATE TABLE stale (record_id INTEGER)", NotOurs), ("SELECT 1", Damaged)],
)
def test_what_is_no_desk_in_the_end_is_refused_and_taken_back(
    tmp_path: Path, statement: str, refusal: type[Exception]
) -> None:
    made = make_engine(tmp_path / "new.desk", None, read_only=False)
    with (
        pytest.raises(refusal, match="What was made"),
        stamp_desk(made, "What was made") as connection,
    ):
        connection.exec_driver_sql(statement)
    sql = connect(made)
    assert sql.rows("SELECT name FROM sqlite_master") == []
    assert sql.value("PRAGMA user_version") == 0
    sql.close()
    made.dispose()
