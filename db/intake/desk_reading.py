"""A text read with what a desk knows, and matched to it; the screen and `intake` ask it.

The reading itself asks no desk: it is handed who is known by name and who held an office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from db.intake.lexicons.office_words import same_titles
from db.intake.matching.matcher import match_proposals
from db.intake.proposals import Proposals
from db.intake.reading import read
from db.lens import Lens
from db.lists.office_keys import office_key
from db.lists.titles.tenure_titles import END_UNKNOWN, HELD
from db.names import fold
from db.query import as_exact, parse_query
from db.reader import Reader
from db.record_types import OfficeRef
from db.vocabulary.countries import country_name
from db.vocabulary.kinds import NAMED_KINDS

_MAX_OFFICES = 20  # of those so called that are looked at


def propose_records(
    reader: Reader,
    text: str,
    lens: Lens,
    published: date | None = None,
    is_unwanted: Callable[[], bool] = lambda: False,
) -> Proposals:
    """Return what a text proposes, each with the record of the desk that it is or may be."""
    proposals = read(text, published, DeskKnowledge(reader, lens))
    return match_proposals(reader, proposals, lens, published, is_unwanted)


class DeskKnowledge:
    """What a desk knows through a lens, as far as reading asks it; each thing is asked once."""

    def __init__(self, reader: Reader, lens: Lens) -> None:
        self._reader = reader
        self._lens = lens
        self._kinds: dict[str, str] = {}
        self._holders: dict[tuple[str, str, str, date], str] = {}

    def kind_of(self, name: str) -> str:
        """Say what a name as written is to the desk: "person", "organization" or ""."""
        key = fold(name)
        if key not in self._kinds:
            self._kinds[key] = self._find_kind(key)
        return self._kinds[key]

    def _find_kind(self, key: str) -> str:
        query = as_exact(parse_query(key))
        for kind in NAMED_KINDS if key and not query.is_empty else ():
            page = self._reader.page(kind, query, self._lens, cap=1)
            if page.ids and page.fit(0) == 0:
                return kind
        return ""

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        """Return the name of who held an office on a day; empty if nobody or several did."""
        key = (title, organization, country, day)
        if key not in self._holders:
            self._holders[key] = self._find_holder(*key)
        return self._holders[key]

    def _find_holder(self, title: str, organization: str, country: str, day: date) -> str:
        state = country_name(country) if country else ""
        if not fold(organization or state):
            return ""  # whose office it is has to be known
        lens = replace(self._lens, as_of=day.isoformat())
        titles = {title, *same_titles().get(title.lower(), ())}  # the army chief by another name
        offices = {
            office.id
            for each in titles
            for office in self._offices(each, organization, state, lens)
        }
        holders = [h for key in sorted(offices) for h in self._reader.office_holders(key, lens)]
        for certainty in (HELD, END_UNKNOWN):
            people = {h.person.id: h.person.title for h in holders if h.certainty == certainty}
            if people:
                return next(iter(people.values())) if len(people) == 1 else ""
        return ""

    def _offices(
        self, title: str, organization: str, state: str, lens: Lens
    ) -> Iterator[OfficeRef]:
        wanted = office_key(title, state)
        if fold(wanted):
            words = " ".join(filter(None, (wanted, organization or state)))
            for office in self._reader.find_offices(words, lens, _MAX_OFFICES):
                if office_key(office.title, state) == wanted:
                    yield office
