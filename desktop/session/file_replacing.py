"""The open desk's file written anew, compact or under another passphrase, while it is read on.

What takes long is a job with Cancel; then the new file is put in the desk's place at once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from db import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from db import Change, Progress, Store
    from desktop.background.job import Job
    from desktop.session.long_writing import Answered, Refusing, Write

    Start = Callable[[str, Write, Answered, Refusing], Job]


class FileReplacing:
    """Starts its work as `start` does; within `without_readers` nothing reads the desk."""

    def __init__(
        self,
        store: Store,
        start: Start,
        without_readers: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._store = store
        self._start = start
        self._without_readers = without_readers

    @property
    def needs_compacting(self) -> bool:
        """Whether a removal is not finished: a kill or a stop has left the old file."""
        return self._store.needs_compacting

    def compact(self, label: str, done: Callable[[str], None], refused: Refusing) -> Job:
        """Write the file anew without what was removed; `done` gets why not, if that fails."""

        def write(store: Store, progress: Progress) -> str:
            return store.replacing.write_compact(progress)

        def put(why_not: str, _change: Change | None) -> None:
            done(why_not or self._put_compact())

        return self._start(label, write, put, refused)

    def _put_compact(self) -> str:
        with self._without_readers():
            return self._store.replacing.put_compact()

    def set_passphrase(
        self, label: str, passphrase: str, done: Callable[[], None], refused: Refusing
    ) -> Job:
        """Set, change or ('') remove the passphrase; until that is done the old one holds."""

        def write(passphrase: str, store: Store, progress: Progress) -> None:
            store.write_passphrase_copy(passphrase, progress)

        def put(_answer: None, _change: Change | None) -> None:
            try:
                with self._without_readers():
                    self._store.replacing.put()
            except DeskError as refusal:
                refused(refusal)
                return
            done()

        return self._start(label, partial(write, passphrase), put, refused)
