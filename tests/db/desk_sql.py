"""The tests' way behind an open desk: the rows in its file, and the file as it is held.

The border offers the window no SQL. Who tests what lies in the tables, or puts in there what no
release writes, asks here; no other test reaches into a store or a reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.desk_file.held_desk import HeldDesk
    from db.reader import Reader
    from db.storage.sql import Sql
    from db.store import Store


def sql_of(desk: Store | Reader) -> Sql:
    """The connection that a store writes through, or a reader reads through."""
    return desk._sql


def held_of(store: Store) -> HeldDesk:
    """The file, the lock and the watch that a store holds."""
    return store._held_desk
