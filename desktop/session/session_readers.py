"""What reads an open desk beside the window, each on a thread and a connection of its own.

The session hands its readers out; while its file is replaced they are closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.background.background_reader import BackgroundReader, explain_error
from desktop.background.job import Job

if TYPE_CHECKING:
    from db import Progress, Reader, Store


class SessionReaders(QObject):
    """`failed` gives an exception that came out of one of them."""

    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self.background_reader = self._new_reader()
        self._print_reader: BackgroundReader | None = None

    def _new_reader(self) -> BackgroundReader:
        background_reader = BackgroundReader(self._store.new_reader(), self)
        background_reader.failed.connect(self.failed)
        return background_reader

    @property
    def print_reader(self) -> BackgroundReader:
        """The reader for what takes long and must hold up no list; made when asked for."""
        if self._print_reader is None:
            self._print_reader = self._new_reader()
        return self._print_reader

    def start_job(self, label: str, read: Callable[[Reader, Progress], Any]) -> Job:
        """Read once, on a thread of its own with a reader of its own."""
        reader = self._store.new_reader()

        def run(progress: Progress) -> Any:
            try:
                return read(reader, progress)
            except Exception as error:
                raise explain_error(reader, error) from error

        job = Job(label, run, interrupt=reader.interrupt, clean_up=reader.close)
        job.failed.connect(self.failed)
        job.start()
        return job

    def close(self) -> None:
        """End all that goes on asking."""
        self.background_reader.close()
        if self._print_reader is not None:
            self._print_reader.close()
            self._print_reader = None

    @contextmanager
    def close_meanwhile(self) -> Iterator[None]:
        """Have them closed within, and opened anew afterwards."""
        self.close()
        try:
            yield
        finally:
            self.background_reader = self._new_reader()
