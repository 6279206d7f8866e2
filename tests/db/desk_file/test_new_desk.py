"""A new desk is made of what the declarations say, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from db.desk_file import new_desk
from db.desk_file.new_desk import create_tables
from db.storage.engine import SCHEMA_VERSION, connect, make_engine
from db.tables.rows import METADATA
from db.vocabulary.kinds import KINDS


def test_a_new_desk_has_the_declared_tables_and_a_full_text_for_each_kind(tmp_path: Path) -> None:
    made = make_engine(tmp_path / "new.desk", None, read_only=False)
    create_tables(made)
    with made.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith("fts_")},
        )
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == f"{SCHEMA_VERSION:04d}"
    sql = connect(made)
    for kind in KINDS:
        settings = dict(sql.rows(f"SELECT k, v FROM fts_{kind}_config"))
        assert (settings["automerge"], settings["crisismerge"]) == (0, 256)
    assert sql.value("SELECT count(*) FROM log_mark") == 1
    sql.close()
    made.dispose()


def test_a_new_desk_that_cannot_be_made_whole_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_desk, "STEPS_TAKEN", "CREATE TABLE x (nothing nothing nothing,)")
    made = make_engine(tmp_path / "new.desk", None, read_only=False)
    with pytest.raises(Exception, match="syntax error"):
        create_tables(made)
    sql = connect(made)
    assert sql.rows("SELECT name FROM sqlite_master") == []
    sql.close()
    made.dispose()
