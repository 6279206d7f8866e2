"""The lens every read takes: the day the reader stands on and the highest marking they may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from db.words import MARKINGS

HIGHEST = len(MARKINGS) - 1


def today() -> str:
    """Today as an ISO day."""
    return date.today().isoformat()


@dataclass(frozen=True, slots=True)
class Lens:
    """`as_of` is an ISO day; `ceiling` is the highest level of marking that is shown.

    >>> Lens("2025-09-15", 1).shows(1), Lens("2025-09-15", 1).shows(2)
    (True, False)
    """

    as_of: str = field(default_factory=today)
    ceiling: int = HIGHEST

    def shows(self, marking: int) -> bool:
        """Whether something marked so is seen through this lens."""
        return marking <= self.ceiling
