"""Which person of the desk a proposed one is: by name, country and office; `matcher` asks it.

A surname alone, or a name that is not wholly the same, needs the office to be certain; another
country or another first name speaks against it, however near the rest.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from db.intake.matching.match import MAX_OFFERED, NO_MATCH, DeskMatch, LikelyRecord
from db.intake.matching.name_bonds import Bond, bond_of, name_words
from db.intake.proposals import PersonFields, ProposedOffice
from db.lens import Lens
from db.lists.office_keys import office_key
from db.lists.offices import tenure_certainty
from db.lists.titles.tenure_titles import NOT_HELD
from db.names import fold
from db.names.likeness.alike import alike
from db.names.scripts import script_of
from db.query import Filter, as_exact, parse_query
from db.reader import Reader
from db.record_types import Person, Tenure
from db.search import Page
from db.vocabulary.countries import country_code, country_name, demonym_code

MAX_ASKED_NAMES = 3  # ways of writing a name that the desk is asked for
MAX_WORDS = 4
MAX_HITS = 12  # records of each question that are looked at
MAX_NAMESAKES = 500  # bearers of a surname whose offices are looked at one by one
SURELY_ALIKE = 0.95  # of names in two scripts
_SAYS = {
    Bond.WORD: "a word of the name",
    Bond.PART: "a part of the name",
    Bond.EXTRA: "one name has another in front",
    Bond.LONGER: "one name is longer",
    Bond.TURNED: "the same words in another order",
    Bond.RESPELT: "the same name in other letters",
    Bond.SAME: "the same name",
}


@dataclass(frozen=True, slots=True)
class _JudgedPerson:
    """A person of the desk beside a proposed one."""

    person: Person
    bond: Bond
    has_office: bool  # an office of the text is one that may have been held on the day
    is_same_country: bool
    is_other_country: bool
    was_dead: bool

    @property
    def is_certain(self) -> bool:
        """Whether all speaks for it: the desk may still have another of whom that holds."""
        if self.was_dead or (self.is_other_country and not self.has_office):
            return False
        if self.bond in (Bond.SAME, Bond.LONGER, Bond.RESPELT, Bond.TURNED):
            is_open = self.bond is Bond.SAME and not self.is_other_country
            return self.has_office or self.is_same_country or is_open
        return self.has_office and self.bond >= Bond.PART

    @property
    def weight(self) -> tuple[bool, bool, Bond, bool]:
        """What puts candidates in order."""
        return self.is_certain, self.has_office, self.bond, self.is_same_country

    def candidate(self) -> LikelyRecord:
        """Return it as it is offered."""
        country = country_name(self.person.country) if self.is_same_country else ""
        reasons = (_SAYS.get(self.bond, ""), country, "the same office" if self.has_office else "")
        return LikelyRecord(
            self.person.id,
            self.person.uid,
            self.person.title,
            ", ".join(filter(None, reasons)),
        )


def match_person(reader: Reader, proposed: PersonFields, lens: Lens, day: str) -> DeskMatch:
    """Say who of those that the lens shows a proposed person is; `day` is that of the text.

    The desk is asked further only where nobody of that very name is found.
    """
    judged: dict[int, _JudgedPerson] = {}
    for ask in (_ids_of_name, _ids_with_surname, _ids_spelt_otherwise):
        ids = [key for key in dict.fromkeys(ask(reader, proposed, lens, day)) if key not in judged]
        for key, each in reader.records("person", ids, lens).items():
            if isinstance(each, Person):
                judged[key] = _judge(proposed, each, day)
        if any(each.bond >= Bond.LONGER or each.is_certain for each in judged.values()):
            break
    found = [each for each in judged.values() if each.bond]
    found.sort(key=lambda each: each.weight, reverse=True)
    if not found:
        return NO_MATCH
    candidates = tuple(each.candidate() for each in found[:MAX_OFFERED])
    return DeskMatch(candidates, _is_alone(found))


def _is_alone(judged: list[_JudgedPerson]) -> bool:
    """Say whether the first is certain and nobody else is as likely."""
    first, *others = judged
    if not first.is_certain:
        return False
    rivals = [each for each in others if each.is_certain]
    if first.has_office and first.bond > Bond.EXTRA:
        return not any(each.has_office for each in rivals)
    if first.bond < Bond.LONGER:  # by the office alone
        return not rivals
    return not any(each.bond >= min(first.bond, Bond.RESPELT) for each in rivals)


# who is asked for


def _names(proposed: PersonFields) -> list[str]:
    """Return the fullest ways of writing the name, no part of another of them."""
    names = sorted((proposed.name, *proposed.aliases), key=lambda name: -len(name_words(name)))
    wanted: list[str] = []
    for name in names:
        words = set(name_words(name))
        if words and not any(words <= set(name_words(other)) for other in wanted):
            wanted.append(name)
    return wanted[:MAX_ASKED_NAMES]


def _page(reader: Reader, text: str, lens: Lens, *filters: Filter, cap: int = MAX_HITS) -> Page:
    """Return who is called by these very words."""
    query = as_exact(parse_query(" ".join((text, *(each.text_of() for each in filters)))))
    return reader.page("person", query, lens, cap=cap)


def _ids_of_name(reader: Reader, proposed: PersonFields, lens: Lens, _day: str) -> Iterator[int]:
    """Yield who bears all words of the name, or all but one."""
    for name in _names(proposed):
        words = [word for word in name_words(name) if len(word) > 1][:MAX_WORDS]
        if len(words) < 2:
            continue
        yield from _page(reader, " ".join(words), lens).ids[:MAX_HITS]
        for pair in combinations(words, 2) if len(words) > 2 else ():
            yield from _page(reader, " ".join(pair), lens).ids[:MAX_HITS]


def _ids_with_surname(
    reader: Reader, proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield who bears the surname; of too many, those with an office of the text."""
    for name in _names(proposed):
        surname = next((word for word in reversed(name_words(name)) if len(word) > 1), "")
        cap = MAX_NAMESAKES if proposed.offices else MAX_HITS
        page = _page(reader, surname, lens, cap=cap) if surname else Page(array("q"))
        yield from page.ids[:MAX_HITS]
        if len(page.ids) <= MAX_HITS and not page.is_capped:
            continue
        offices = [
            (each.former, _telling_words(each, proposed.country)) for each in proposed.offices
        ]
        if not page.is_capped and not any(former for former, _ in offices):
            yield from _in_office(reader, page.ids, [words for _, words in offices], lens, day)
            continue
        for _, words in offices:
            filters = [Filter("office", word) for word in words]
            if filters:
                yield from _page(reader, surname, lens, *filters).ids[:MAX_HITS]


