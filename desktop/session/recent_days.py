"""The days that a desk was lately read as of; the button As of offers them again.

They are remembered on this computer, each desk's by itself, save for an encrypted desk: which days
matter there says something of what it holds, so they last as long as it is open. Nothing is written
into a desk, which others may have open, for what one officer looked at.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from desktop.settings import RECENT_DAYS, part_of_desk

if TYPE_CHECKING:
    from desktop.session.session import Session
    from desktop.settings import Settings

MAX_RECENT_DAYS: Final = 6


class RecentDays:
    """The last days of one desk, newest first, as ISO days."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._settings = settings
        self._session = session
        self._part = part_of_desk(session.path)
        self.heed_encryption()
        days = [day for day in settings.get(RECENT_DAYS, self._part) if _is_day(day)]
        self._days = days[:MAX_RECENT_DAYS]

    def heed_encryption(self) -> None:
        """Leave nothing in the settings of what an encrypted desk was read as of."""
        if self._session.is_encrypted:
            self._settings.forget(RECENT_DAYS, self._part)

    def days(self) -> list[str]:
        """Return the days, newest first."""
        return list(self._days) if self._settings.remembers_recent else []

    def add(self, day: str) -> None:
        """Remember a day that the desk is read as of."""
        if not _is_day(day):
            return  # one beyond the calendar, which no menu could say in a few words
        self._days = [day, *(each for each in self._days if each != day)][:MAX_RECENT_DAYS]
        if not self._session.is_encrypted:
            self._settings.put(RECENT_DAYS, self._days, self._part)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
