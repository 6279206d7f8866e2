"""Makes one person of all mentions that mean the same: by full name, surname, initials, rank and
office; resolves "the army chief" and "COAS" to the one who holds the office in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.intake.lexicons.name_words import (
    family_names_first,
    particles,
)
from db.intake.lexicons.office_words import same_titles
from db.intake.lexicons.rank_words import courtesies_in_names, rank_level
from db.intake.lexicons.word_files import word_set
from db.intake.mentions.offices.office_facts import OfficeFacts, merge_office
from db.intake.mentions.person_mention import PersonMention
from db.names import fold

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
#: Titles whose counterpart in another state is called otherwise.
_FOREIGN_MINISTER = frozenset((
    "secretary of state", "foreign secretary", "external affairs minister", "state secretary",
    "minister of external affairs", "foreign affairs cabinet secretary",
))  # fmt: skip
#: Whom "the Uzbek leader" can mean.
_HEADS_OF_STATES = frozenset((
    "president", "prime minister", "premier", "king", "queen", "emir", "sultan", "chancellor",
    "supreme leader", "taoiseach", "chairman of the presidency",
))  # fmt: skip


@dataclass(slots=True)
class PersonEntity:
    """One person of the text."""

    name: str
    keys: tuple[str, ...]
    mentions: list[tuple[int, PersonMention]] = field(default_factory=list)  # sentence, mention
    offices: list[OfficeFacts] = field(default_factory=list)
    rank: str = ""
    country: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    reasons: dict[str, None] = field(default_factory=dict)
    leads: list[int] = field(default_factory=list)  # sentences that begin with this person
    surnames: set[str] = field(default_factory=set)  # that the text writes in capitals: MORIYAMA

    def bears(self, word: str) -> bool:
        """Say whether a word alone may mean somebody: the surname, or a family name set first."""
        return word in self.surnames or _is_same_name((word,), self.keys)

    def takes_over(self, titles: frozenset[str]) -> bool:
        """Say whether somebody is said to begin in an office of a title."""
        return any(
            office.is_new and not office.is_outgoing
            for office in self.offices
            if office.key() in titles
        )

    def settle_rank(self) -> None:
        """Take "FM" for the rank of a field marshal and not for an office."""
        if self.rank == "Field Marshal" and any(each.group == "military" for each in self.offices):
            self.offices = [each for each in self.offices if each.key() != "foreign minister"]

    def is_single(self) -> bool:
        """Say whether only one word of the name is known."""
        return len(self.keys) < 2


def name_keys(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparing, without particles.

    >>> name_keys("Mohammed bin Salman Al Saud"), name_keys("Michael E. Kurilla")
    (('mohammed', 'salman', 'saud'), ('michael', 'kurilla'))
    """
    words = fold(name).split()
    if len(words) == 2 and words[0] in courtesies_in_names():
        words = words[1:]
    small = [word for word in words if word not in particles() and word not in _SUFFIXES]
    return tuple(small or words)


