"""Which person of the desk a proposed one is: by name, country and office; `matcher` asks it.

A surname alone, or a name that is not wholly the same, needs the office to be certain; another
country or another first name speaks against it, however near the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
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
from db.names.scripts import LATIN, script_of
from db.query import as_exact, parse_query
from db.reader import Reader
from db.record_types import Person, Tenure
from db.search.fuzzy.word_spellings import SpellingWay
from db.vocabulary.countries import country_code, country_name, demonym_code

MAX_ASKED_NAMES = 3  # ways of writing a name that the desk is asked for
MAX_WORDS = 4
MAX_HITS = 12  # records of each question that are looked at
MAX_BEARERS = 36  # of a name in other letters, of whom the names alone are looked at
MAX_NAMESAKES = 60  # bearers of a name with an office whose days are looked at
MAX_READ = 24  # records of each question that are read whole, those of the nearest names
SURELY_ALIKE = 0.95  # of names in two scripts
Spellings = Sequence[Collection[str]]  # of each word of a name
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
    seen: set[int] = set()
    found: list[_JudgedPerson] = []
    is_full = any(len(name_words(name)) > 1 for name in _names(proposed))
    for ask in QUESTIONS_OF_FULL_NAMES if is_full else QUESTIONS_OF_SURNAMES:
        ids = [key for key in dict.fromkeys(ask(reader, proposed, lens, day)) if key not in seen]
        seen.update(ids)
        found += _judge_all(reader, proposed, ids, lens, day)
        if any(each.bond >= Bond.LONGER or each.is_certain for each in found):
            break
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


def _ids_of_name(reader: Reader, proposed: PersonFields, lens: Lens, day: str) -> Iterator[int]:
    """Yield who bears all words of the name, or all but one."""
    for name in _names(proposed):
        words = [word for word in name_words(name) if len(word) > 1][:MAX_WORDS]
        if len(words) < 2:
            continue
        yield from _ids_of_words(reader, words, proposed, lens, day)
        for pair in combinations(words, 2) if len(words) > 2 else ():
            yield from _ids_of_words(reader, pair, proposed, lens, day)


def _ids_with_surname(
    reader: Reader, proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield who bears the surname."""
    for name in _names(proposed):
        surname = next((word for word in reversed(name_words(name)) if len(word) > 1), "")
        if surname:
            yield from _ids_of_words(reader, [surname], proposed, lens, day)


