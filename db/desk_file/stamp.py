"""What forms a desk does so whole or not at all, and says whose it is and of which format.

`new_desk` and the steps of `migrations` run within it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from db.storage import schema
from db.storage.engine import (
    APPLICATION_ID,
    OLDEST_FORMAT,
    OLDEST_FORMAT_SETTING,
    SCHEMA_VERSION,
)
from db.storage.troubles import trouble


@contextmanager
def stamp_desk(engine: Engine, file: str) -> Iterator[Connection]:
    """Run what is within as one transaction, check what it led to, and stamp it as a desk."""
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                _check(connection, file)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
                connection.exec_driver_sql(
                    "INSERT OR REPLACE INTO setting VALUES (?,?)",
                    (OLDEST_FORMAT_SETTING, str(OLDEST_FORMAT)),
                )
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if connection.invalidated:  # by Ctrl+C, which closes it: that rolls back as well
                    raise
                raw = connection.connection.driver_connection
                if raw is not None and raw.in_transaction:
                    connection.exec_driver_sql("ROLLBACK")
                raise
    except DBAPIError as error:  # SQLAlchemy's envelope around what the driver says
        failure = trouble(error.orig) if isinstance(error.orig, Exception) else None
        raise failure or error from error


def _check(connection: Connection, file: str) -> None:
    """Refuse what led to something else than a desk of this format."""
    objects = connection.exec_driver_sql(schema.LISTED, (schema.MAX_OBJECTS,)).fetchall()
    refusal = schema.refusal(schema.faults([tuple(row) for row in objects]), file)
    if refusal is not None:
        raise refusal