class PersonGroups:
    """The people of one text, found mention by mention."""

    def __init__(self) -> None:
        self.people: list[PersonEntity] = []
        self._by_word: dict[str, list[PersonEntity]] = {}

    def add(self, sentence: int, mention: PersonMention) -> PersonEntity | None:
        """Return whom a mention means, a new person if nobody before; None if that is not known."""
        keys = name_keys(mention.name)
        if not keys:
            return None
        person = self._find(keys, mention)
        if person is None:
            if len(keys) == 1 and not (mention.offices or mention.rank or mention.courtesy):
                return None
            person = PersonEntity(mention.name, keys)
            self.people.append(person)
        elif _is_fuller(keys, mention.name, person):
            person.aliases[person.name] = None
            person.name, person.keys = mention.name, keys
        self._index(person, keys)
        _take_facts(person, sentence, mention)
        return person

    def _index(self, person: PersonEntity, keys: tuple[str, ...]) -> None:
        for word in keys:
            people = self._by_word.setdefault(word, [])
            if person not in people:
                people.append(person)

    def _find(self, keys: tuple[str, ...], mention: PersonMention) -> PersonEntity | None:
        candidates: dict[int, PersonEntity] = {}
        lists = [self._by_word.get(word, []) for word in keys]
        telling = [each for each in lists if len(each) <= MAX_NAMESAKES] or lists
        for each in telling:  # a name that everybody bears tells nothing
            for person in each:
                candidates[id(person)] = person
        fitting = [each for each in candidates.values() if _is_same_name(keys, each.keys)]
        if len(fitting) > 1:
            agreeing = [each for each in fitting if _agrees(each, mention)]
            fitting = agreeing or fitting
        if not fitting and len(keys) == 1:
            fitting = [each for each in candidates.values() if keys[0] in each.surnames]
        if not fitting and len(keys) == 1:
            fitting = [
                each for each in candidates.values()
                if each.keys[0] == keys[0] and (_agrees(each, mention) or mention.courtesy)
            ]  # fmt: skip
        if not fitting:
            return None
        best = fitting[-1]
        return best if _may_be(best, mention, keys) else None

    def by_surname(self, word: str) -> PersonEntity | None:
        """Return the one person whose surname a word alone may be."""
        keys = name_keys(word)
        bearers = self._by_word.get(keys[-1], ()) if keys else ()
        if len(keys) > 1:  # Abdel-Razek, Lindner-Voss
            people = [person for person in bearers if person.keys[-len(keys) :] == keys]
        else:
            people = [person for person in bearers if person.bears(keys[0])]
        if not people:
            people = [
                person for person in bearers
                if person.keys[0] == keys[0] and person.country in word_set("given_name_countries")
            ]  # fmt: skip
        return people[0] if len(people) == 1 else None

    def holder(self, office: OfficeFacts, before: int) -> PersonEntity | None:
        """Return who holds an office in the text: of several the one named last before a sentence.

        An office without a state is whose state's it can be; one with a state that differs is not.
        """
        titles = same_titles().get(office.key(), frozenset()) | {office.key()}
        found: list[tuple[int, tuple[int, int], PersonEntity]] = []
        for person in self.people:
            for each in person.offices:
                grade = _grade(office, each, titles, person)
                if grade:
                    found.append((grade, _last_place(person, office, before), person))
        if office.is_new or office.is_outgoing:
            found = [each for each in found if each[2].takes_over(titles) is office.is_new]
            if len({id(person) for _, _, person in found}) > 1:
                return None
        if not found:
            return None
        best = max(grade for grade, _, _ in found)
        top = [each for each in found if each[0] == best]
        people = {id(person): person for _, _, person in top}
        if office.key() == "leader" and len(people) > 1:
            return None  # a president and a prime minister
        if len(people) > 1 and best < 3 and office.country == "":
            recent = [each for each in top if each[1] != _NOWHERE]
            return max(recent, key=lambda each: each[1])[2] if recent else None
        return max(top, key=lambda each: each[1])[2]


_NOWHERE = (-1, -1)
#: How many sentences back somebody of whom the text spoke is meant before others named since.
SUBJECT_SENTENCES = 4


def _last_place(person: PersonEntity, office: OfficeFacts, before: int) -> tuple[int, int]:
    """Return where somebody was last spoken of before an office that stands alone: the sentences
    that began with him, the more the better, else the one that named him."""
    leads = [at for at in person.leads if before - SUBJECT_SENTENCES <= at < before]
    last = max(
        (
            at for at, mention in person.mentions
            if at < before or (at == before and mention.end <= office.start)
        ),
        default=-1,
    )  # fmt: skip
    if leads:
        return before + len(leads), leads[-1]
    return (last, 0) if last >= 0 else _NOWHERE


def _grade(
    office: OfficeFacts, other: OfficeFacts, titles: frozenset[str], person: PersonEntity
) -> int:
    """Return how well an office named alone fits one that somebody holds; 0 if it does not."""
    country = other.country or person.country
    if office.country and country and office.country != country:
        return 0
    if office.country and not country:
        return 0
    key, title = other.key(), office.key()
    if office.organization and other.organization and not _is_same_body(office, other):
        return 0
    if key == title:
        return 4
    if key in titles:
        return 3
    if title == "leader":
        return 2 if key in _HEADS_OF_STATES and not other.organization and not other.former else 0
    words, mine = key.split(), title.split()
    if title in ("minister", "secretary", "chief", "commander", "ambassador", "envoy", "president"):
        head_like = mine[-1] in words[:1] or mine[-1] == words[-1]
        if title == "minister" and key in _HEADS_OF_STATES:
            head_like = False
        if title == "secretary" and key == "secretary of state":
            head_like = True
        return 2 if head_like and "spokesperson" not in words else 0
    if len(mine) > 1 and set(mine) <= set(words) and "deputy" not in words:
        return 2
    return 0


def _is_same_body(one: OfficeFacts, other: OfficeFacts) -> bool:
    first, second = one.organization.lower(), other.organization.lower()
    return first in second or second in first