def _ids_of_words(
    reader: Reader, words: Sequence[str], proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield who is called by these very words; of too many, first who has an office of the text."""
    query = as_exact(parse_query(" ".join(words)))
    ids = reader.page("person", query, lens, cap=MAX_HITS).ids[:MAX_HITS]
    if len(ids) == MAX_HITS:
        yield from _ids_with_office(reader, [[word] for word in words], proposed, lens, day)
    yield from ids


def _ids_bearing(
    reader: Reader, name: Spellings, proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield who is called by one of the spellings of each word; of too many as above."""
    ids = reader.bearers("person", name, lens, MAX_BEARERS)
    if len(ids) == MAX_BEARERS:
        yield from _ids_with_office(reader, name, proposed, lens, day)
    yield from ids


def _ids_with_office(
    reader: Reader, name: Spellings, proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield who bears a name and an office of the text, on the day if it is no former one.

    The words of the office are looked for in the index with the name: to list its holders, or the
    bearers of the name, takes long where there are thousands.
    """
    for office in proposed.offices:
        words = _telling_words(office, proposed.country)
        if not words:
            continue
        ids = reader.bearers("person", name, lens, MAX_NAMESAKES, elsewhere=words)
        yield from ids[:MAX_HITS] if office.former else _in_office(reader, ids, words, lens, day)


def _in_office(
    reader: Reader, ids: Sequence[int], words: Sequence[str], lens: Lens, day: str
) -> list[int]:
    """Return the first of some people whose office on a day has these words in its title."""
    found: list[int] = []
    for (key, _), title in reader.titles_then([(each, day) for each in ids], lens).items():
        words_then = fold(title.text).split()
        if all(_is_begun(word, words_then) for word in words):
            found.append(key)
    return found[:MAX_HITS]


def _is_begun(word: str, words_then: list[str]) -> bool:
    return any(each.startswith(word) for each in words_then)


def _ids_spelt_otherwise(
    reader: Reader, proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield whose name can only be this one, in other letters or in another script."""
    for name in _names(proposed)[:1]:
        words = name_words(name)
        if script_of(name) != LATIN:
            query = parse_query(" ".join(words))
            yield from reader.page("person", query, lens, cap=MAX_HITS).ids[:MAX_HITS]
            continue
        yield from _ids_respelt(reader, words, proposed, lens, day)
        abroad = reader.spellings(words, SpellingWay.ABROAD)
        if abroad != [[word] for word in words]:
            yield from _ids_bearing(reader, abroad, proposed, lens, day)


def _ids_respelt(
    reader: Reader, words: tuple[str, ...], proposed: PersonFields, lens: Lens, day: str
) -> Iterator[int]:
    """Yield who bears all words of a name in other letters, or all but one."""
    for form, spelt in _forms(reader, words):
        changed = [
            len(word) == 1 or spellings != [word]
            for word, spellings in zip(form, spelt, strict=True)
        ]
        if any(changed):
            yield from _ids_bearing(reader, spelt, proposed, lens, day)
        whole = [at for at, word in enumerate(form) if len(word) > 1][:MAX_WORDS]
        for pair in combinations(whole, 2) if len(form) > 2 else ():
            if any(changed[at] for at in pair):
                name = [spelt[at] for at in pair]
                yield from _ids_bearing(reader, name, proposed, lens, day)


def _forms(reader: Reader, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Spellings]]:
    """Yield a name with the spellings of its words, then with two of these written as one: Abdul
    Rahman as Abdulrahman.
    """
    spelt = reader.spellings(words, SpellingWay.RESPELT)
    yield words, spelt
    for at in range(min(len(words), MAX_WORDS) - 1):
        one = words[at] + words[at + 1]
        solid = [
            each for each in reader.spellings([one], SpellingWay.RESPELT)[0] if " " not in each
        ]
        if solid:
            yield (*words[:at], one, *words[at + 2 :]), [*spelt[:at], solid, *spelt[at + 2 :]]


def _telling_words(office: ProposedOffice, country: str) -> list[str]:
    """Return the words of an office that a title of the same office would have as well."""
    return office_key(office.title, country_name(country) if country else "").split()[:4]


# Of a full name its other spellings come before those who share no more than the surname: one of
# these would hide its namesakes.
QUESTIONS_OF_FULL_NAMES = (_ids_of_name, _ids_spelt_otherwise, _ids_with_surname)
QUESTIONS_OF_SURNAMES = (_ids_with_surname, _ids_spelt_otherwise)


# what speaks for whom


def _judge_all(
    reader: Reader, proposed: PersonFields, ids: Sequence[int], lens: Lens, day: str
) -> Iterator[_JudgedPerson]:
    """Yield those whose names go with a proposed one; only these are read whole."""
    names = reader.names_of(ids, lens)
    bonds = {
        key: bond
        for key in ids
        if key in names and (bond := _best_bond(proposed, names[key][1], names[key][0]))
    }
    nearest = sorted(bonds, key=lambda key: -bonds[key])[:MAX_READ]
    for key, each in reader.records("person", nearest, lens).items():
        if isinstance(each, Person):
            yield _judge(proposed, each, day, bonds[key])


def _best_bond(proposed: PersonFields, known_names: Iterable[str], known_country: str) -> Bond:
    country = known_country or proposed.country
    names = tuple(filter(str.strip, known_names))
    ours = filter(str.strip, (proposed.name, *proposed.aliases))
    bond = max((_bond(each, names, country) for each in ours), default=Bond.NONE)
    return _full_name_first(proposed, names, country, bond)


def _judge(proposed: PersonFields, known: Person, day: str, bond: Bond) -> _JudgedPerson:
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
