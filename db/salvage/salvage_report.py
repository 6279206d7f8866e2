"""What came of saving what can be read of a damaged desk; the window and the command tell it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from db.lens import HIGHEST, Lens

MAX_LISTED_LOSSES: Final = 10_000  # that are told one by one


@dataclass(frozen=True, slots=True)
class Loss:
    """What of a record could not be read, in a clause; `title` is empty where it is not known."""

    record_id: int
    kind: str
    title: str
    says: str
    marking: int = HIGHEST

    def sentence(self) -> str:
        """Return it as a sentence.

        >>> Loss(7, "person", "Ishaq Dar", "its “Born” could not be read").sentence()
        'Ishaq Dar: its “Born” could not be read.'
        >>> Loss(7, "", "", "it could not be read").sentence()
        'Record 7: it could not be read.'
        """
        return f"{self.title or f'Record {self.record_id}'}: {self.says}."


@dataclass(slots=True)
class SalvageReport:
    """Counts of what was saved, what was not, and what `verify` still says of the new desk."""

    file: Path
    records: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    changes: int = 0
    changes_lost: int = 0  # changes whose details were not whole; they cannot be undone any more
    losses: list[Loss] = field(default_factory=list)
    more_losses: int = 0  # that are not listed
    notes: list[str] = field(default_factory=list)  # of no one record
    problems: list[str] = field(default_factory=list)
    pages: int = 0
    broken_pages: int = 0
    _known: set[Loss] = field(default_factory=set, repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost."""
        return not (self.losses or self.more_losses or self.notes or self.problems)

    def seen_losses(self, lens: Lens) -> list[Loss]:
        """Return the losses of records that a lens shows."""
        return [loss for loss in self.losses if lens.shows(loss.marking)]

    def add_loss(self, loss: Loss) -> None:
        """Tell a loss once, and no more than can be read."""
        if loss in self._known:
            return
        self._known.add(loss)
        if len(self.losses) < MAX_LISTED_LOSSES:
            self.losses.append(loss)
        else:
            self.more_losses += 1
