"""What is left to propose of a text that was read before; the screen and the `intake` command ask.

A record that was accepted from the text is known by the passage that it cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from db.intake.accepting import AcceptedProposal, records_of
from db.intake.drafting import draft_record
from db.intake.proposals import Proposal, Proposals
from db.lens import Lens
from db.names import fold
from db.reader import Reader
from db.record_types import Source
from db.vocabulary.kinds import PLURALS


def new_proposals(reader: Reader, proposals: Proposals, source: Source, lens: Lens) -> Proposals:
    """Return the proposals without those of which the desk knows all, from this very text.

    Of a text that was never accepted all are new: that it says so too is worth a citation.
    """
    cited = {
        (line.kind, passage, fold(line.title)): line
        for line, passage in _citing(reader, source.text, lens)
    }
    if not cited:
        return proposals
    found: dict[str, list[Proposal[Any]]] = {name: [] for name in PLURALS.values()}
    known: list[tuple[str, Proposal[Any], AcceptedProposal]] = []
    for kind, name in PLURALS.items():
        for each in getattr(proposals, name):
            draft = draft_record(each.fields)
            line = cited.get((kind, each.sentence, fold(draft.title)))
            if line is not None and each.match is None:
                others = [key for key in each.candidates if key != line.id]
                each = replace(each, match=line.uid, candidates=(line.id, *others))
            match_id = reader.find(each.match, lens) if each.match else None
            known.append((name, each, AcceptedProposal(draft, each.sentence, match_id)))
    who_is_named = [
        (each, proposal.is_ticked or each.match_id is not None)
        for _, proposal, each in known
        if each.record.KIND in ("person", "organization")
    ]
    people = [each for each, is_taken in who_is_named if is_taken]
    dropped = [each.record for each, is_taken in who_is_named if not is_taken]
    for name, proposal, accepted in known:
        context = [accepted, *(each for each in people if each is not accepted)]
        written = records_of(reader, context, source, lens, dropped)
        if accepted.match_id is None or accepted.match_id in {each.id for each in written}:
            found[name].append(proposal)
    return replace(proposals, **{name: tuple(rows) for name, rows in found.items()})  # type: ignore[arg-type]


def _citing(reader: Reader, text: str, lens: Lens) -> Iterator[tuple[Any, str]]:
    passages = reader.passages_of_text(text, lens)
    lines = {line.id: line for line in reader.lines([key for key, _ in passages], lens)}
    return ((lines[key], passage) for key, passage in passages if key in lines)
