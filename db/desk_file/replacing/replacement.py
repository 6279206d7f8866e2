"""An open desk written anew beside itself, compact or under another passphrase, and put in its own
place.

Writing takes long and can be done on any thread; putting is quick and closes every connection for
a moment. `Store` asks for both at once, the window for one after the other.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db.desk_file import rewriting
from db.desk_file.desk_info import COMPACTING
from db.errors import DeskError, Stopped
from db.search.index import fulltext
from db.storage import engine

if TYPE_CHECKING:
    from db.desk_file.held_desk import HeldDesk
    from db.desk_file.replacing.connections import Connections
    from db.desk_file.rewriting import CopyAside
    from db.progress import Progress

STOPPED = "It was stopped, and is taken up again when the desk is next opened."


class Replacement:
    """The copy of one open desk that waits to be put in its place."""

    def __init__(self, held_desk: HeldDesk, connections: Connections) -> None:
        self._held_desk = held_desk
        self._path = held_desk.path
        self._connections = connections
        self._copy: CopyAside | None = None

    def write_compact(self, progress: Progress | None) -> str:
        """Write the desk without anything that was removed; return why not, if that fails."""
        try:
            with self._connections.writer.transaction():
                fulltext.merge_all(self._connections.writer, progress)
            self._write(self._connections.key, progress)
        except Stopped:
            return STOPPED
        except DeskError as refusal:
            return _without_end(refusal)
        return ""

    def write_under(self, passphrase: str, progress: Progress | None) -> None:
        """Write the desk under another passphrase, or under none; raises DeskError."""
        self._write(engine.new_key(passphrase) if passphrase else None, progress)

    def _write(self, key: str | None, progress: Progress | None) -> None:
        self._held_desk.need_one_name()
        self._held_desk.move_log(self._connections.writer)
        self._copy = rewriting.write_aside(self._path, key, self._connections.writer, progress)

    def put_compact(self) -> str:
        """Put the copy in the desk's place; return why not, if that fails."""
        if self._copy is None:
            return ""
        writer = self._connections.writer
        try:
            self.put()
            with writer.transaction():
                writer.run("DELETE FROM setting WHERE key = ?", (COMPACTING,))
        except DeskError as refusal:
            return _without_end(refusal)
        return ""

    def put(self) -> None:
        """Put the copy in the desk's place, if there is one; raises DeskError, and the desk is then
        as it was.
        """
        copied, self._copy = self._copy, None
        if copied is not None:
            self._connections.put_on(
                partial(rewriting.put_in_place, self._path, copied), copied.key
            )

    def drop(self) -> None:
        """Take a copy away that was not put in place."""
        if self._copy is not None:
            self._copy = None
            rewriting.remove_leftovers(self._path)


def _without_end(refusal: DeskError) -> str:
    return str(refusal).removesuffix(" Nothing was changed.")
