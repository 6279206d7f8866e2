"""What was searched lately on a desk; the box and the Views menu offer it again.

It is remembered from one start to the next, save for an encrypted desk: what was looked for there
says something of what it holds, and the settings are no place for that.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from desktop.settings import RECENT_SEARCHES

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.settings import Settings

MOST: Final = 12
_LONGEST: Final = 200  # characters; a longer text is hardly looked for twice


class RecentSearches:
    """The last searches of one desk, newest first."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._settings = settings
        self._session = session
        self._part = hashlib.sha256(str(session.path).encode()).hexdigest()[:16]
        self._texts = [] if session.is_encrypted else settings.get(RECENT_SEARCHES, self._part)

    def texts(self) -> list[str]:
        """The searches as they were typed, newest first."""
        return list(self._texts)

    def add(self, text: str) -> None:
        """Remembers a search that led somewhere."""
        plain = " ".join(text.split())
        if not plain or len(plain) > _LONGEST:
            return
        others = [each for each in self._texts if each.casefold() != plain.casefold()]
        self._texts = [plain, *others][:MOST]
        if self._session.is_encrypted:
            self._settings.forget(RECENT_SEARCHES, self._part)
        else:
            self._settings.put(RECENT_SEARCHES, self._texts, self._part)

    def clear(self) -> None:
        """Forgets them all."""
        self._texts = []
        self._settings.forget(RECENT_SEARCHES, self._part)
