"""The tables of a new desk, made from their declarations; `making` asks, once for each desk.

An older desk comes to the same tables by its steps (`migrations`); tests compare the two.
"""

from __future__ import annotations

from sqlalchemy import Connection, Engine

from db.desk_file import record_sums
from db.desk_file.stamp import stamp_desk
from db.search.index import fulltext
from db.storage.engine import SCHEMA_VERSION, Sql
from db.tables.rows import METADATA
from db.vocabulary.kinds import KINDS

# Which step of `migrations` the desk is at, as Alembic itself keeps it.
STEPS_TAKEN = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def create_tables(engine: Engine) -> None:
    """Make every table, index and full text in an empty file, all or none."""
    with stamp_desk(engine, "The new desk") as connection:
        METADATA.create_all(connection, checkfirst=False)
        _create_full_text(connection)
        connection.exec_driver_sql(STEPS_TAKEN)
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{SCHEMA_VERSION:04d}')")
        connection.exec_driver_sql(
            "INSERT INTO log_mark (id, mark, below) VALUES (1, randomblob(16), x'')"
        )


def _create_full_text(connection: Connection) -> None:
    raw = connection.connection.driver_connection
    assert raw is not None
    sql = Sql(raw, lambda: None)
    for kind in KINDS:
        fulltext.create(sql, fulltext.table(kind))
    record_sums.note_rules(sql)
