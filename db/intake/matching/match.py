"""What matching answers of one proposal: it is a record, may be one of some, or is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

IS, MAY_BE, NEW = "is", "may be", "new"
MAX_OFFERED: Final = 5  # records that a proposal may be


@dataclass(frozen=True, slots=True)
class LikelyRecord:
    """A record that a proposal may be, and what speaks for it."""

    id: int
    uid: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DeskMatch:
    """The records that a proposal may be, likeliest first; with `is_certain` it is the first.

    >>> DeskMatch().answer, DeskMatch((LikelyRecord(1, "u", "Ishaq Dar", "the same name"),)).answer
    ('new', 'may be')
    """

    candidates: tuple[LikelyRecord, ...] = ()
    is_certain: bool = False

    @property
    def answer(self) -> str:
        """Return "is", "may be" or "new"."""
        if not self.candidates:
            return NEW
        return IS if self.is_certain else MAY_BE

    @property
    def candidate(self) -> LikelyRecord | None:
        """Return the record that it is, or None where somebody has to choose."""
        return self.candidates[0] if self.is_certain else None

    @property
    def uid(self) -> str | None:
        """Return the uid of the record that it is."""
        return self.candidate.uid if self.candidate else None


NO_MATCH: Final = DeskMatch()
