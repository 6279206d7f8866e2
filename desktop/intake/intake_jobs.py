"""What intake does off the window's thread: opening a file, reading, taking in what is chosen.

The dialog asks for the first two, the controller for the last.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import db
from db import (
    AgreementFields,
    EventFields,
    OrganizationFields,
    PersonFields,
    Proposal,
    Record,
    Source,
)
from desktop.intake.proposal_row import ProposalRow, proposals_by_kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from db import Change, Lens, Progress, Reader, Store, TextOfFile

_SURE = 1.0  # what an officer marked


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a text proposes, as rows, and what is to be said of it."""

    rows: tuple[ProposalRow, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeChoice:
    """What was taken and what was dropped, and the source that all of it cites."""

    source: Source
    rows: tuple[ProposalRow, ...] = ()
    dropped: tuple[ProposalRow, ...] = ()


def open_text_file(path: Path, _store: Store, _progress: Progress) -> TextOfFile:
    """Return the text of a file, with the title and the day that it gives itself."""
    return db.read_text_file(path)


def read_text(
    source: Source, published: date | None, lens: Lens, store: Store, progress: Progress
) -> ReadText:
    """Return what the text of a source proposes and the desk does not know from it, matched."""
    progress(0, 0)
    with closing(store.new_reader()) as reader:
        proposals = db.propose_records(reader, source.text, lens, published)
        progress(0, 0)
        fresh = db.new_proposals(reader, proposals, source, lens)
        rows = tuple(_row(reader, lens, *each) for each in proposals_by_kind(fresh))
    return ReadText(rows, tuple(note.says for note in fresh.notes))


def _row(reader: Reader, lens: Lens, kind: str, proposal: Proposal[Any]) -> ProposalRow:
    lines = tuple(reader.lines(proposal.candidates, lens)) if proposal.candidates else ()
    matches = [line.id for line in lines if line.uid == proposal.match]
    match_id = matches[0] if matches else None
    return ProposalRow(kind, proposal, proposal.is_ticked, lines, match_id, bool(matches))


def proposed_by_hand(kind: str, text: str, start: int, end: int) -> ProposalRow:
    """Return what an officer marked in a text as a proposal of a kind, taken.

    >>> proposed_by_hand("person", "Met Rubio. Left.", 4, 9).proposal.sentence
    'Met Rubio.'
    """
    words = " ".join(text[start:end].split())
    signs = [sign for sign in ("\n", ". ") if sign in text[:start]]
    first = max((text.rfind(sign, 0, start) + len(sign) for sign in signs), default=0)
    ends = [at for at in (text.find("\n", end), text.find(". ", end) + 1) if at > 0]
    sentence = text[first : min(ends, default=len(text))].strip()
    fields = _BY_HAND[kind](words)
    proposal: Proposal[Any] = Proposal(fields, sentence, start, end, _SURE)
    row = ProposalRow(kind, proposal, True)
    if kind == "event":
        row.record = db.Event(title=words)
    return row


_BY_HAND: Final[dict[str, Callable[[str], Any]]] = {
    "person": PersonFields,
    "organization": OrganizationFields,
    "agreement": AgreementFields,
    "event": lambda _words: EventFields(""),  # called by its record
}


def record_of(row: ProposalRow) -> Record:
    """Return the record that a row is to become: as it was edited, or drafted from the reading."""
    return row.record or db.draft_record(row.proposal.fields)


def take_in(choice: IntakeChoice, lens: Lens, store: Store, _progress: Progress) -> Change | None:
    """Write what was taken as one change; None where the desk knows it all."""
    accepted = [
        db.AcceptedProposal(record_of(row), row.proposal.sentence, row.match_id)
        for row in choice.rows
    ]
    dropped = [record_of(row) for row in choice.dropped]
    return db.accept_proposals(store, accepted, choice.source, lens, dropped)
