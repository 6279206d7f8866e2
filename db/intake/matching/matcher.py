"""Matching of all that a text proposes to a desk, through a lens; the screen and `intake` ask it.

People and bodies come first: who took part tells which agreement and which event it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from db.intake.matching.body_matching import match_body, match_state
from db.intake.matching.dated_matching import match_agreement, match_event
from db.intake.matching.match import DeskMatch
from db.intake.matching.people_matching import match_person
from db.intake.proposals import OrganizationFields, Proposal, Proposals
from db.lens import Lens, today
from db.names import fold
from db.reader import Reader
from db.vocabulary.countries import country_code, country_name

KINDS_OF_PROPOSALS = {
    "person": "people",
    "organization": "organizations",
    "agreement": "agreements",
    "event": "events",
}


class Matcher:
    """Matches the proposals of one text; `published` is its day, on which offices are asked for."""

    def __init__(self, reader: Reader, lens: Lens, published: date | None = None) -> None:
        self._reader = reader
        self._lens = lens
        self._day = published.isoformat() if published else today()
        self._by_name: dict[str, DeskMatch] = {}

    def match(self, kind: str, fields: Any) -> DeskMatch:
        """Return what one proposal is, and remember who its names are."""
        if kind == "person":
            match = match_person(self._reader, fields, self._lens, self._day)
        elif kind == "organization":
            match = match_body(self._reader, fields, self._lens)
        elif kind == "agreement":
            parties = self._ids(fields.parties)
            return match_agreement(self._reader, fields, parties, self._lens)
        else:
            names = (*fields.participants, *map(country_name, fields.countries))
            return match_event(self._reader, fields, self._ids(names), self._lens)
        for name in (fields.name, *fields.aliases):
            self._by_name.setdefault(fold(name), match)
        return match

    def match_name(self, name: str) -> DeskMatch:
        """Return what a name in the text is: somebody proposed, or a state or body of the desk."""
        key = fold(name)
        if key not in self._by_name:
            code = country_code(name)
            self._by_name[key] = (
                match_state(self._reader, code, self._lens)
                if code
                else match_body(self._reader, OrganizationFields(name), self._lens)
            )
        return self._by_name[key]

    def _ids(self, names: tuple[str, ...]) -> list[int]:
        matches = [self.match_name(name) for name in dict.fromkeys(names)]
        return list(dict.fromkeys(match.candidate.id for match in matches if match.candidate))


def match_proposals(
    reader: Reader,
    proposals: Proposals,
    lens: Lens,
    published: date | None = None,
    is_unwanted: Callable[[], bool] = lambda: False,
) -> Proposals:
    """Return the proposals, each with the uid of the record that it is, and the ids of those that
    it may be; `is_unwanted` is asked before each, and the rest is then left as it is.
    """
    matcher = Matcher(reader, lens, published)
    matched: dict[str, Any] = {}
    for kind, name in KINDS_OF_PROPOSALS.items():
        matched[name] = tuple(
            proposal
            if is_unwanted()
            else _with_match(proposal, matcher.match(kind, proposal.fields))
            for proposal in getattr(proposals, name)
        )
    return replace(proposals, **matched)


def _with_match(proposal: Proposal[Any], match: DeskMatch) -> Proposal[Any]:
    candidates = tuple(each.id for each in match.candidates)
    return replace(proposal, match=match.uid, candidates=candidates)
