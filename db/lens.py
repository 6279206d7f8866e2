"""The lens every read takes: the day the reader stands on and the highest marking they may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from db.vocabulary.choices import MARKINGS

HIGHEST = len(MARKINGS) - 1


def today() -> str:
    """Return today as an ISO day."""
    return date.today().isoformat()


def known_marking(marking: object) -> int:
    """Return a marking as it counts: one that is none, as a damaged desk may hold, counts as the
    highest.

    >>> known_marking(1), known_marking(99), known_marking(-5), known_marking("open")
    (1, 3, 3, 3)
    """
    if isinstance(marking, int) and 0 <= marking <= HIGHEST:
        return marking
    return HIGHEST


def shows(column: str, ceiling: str = "?") -> str:
    """Return the condition of a statement for rows whose marking the ceiling shows.

    One that is none lies above every ceiling: between two numbers lies a fraction too.

    >>> shows("r.marking")
    "r.marking BETWEEN 0 AND ? AND typeof(r.marking) = 'integer'"
    """
    return f"{column} BETWEEN 0 AND {ceiling} AND typeof({column}) = 'integer'"


def marking_sql(column: str) -> str:
    """Return a marking as it counts, in a statement: `known_marking` of a column.

    >>> marking_sql("marking")
    "CASE WHEN marking BETWEEN 0 AND 3 AND typeof(marking) = 'integer' THEN marking ELSE 3 END"
    """
    return f"CASE WHEN {shows(column, str(HIGHEST))} THEN {column} ELSE {HIGHEST} END"


@dataclass(frozen=True, slots=True)
class Lens:
    """`as_of` is an ISO day; `ceiling` is the highest level of marking that is shown.

    >>> Lens("2025-09-15", 1).shows(1), Lens("2025-09-15", 1).shows(2)
    (True, False)
    """

    as_of: str = field(default_factory=today)
    ceiling: int = HIGHEST

    def shows(self, marking: int) -> bool:
        """Say whether something marked so is seen through this lens."""
        return known_marking(marking) <= self.ceiling