def _in_office(
    reader: Reader, ids: Iterable[int], offices: list[list[str]], lens: Lens, day: str
) -> list[int]:
    """Return the first of some people who hold one of several offices on a day, by the words of
    its title."""
    found: list[int] = []
    for (key, _), title in reader.titles_then([(each, day) for each in ids], lens).items():
        words_then = fold(title.text).split()
        if any(words and all(_is_begun(word, words_then) for word in words) for words in offices):
            found.append(key)
    return found[:MAX_HITS]


def _is_begun(word: str, words_then: list[str]) -> bool:
    return any(each.startswith(word) for each in words_then)


def _ids_spelt_otherwise(
    reader: Reader, proposed: PersonFields, lens: Lens, _day: str
) -> Iterator[int]:
    """Yield who is called nearly so, or so in another script."""
    for name in _names(proposed)[:1]:
        query = parse_query(" ".join(name_words(name)))
        if len(query.words) > 1 or not name.isascii():
            yield from reader.page("person", query, lens, cap=MAX_HITS).ids[:MAX_HITS]


def _telling_words(office: ProposedOffice, country: str) -> list[str]:
    """Return the words of an office that a title of the same office would have as well."""
    return office_key(office.title, country_name(country) if country else "").split()[:4]


# what speaks for whom


def _judge(proposed: PersonFields, known: Person, day: str) -> _JudgedPerson:
    names = tuple(filter(str.strip, (known.title, *(name.text for name in known.names))))
    country = known.country or proposed.country
    bond = max(
        (
            _bond(each, names, country)
            for each in (proposed.name, *proposed.aliases)
            if each.strip()
        ),
        default=Bond.NONE,
    )
    bond = _full_name_first(proposed, names, country, bond)
    return _JudgedPerson(
        person=known,
        bond=bond,
        has_office=any(
            _is_office_of(office, tenure, proposed, day)
            for office in proposed.offices
            for tenure in known.tenures
        ),
        is_same_country=bool(known.country) and known.country == proposed.country,
        is_other_country=bool(known.country and proposed.country)
        and known.country != proposed.country,
        was_dead=bool(known.died and known.died.last and known.died.last < day),
    )


def _full_name_first(
    proposed: PersonFields, names: Iterable[str], country: str, bond: Bond
) -> Bond:
    """Return no bond where the full name contradicts: that Dar is a part of both says little."""
    if bond > Bond.PART or len(name_words(proposed.name)) < 2:
        return bond
    return _bond(proposed.name, names, country)


def _bond(own_name: str, names: Iterable[str], country: str) -> Bond:
    """Return how a name goes with those of a person: with one in its script, if there is any."""
    script = script_of(own_name)
    written_so = [name for name in names if script_of(name) == script]
    if written_so:
        return max(bond_of(own_name, name, country) for name in written_so)
    nearest = max((alike(own_name, name, "person").score for name in names), default=0.0)
    return Bond.RESPELT if nearest >= SURELY_ALIKE else Bond.NONE


def _is_office_of(office: ProposedOffice, tenure: Tenure, proposed: PersonFields, day: str) -> bool:
    """Say whether an office of the text is one that a person of the desk held, on the day unless
    the text calls it a former one.
    """
    known_office = tenure.office
    if known_office is None:
        return False
    if not office.former and tenure_certainty(tenure, day) == NOT_HELD:
        return False
    body = known_office.organization.title if known_office.organization else ""
    theirs = _country_of(body)
    ours = office.country or proposed.country
    if ours and theirs and ours != theirs:
        return False
    state = country_name(ours or theirs) if ours or theirs else ""
    return _key(office.title, state, office.organization, body) == _key(
        known_office.title, state, office.organization, body
    )


def _key(title: str, state: str, *bodies: str) -> str:
    """Return an office without the state and the bodies that either side names.

    >>> _key("Commander of U.S. Central Command", "United States", "U.S. Central Command")
    'commander'
    """
    own = set(" ".join(office_key(body, state) for body in bodies if body).split())
    words = office_key(title, state).split()
    return " ".join(word for word in words if word not in own) or " ".join(words)


def _country_of(body: str) -> str:
    """Return the country that a body's name tells, as far as it does."""
    words = body.split()
    for size in range(min(4, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            piece = " ".join(words[at : at + size])
            if piece[:1].isupper() and (code := country_code(piece) or demonym_code(piece)):
                return code
    return ""
