"""What was typed and never saved: read from the desk and written to it, outside the history.

The session asks. While long work has the desk to itself, drafts wait here until it has ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import Draft

if TYPE_CHECKING:
    from db import Store

Key = tuple[str, int | None]  # kind, and the record or None for a new one


class Drafts:
    """The drafts of one store; nothing is written while they are held."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_held = False
        self._held: dict[Key, str | None] = {}  # None: to be dropped

    def listed(self) -> list[Draft]:
        """All drafts, newest first."""
        held = [
            Draft(0, kind, record_id, payload, "")
            for (kind, record_id), payload in reversed(self._held.items())
            if payload is not None
        ]
        stored = self._store.reader.drafts()
        return held + [each for each in stored if (each.kind, each.record_id) not in self._held]

    def keep(self, kind: str, record_id: int | None, payload: str) -> None:
        """Remembers what is typed in a form."""
        self._put((kind, record_id), payload)

    def drop(self, kind: str, record_id: int | None) -> None:
        """Forgets a draft."""
        self._put((kind, record_id), None)

    def hold(self) -> None:
        """Writes nothing until `release`."""
        self._is_held = True

    def release(self) -> None:
        """Writes what has waited."""
        self._is_held = False
        while self._held:
            key = next(iter(self._held))
            self._write(key, self._held[key])
            del self._held[key]

    def _put(self, key: Key, payload: str | None) -> None:
        self._held.pop(key, None)
        if self._is_held:
            self._held[key] = payload
        else:
            self._write(key, payload)

    def _write(self, key: Key, payload: str | None) -> None:
        if payload is None:
            self._store.drop_draft(*key)
        else:
            self._store.keep_draft(*key, payload)
