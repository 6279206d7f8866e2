"""The connections of one open desk, the one that writes and those of readers, under one key.

`Store` opens and closes them here; `Replacement` puts another file beneath all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from db.errors import NotOurs
from db.storage import engine
from db.storage.engine import Sql

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.desk_file.opening import OpenedFile

    Putting = Callable[[Engine, Sequence[Sql]], Engine]


class Connections:
    """`writer` is the one that writes; `key` is None for a desk without a passphrase."""

    def __init__(self, opened: OpenedFile) -> None:
        self.key = opened.key
        self._held_desk = opened.desk
        self._engine = opened.engine
        self.writer = engine.connect(self._engine)
        self._held_desk.begin_watch(self.writer)
        self.readers: list[Sql] = []
        self.notify_damage: Callable[[str], None] | None = None

    def open(self) -> Sql:
        """Return a connection for what reads rows; its caller closes it."""
        self._held_desk.need_file_at_path()
        return engine.connect(self._engine)

    def open_for_reader(self) -> Sql:
        """Return a connection that reads past damage and tells it; closed with the others."""
        try:
            sql = self.open()
        except NotOurs as refusal:
            raise self._held_desk.why_unreadable() or refusal from refusal
        sql.why_unreadable = self._held_desk.why_unreadable
        self._give_cache(sql)
        sql.is_lenient, sql.on_note = True, self.notify_damage
        self.readers.append(sql)
        return sql

    def _give_cache(self, sql: Sql) -> None:
        size = engine.READER_CACHE if self.key is None else engine.ENCRYPTED_CACHE
        sql.run(f"PRAGMA cache_size = {size}")

    def on_damage(self, notify: Callable[[str], None]) -> None:
        """Have everything told that readers meet damaged and read past, on their own threads."""
        self.notify_damage = notify
        for sql in self.readers:
            sql.on_note = notify

    def put_on(self, put: Putting, key: str | None) -> None:
        """Have a whole copy under a key put in the place of the file, with every connection on it.

        Where that is refused, they go on in the file as it was.
        """
        self.readers = [sql for sql in self.readers if sql.is_open]
        try:
            self._held_desk.give_shared_lock()  # all connections are closed on the way
            self._engine = put(self._engine, (self.writer, *self.readers))
            self.key = key
        finally:
            for sql in self.readers:
                self._give_cache(sql)
            if self.writer.is_open:
                self._held_desk.take_anew(self.writer)

    def close_readers(self) -> None:
        """Close all but the one that writes."""
        for sql in self.readers:
            sql.close()
        self.readers.clear()

    def close(self) -> None:
        """Close the one that writes, and let the key go."""
        with self._held_desk.close_last_connection(self.writer, self.key):
            self.writer.close()
            self._engine.dispose()
        del self._engine  # with the key, which is let go of
        self.key = self.key and ""  # it was encrypted all the same
