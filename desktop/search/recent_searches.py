"""What was searched lately on a desk; the box and the Views menu offer it again.

It is remembered from one start to the next, save for an encrypted desk: what was looked for there
says something of what it holds, and the settings are no place for that. What was typed under a
ceiling is offered again only under that one or a higher one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db import HIGHEST
from desktop.settings import RECENT_SEARCHES, part_of_desk

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings

MAX_RECENT_SEARCHES: Final = 12
_MAX_SEARCH_LETTERS: Final = 200  # characters; a longer text is hardly looked for twice

_BETWEEN: Final = "\t"  # a text and its ceiling; a text that is kept has none


def _read(entry: str) -> tuple[str, int]:
    """Return a text and the ceiling that it was typed under: the highest, where none was kept."""
    text, _, ceiling = entry.partition(_BETWEEN)
    return text, int(ceiling) if ceiling.isdecimal() else HIGHEST


class RecentSearches:
    """The last searches of one desk, newest first."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._settings = settings
        self._session = session
        self.settings_part = part_of_desk(session.path)
        self.heed_encryption()
        entries = settings.get(RECENT_SEARCHES, self.settings_part)
        self._entries = [_read(entry) for entry in entries]

    def heed_encryption(self) -> None:
        """Leave nothing in the settings of what was searched before a desk was encrypted."""
        if self._session.is_encrypted:
            self._settings.forget(RECENT_SEARCHES, self.settings_part)

    def texts(self) -> list[str]:
        """Return the searches as they were typed under this ceiling or a lower one, newest
        first.
        """
        if not self._settings.remembers_recent:
            self._entries = []
        return [text for text, ceiling in self._entries if ceiling <= self._session.lens.ceiling]

    def add(self, text: str) -> None:
        """Remember a search that led somewhere."""
        plain = " ".join(text.split())
        if not plain or len(plain) > _MAX_SEARCH_LETTERS or not self._settings.remembers_recent:
            return
        same = [ceiling for each, ceiling in self._entries if each.casefold() == plain.casefold()]
        others = [each for each in self._entries if each[0].casefold() != plain.casefold()]
        ceiling = min([self._session.lens.ceiling, *same])
        self._entries = [(plain, ceiling), *others][:MAX_RECENT_SEARCHES]
        if self._session.is_encrypted:
            self._settings.forget(RECENT_SEARCHES, self.settings_part)
        else:
            entries = [f"{each}{_BETWEEN}{ceiling}" for each, ceiling in self._entries]
            self._settings.put(RECENT_SEARCHES, entries, self.settings_part)

    def clear(self) -> None:
        """Forget them all."""
        self._entries = []
        self._settings.forget(RECENT_SEARCHES, self.settings_part)
