"""What was printed is remembered on the desk, at once or after the long work that has it.

The session asks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import PrintedDocument, Store


class PrintLog:
    """Belongs to one session; a desk that is only read remembers nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[PrintedDocument] = []

    def keep(self, document: PrintedDocument, *, is_busy: bool) -> None:
        """Remember a printed document, after the work where the desk is busy."""
        if self._store.is_read_only:
            return
        if is_busy:
            self._waiting.append(document)
        else:
            self._store.save_printed_document(document)

    def keep_waiting(self) -> None:
        """Remember what waited; what the desk refuses waits for another time."""
        while self._waiting:
            self._store.save_printed_document(self._waiting[0])
            del self._waiting[0]
