"""The steps from an older desk to this program's; imported only when a file's version differs.

A step is an Alembic revision named by the `user_version` it leads to. A new desk takes them all.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from db.desk_file import schema
from db.desk_file.verify import remake
from db.storage.engine import APPLICATION_ID, SCHEMA_VERSION, Sql
from db.storage.file_handle import DeskFile
from db.storage.log_mark import digest_in, read_mark, write_mark
from db.storage.troubles import trouble


def configuration() -> Config:
    """Alembic's configuration, made here: there is no file of it."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def upgrade(engine: Engine, file: DeskFile | None = None) -> None:
    """Bring a desk to the present form, all steps or none; `file` is that of one that exists."""
    try:
        with engine.connect() as connection:
            _take_steps(connection, file)
    except DBAPIError as error:  # SQLAlchemy's envelope around what the driver says
        said = trouble(error.orig) if isinstance(error.orig, Exception) else None
        raise said or error from error


def _take_steps(connection: Connection, file: DeskFile | None) -> None:
    config = configuration()
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _remake_what_is_derived(connection, file)
        _check_what_was_made(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        raw = connection.connection.driver_connection
        if raw is not None and raw.in_transaction:
            connection.exec_driver_sql("ROLLBACK")
        raise


def _remake_what_is_derived(connection: Connection, file: DeskFile | None) -> None:
    """The full text and the vocabulary follow from the records: no step carries them over."""
    raw = connection.connection.driver_connection
    assert raw is not None
    sql = Sql(raw, lambda: None)
    remake(sql)
    mark = read_mark(sql)
    if file is not None and mark is not None:  # a kill may leave the steps in the log
        write_mark(sql, digest_in(file, mark.page))


def _check_what_was_made(connection: Connection) -> None:
    """Refuse a desk whose steps lead to something else: it was not what its format says."""
    listed = connection.exec_driver_sql(schema.LISTED, (schema.MOST_OBJECTS,)).fetchall()
    refusal = schema.fault([tuple(row) for row in listed], "The older desk", is_older=False)
    if refusal is not None:
        raise refusal