def _is_same_name(keys: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names in words may be one person's.

    >>> _is_same_name(("rubio",), ("marco", "rubio"))
    True
    >>> _is_same_name(("s", "jaishankar"), ("subrahmanyam", "jaishankar"))
    True
    >>> _is_same_name(("ali", "khan"), ("imran", "khan"))
    False
    """
    short, long = (keys, other) if len(keys) <= len(other) else (other, keys)
    if len(short) == 1:
        word = short[0]
        if word == long[-1]:
            return True
        if word == long[0] and (word in family_names_first() or len(long) == 1):
            return True
        return len(long) > 2 and word in long and len(word) > 3
    remaining = list(long)
    for word in short:
        match = next((each for each in remaining if _is_same_word(word, each)), None)
        if match is None:
            return False
        remaining.remove(match)
    return True


MIN_VARIED_LETTERS = 5
MAX_NAMESAKES = 40  # people with one word of their names in common that are compared


def _is_same_word(one: str, other: str) -> bool:
    """Say whether two words of names are the same: spelt otherwise in one letter, or an initial.

    >>> _is_same_word("farhan", "furhan"), _is_same_word("mohammed", "muhammad")
    (True, True)
    >>> _is_same_word("hassan", "hussein"), _is_same_word("ali", "ala")
    (False, False)
    """
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if one[0] != other[0]:
        return False
    variants = word_set("spellings_of_muhammad")
    return (one in variants and other in variants) or _differs_by_one(one, other)


def _differs_by_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < MIN_VARIED_LETTERS or len(long) - len(short) > 1:
        return False
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def _agrees(person: PersonEntity, mention: PersonMention) -> bool:
    keys = {office.key() for office in person.offices}
    return any(office.key() in keys for office in mention.offices) or (
        bool(mention.rank) and mention.rank == person.rank
    )


def _may_be(person: PersonEntity, mention: PersonMention, keys: tuple[str, ...]) -> bool:
    """Say whether a fitting name is no namesake: a surname with another office may be."""
    if len(keys) > 1 and len(person.keys) > 1:
        return True
    for office in mention.offices:
        country = office.country
        if country and person.country and country != person.country:
            return False
    return True


def _is_fuller(keys: tuple[str, ...], name: str, person: PersonEntity) -> bool:
    if len(keys) != len(person.keys):
        return len(keys) > len(person.keys)
    return sum(map(len, keys)) > sum(map(len, person.keys)) and keys[-1] == person.keys[-1]


def _take_facts(person: PersonEntity, sentence: int, mention: PersonMention) -> None:
    person.mentions.append((sentence, mention))
    is_short = mention.rank in person.rank  # "Gen." of a major general
    if rank_level(mention.rank) > rank_level(person.rank) and not is_short:
        person.rank = mention.rank  # the one that somebody is promoted to
    elif not person.rank:
        person.rank = mention.rank
    if mention.name != person.name:
        person.aliases[mention.name] = None
    person.country = person.country or mention.country
    if mention.surname:
        person.surnames.add(fold(mention.surname))
    for reason in mention.reasons:
        person.reasons[reason] = None
    for office in mention.offices:
        add_office(person, office)


def add_office(person: PersonEntity, office: OfficeFacts) -> None:
    """Add an office to a person unless another mention of it is there; keep the fuller one."""
    if (
        not person.country
        and office.country
        and not (office.group == "body" and office.organization)
    ):
        person.country = office.country
    if office.key() == "leader" and any(old.group == "national" for old in person.offices):
        return  # "the leaders of Kenya and Chad" are known by their offices
    person.offices = [old for old in person.offices if old.key() != "leader"]
    titles = same_titles().get(office.key(), frozenset())
    for step, old in enumerate(person.offices):
        if office.former != old.former:
            continue
        is_same = old.key() == office.key() or old.key() in titles
        if not is_same and _is_part(office, old):
            is_same = True
        if is_same and (
            not office.organization or not old.organization or _is_same_body(office, old)
        ):
            better = office if len(office.title) > len(old.title) else old
            if old.key() in titles and old.key() != office.key():
                better = old
            person.offices[step] = merge_office(better, old if better is office else office)
            return
    person.offices.append(office)


def _is_part(one: OfficeFacts, other: OfficeFacts) -> bool:
    """Say whether one title is the other with words left out: Minister, Foreign Minister."""
    short, long = sorted((one.key(), other.key()), key=len)
    if one.former or other.former:
        return False
    mine, words = short.split(), long.split()
    if len(mine) == 1:
        is_head = words[0] == mine[0] or (words[-1] == mine[0] and "deputy" not in words)
        return is_head and mine[0] not in ("president", "general")
    return set(mine) <= set(words) and ("deputy" in mine) == ("deputy" in words)


def counterpart_office(office: OfficeFacts, country: str) -> OfficeFacts:
    """Return the office of a counterpart in another state."""
    title = office.title
    if office.key() in _FOREIGN_MINISTER or "external affairs" in office.key():
        title = "Foreign Minister"
    return OfficeFacts(title, office.start, office.end, office.core, office.group, "", country)
