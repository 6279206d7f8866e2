"""The connection of one migration step, in our own words; the steps ask for it.

Each step takes a new one: a step before it may have changed the columns of any table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from db.storage.engine import Sql

_WATCH: Final = "is_unwanted"  # the key under which a connection keeps what may stop its steps


def watch_steps(connection: Connection, is_unwanted: Callable[[], bool]) -> None:
    """Have every step of a connection stopped, within its statements too, once this says so."""
    connection.info[_WATCH] = is_unwanted
    sql_of_step(connection)


def sql_of_step(connection: Connection) -> Sql:
    """Return the connection as the desk's other code takes it."""
    raw = connection.connection.driver_connection
    assert raw is not None
    sql = Sql(raw, lambda: None)
    sql.limit.is_unwanted = connection.info.get(_WATCH)
    return sql
