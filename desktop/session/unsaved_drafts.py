"""What was typed and never saved: read from the desk and written to it, outside the history.

The session asks. While long work has the desk to itself, drafts wait here until it has ended.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from db import Draft, FileMoved

if TYPE_CHECKING:
    from db import Lens, Store

Key = tuple[str, int | None]  # kind, and the record or None for a new one


class Drafts:
    """The drafts of one store; nothing is written while they are held."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_held = False
        # the text, None to be dropped, and the lens that it was typed through
        self._waiting: dict[Key, tuple[str | None, Lens]] = {}

    def list_drafts(self, lens: Lens) -> list[Draft]:
        """Return the drafts that a lens shows, newest first."""
        drafts = [
            self._draft(key, payload, typed)
            for key, (payload, typed) in reversed(self._waiting.items())
            if payload is not None
        ]
        stored = self._store.reader.drafts(lens)
        return [each for each in drafts if lens.shows(each.marking)] + [
            each for each in stored if (each.kind, each.record_id) not in self._waiting
        ]

    def _draft(self, key: Key, payload: str, typed: Lens) -> Draft:
        """Return a draft that waits, marked as it will be."""
        marking = self._store.reader.draft_marking(*key, payload, typed)
        return Draft(0, *key, payload, "", marking)

    def shows(self, draft: Draft, lens: Lens) -> bool:
        """Say whether a lens shows all that a draft says, names and was begun on."""
        typed = self._draft((draft.kind, draft.record_id), draft.payload, lens)
        return lens.shows(max(draft.marking, typed.marking))

    def marking(self, kind: str, record_id: int | None, payload: str, lens: Lens) -> int:
        """Return the highest marking of what is typed in a form."""
        return self._store.reader.draft_marking(kind, record_id, payload, lens)

    def keep(self, kind: str, record_id: int | None, payload: str, lens: Lens) -> None:
        """Remember what is typed in a form through a lens."""
        self._put((kind, record_id), payload, lens)

    def drop(self, kind: str, record_id: int | None, lens: Lens) -> None:
        """Forget a draft that a lens shows."""
        self._put((kind, record_id), None, lens)

    def hold(self) -> None:
        """Write nothing until `release`."""
        self._is_held = True

    def release(self) -> None:
        """Write what has waited; where the desk's file has gone, which is told, it waits on."""
        self._is_held = False
        with suppress(FileMoved):
            while self._waiting:
                key = next(iter(self._waiting))
                self._write(key, *self._waiting[key])
                del self._waiting[key]

    def carry_to(self, store: Store) -> None:
        """Write what waits here into another desk."""
        for key, (payload, lens) in self._waiting.items():
            if payload is not None:
                store.keep_draft(*key, payload, lens)

    def _put(self, key: Key, payload: str | None, lens: Lens) -> None:
        self._waiting.pop(key, None)
        if self._is_held:
            self._waiting[key] = payload, lens
            return
        try:
            self._write(key, payload, lens)
        except FileMoved:
            self._waiting[key] = payload, lens  # for the file that what is open will be saved to
            raise

    def _write(self, key: Key, payload: str | None, lens: Lens) -> None:
        if payload is None:
            self._store.drop_draft(*key, lens)
        else:
            self._store.keep_draft(*key, payload, lens)
