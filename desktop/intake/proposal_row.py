"""What the officer decides of one proposal: whether it is taken, which record it is, its edits.

The table shows rows of these; accepting takes those that are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db import PLURALS, draft_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db import Line, Proposal, Proposals, Record


@dataclass(slots=True)
class ProposalRow:
    """A proposal of one kind; `match_id` is the record that it is, None for a new one.

    `record` is what the officer made of it in the form; None while it is as it was read.
    """

    kind: str
    proposal: Proposal[Any]
    is_taken: bool
    candidates: tuple[Line, ...] = ()
    match_id: int | None = None
    is_match_chosen: bool = False  # by the officer, or sure
    record: Record | None = None

    @property
    def name(self) -> str:
        """What the record is or will be called."""
        record = self.record or draft_record(self.proposal.fields)
        return record.title

    @property
    def is_open(self) -> bool:
        """Whether it is taken and nobody has said yet which record it is."""
        return self.is_taken and bool(self.candidates) and not self.is_match_chosen

    @property
    def match(self) -> Line | None:
        """The record that it is, as a line."""
        found = [line for line in self.candidates if line.id == self.match_id]
        return found[0] if found else None


def proposals_by_kind(proposals: Proposals) -> Iterator[tuple[str, Proposal[Any]]]:
    """Yield each proposal with its kind, in the order of the screen."""
    for kind, name in PLURALS.items():
        for proposal in getattr(proposals, name):
            yield kind, proposal
