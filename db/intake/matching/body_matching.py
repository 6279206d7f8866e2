"""Which organization of the desk a proposed one is: by name, acronym and country.

Every state has a foreign ministry and an army, so such a name needs the country to be certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from db.intake.matching.match import MAX_OFFERED, NO_MATCH, DeskMatch, LikelyRecord
from db.intake.matching.near_names import ids_called_nearly
from db.intake.proposals import OrganizationFields
from db.lens import Lens
from db.lists.office_keys import office_key
from db.names import fold
from db.names.likeness.alike import MIN_PROPOSED_LIKENESS, alike
from db.query import as_exact, parse_query
from db.reader import Reader
from db.record_types import Organization
from db.search.exact.spelling_twins import plain_spelling
from db.search.fuzzy.word_spellings import SpellingWay
from db.vocabulary.countries import country_name

MAX_ASKED_NAMES = 4  # ways of writing a name that the desk is asked for
MAX_WORDS = 8
MAX_HITS = 12  # records of each question that are looked at
NEARLY_THE_SAME = 0.9  # Mota-Engil and Mota-Engil Group
#: Kinds of body that every state has: their names tell little without it.
_OF_EVERY_STATE = frozenset(
    ("ministry", "armed force", "parliament", "court", "embassy", "command", "service", "agency")
)


class _BodyBond(IntEnum):
    NONE = 0
    ALIKE = 1
    ACRONYM = 2
    NEAR = 3
    SAME = 4


_SAYS = {
    _BodyBond.ALIKE: "a name alike",
    _BodyBond.ACRONYM: "the same acronym",
    _BodyBond.NEAR: "nearly the same name",
    _BodyBond.SAME: "the same name",
}


@dataclass(frozen=True, slots=True)
class _JudgedBody:
    body: Organization
    bond: _BodyBond
    is_same_country: bool
    is_other_country: bool

    @property
    def is_certain(self) -> bool:
        if self.is_other_country or self.bond is _BodyBond.ALIKE:
            return False
        if self.is_same_country or not self.body.country:
            return True
        return self.body.kind not in _OF_EVERY_STATE

    @property
    def weight(self) -> tuple[bool, _BodyBond, bool]:
        return self.is_certain, self.bond, self.is_same_country

    def candidate(self) -> LikelyRecord:
        country = country_name(self.body.country) if self.is_same_country else ""
        why = ", ".join(filter(None, (_SAYS[self.bond], country)))
        return LikelyRecord(self.body.id, self.body.uid, self.body.title, why)


def match_body(reader: Reader, proposed: OrganizationFields, lens: Lens) -> DeskMatch:
    """Say which of the bodies that the lens shows a proposed one is.

    The desk is asked further only where none of that very name is found.
    """
    judged: dict[int, _JudgedBody] = {}
    for ask in (_ids_of_name, _ids_of_country, _ids_called_nearly):
        ids = [key for key in dict.fromkeys(ask(reader, proposed, lens)) if key not in judged]
        for key, each in reader.records("organization", ids, lens).items():
            if isinstance(each, Organization):
                judged[key] = _judge(proposed, each)
        if any(each.is_certain and each.bond >= _BodyBond.NEAR for each in judged.values()):
            break
    found = [each for each in judged.values() if each.bond]
    found.sort(key=lambda each: each.weight, reverse=True)
    if not found:
        return NO_MATCH
    first, rivals = found[0], [each for each in found[1:] if each.is_certain]
    is_alone = not any(
        each.bond >= first.bond and each.is_same_country >= first.is_same_country for each in rivals
    )
    candidates = tuple(each.candidate() for each in found[:MAX_OFFERED])
    return DeskMatch(candidates, first.is_certain and is_alone)


def match_state(reader: Reader, code: str, lens: Lens) -> DeskMatch:
    """Say which body of the desk is the state with this code of a country."""
    query = parse_query(f"country:{code} type:state")
    ids = reader.page("organization", query, lens, cap=MAX_HITS).ids[:MAX_HITS]
    found = tuple(
        LikelyRecord(each.id, each.uid, each.title, "the state")
        for each in reader.records("organization", ids, lens).values()
        if isinstance(each, Organization) and each.kind == "state"
    )
    return DeskMatch(found, is_certain=len(found) == 1)


def _names(proposed: OrganizationFields) -> tuple[str, ...]:
    names = (proposed.name, *proposed.aliases, proposed.acronym)
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _ids_of_name(reader: Reader, proposed: OrganizationFields, lens: Lens) -> Iterator[int]:
    """Yield bodies whose name has all words of a name of the text."""
    for name in _names(proposed)[:MAX_ASKED_NAMES]:
        query = as_exact(parse_query(" ".join(fold(name).split()[:MAX_WORDS])))
        if not query.is_empty:
            yield from reader.page("organization", query, lens, cap=MAX_HITS).ids[:MAX_HITS]


def _ids_of_country(reader: Reader, proposed: OrganizationFields, lens: Lens) -> Sequence[int]:
    """Return bodies of the state that bear the telling words: its foreign ministry, by any name."""
    if not proposed.country:
        return ()
    words = _key(proposed.name, country_name(proposed.country)).split()[:MAX_WORDS]
    spelt = reader.spellings(words, SpellingWay.RESPELT)
    return reader.bearers("organization", spelt, lens, MAX_HITS, country=proposed.country)


def _ids_called_nearly(reader: Reader, proposed: OrganizationFields, lens: Lens) -> Iterator[int]:
    """Yield bodies that are called nearly so."""
    return ids_called_nearly(
        reader, "organization", proposed.name, lens, MAX_HITS, proposed.country
    )


def _judge(proposed: OrganizationFields, known: Organization) -> _JudgedBody:
    country = proposed.country or _country_of_name(proposed, known)
    return _JudgedBody(
        body=known,
        bond=_bond(proposed, known),
        is_same_country=bool(known.country) and known.country == country,
        is_other_country=bool(known.country and country) and known.country != country,
    )


def _country_of_name(proposed: OrganizationFields, known: Organization) -> str:
    """Return the country of a known body where the name that a text has says it as well."""
    if not known.country:
        return ""
    state = country_name(known.country)
    folded = fold(proposed.name)
    return known.country if _key(folded, state).split() != _words(folded) else ""


def _words(name: str) -> list[str]:
    return office_key(plain_spelling(fold(name)), "").split()


def _key(name: str, state: str) -> str:
    """Return what a body is called, in no order and without its state.

    >>> _key("Ministry of Foreign Affairs of Norway", "Norway"), _key("Foreign Ministry", "Norway")
    ('foreign ministry', 'foreign ministry')
    """
    return office_key(plain_spelling(fold(name)), state)


def _bond(proposed: OrganizationFields, known: Organization) -> _BodyBond:
    """Return how the names go together; a whole name that says otherwise unmakes an acronym."""
    state = country_name(known.country) if known.country else ""
    names = [known.title, *(name.text for name in known.names if name.kind != "acronym")]
    acronyms = {fold(name.text) for name in known.names if name.kind == "acronym"}
    acronyms |= {fold(known.acronym)} if known.acronym else set()
    theirs = {_key(name, state) for name in names}
    ours = [name for name in _names(proposed) if not _is_acronym(name, proposed)]
    if any(_key(name, state) in theirs or fold(name) in acronyms for name in ours):
        return _BodyBond.SAME
    likeness = max(
        (alike(one, other, "organization").score for one in ours for other in names), default=0.0
    )
    if any(fold(name) in acronyms or _key(name, state) in theirs for name in _names(proposed)):
        return (
            _BodyBond.ACRONYM if not ours or likeness >= MIN_PROPOSED_LIKENESS else _BodyBond.ALIKE
        )
    if likeness >= NEARLY_THE_SAME:
        return _BodyBond.NEAR
    return _BodyBond.ALIKE if likeness >= MIN_PROPOSED_LIKENESS else _BodyBond.NONE


def _is_acronym(name: str, proposed: OrganizationFields) -> bool:
    return name == proposed.acronym or (name.isupper() and " " not in name and len(name) < 8)
