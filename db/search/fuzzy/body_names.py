"""How bodies are called otherwise: by their initials, as a state's, with a number in words.

`widened` asks, where no body is called as was typed. PLA is the People's Liberation Army, the
Norwegian Foreign Ministry the Ministry of Foreign Affairs of Norway or that of the country Norway,
and Brigade Forty-Four is Brigade 44.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from db.names import fold
from db.names.name_lists import word_list
from db.search.exact.exact_hits import SearchScope
from db.search.exact.search_terms import SearchTerms
from db.search.fuzzy.name_offices import LONGEST_COUNTRY, MARKS
from db.search.fuzzy.other_body_names import in_english, known_names, other_matters
from db.search.fuzzy.readings import with_words
from db.vocabulary.countries import country_code, country_name, demonym_code

MIN_INITIALS, MAX_INITIALS = 2, 7  # letters
MIN_SMALL_INITIALS = 3  # letters, where they are not typed in capitals
MIN_JOINED_WORDS = (
    3  # large words before an "and" from which on initials may leave out what it joins
)
JOINTS = frozenset(("and", "et", "y", "e", "und"))
MAX_CANDIDATES = 2_000  # names looked through for their initials
MAX_BY_INITIALS = 60
MIN_SYLLABLE_LETTERS, MAX_SYLLABLE_LETTERS = 4, 12  # of a name made of beginnings of words
MAX_SYLLABLE = 5  # letters of one word that it takes
MIN_WORDS_TAKEN = 3  # words that give letters
MAX_LEFT_OUT = 2  # large words that it has nothing of
SHARE = re.compile(r"(\d+)%(\w*)")
TENS = 20  # from here on a number in words may be followed by one


class BodyQuestion(NamedTuple):
    """What else may be asked, and where; with `is_near` what is spelt nearly so will do as well,
    with `is_resort` it is asked only where nothing before was answered. `is_other` says that these
    are other names than was typed.
    """

    scope: SearchScope
    alternatives: list[SearchTerms]
    is_near: bool = False
    is_resort: bool = False
    is_other: bool = False


def questions_of_bodies(place: SearchScope, terms: SearchTerms) -> Iterator[BodyQuestion]:
    """Give what else may be asked: other names of a known body, one state's bodies, a translation,
    or with a number in figures.

    The words that name the state are left out of what is asked: they say where.
    """
    words = _words(terms)
    yield from _known_so(place, terms, words)
    yield from _of_one_state(place, terms, words)
    figures = _in_figures(words)
    if figures != words:
        yield BodyQuestion(place, [with_words(terms, tuple(figures))], is_near=True)
    if len(words) > 1:  # a body that is named by its initials alone
        bare = [each for each in initials_of(" ".join(words)) if len(each) >= MIN_INITIALS]
        yield from (_question_of(place, terms, [(each,)]) for each in bare if _bears(place, each))
    for english, states in in_english(terms.typed):
        yield from _of_one_state(place, terms, english)
        home = _of_country(place, states)
        others = [each.words for state in states for each in known_names(english, state)]
        yield _question_of(home, terms, [english], is_resort=True, is_other=True)
        names = [*others, *other_matters(english)]
        yield _question_of(home, terms, names, is_resort=True, is_other=True)
        yield _question_of(place, terms, [english], is_resort=True, is_other=True)


def _question_of(
    scope: SearchScope,
    terms: SearchTerms,
    names: Sequence[tuple[str, ...]],
    *,
    is_near: bool = False,
    is_resort: bool = False,
    is_other: bool = False,
) -> BodyQuestion:
    readings = [so for name in names if (so := with_words(terms, name)).name_words]
    return BodyQuestion(scope, readings, is_near, is_resort, is_other)


def _known_so(
    place: SearchScope, terms: SearchTerms, words: Sequence[str]
) -> Iterator[BodyQuestion]:
    """Ask for the other names of a known body, among its state's or those of no state."""
    for state, rest in [("", words), *_of_states(words)]:
        for codes, known in groupby(known_names(rest, state), lambda each: each.states):
            # A name of one word, mostly an acronym, is a word of many others.
            names = [
                each.words
                for each in known
                if len(each.words) > 1 or _bears(place, fold(each.words[0]))
            ]
            if names and codes:
                yield _question_of(_of_country(place, codes), terms, names, is_other=True)
            if names:
                scope = _of_country(place, ("",)) if codes else place
                yield _question_of(scope, terms, names, is_resort=bool(codes), is_other=True)


def _of_one_state(
    place: SearchScope, terms: SearchTerms, words: Sequence[str]
) -> Iterator[BodyQuestion]:
    """Ask among the bodies of a state that is named, then for what they may be called there."""
    for code, rest in _of_states(words):
        scope = _of_country(place, (code,))
        with_name = (*rest, *country_name(code).split())
        yield _question_of(scope, terms, [tuple(rest)], is_near=True)
        yield _question_of(place, terms, [with_name], is_near=True)
        yield _question_of(scope, terms, other_matters(rest), is_resort=True)


def is_acronym(terms: SearchTerms) -> bool:
    """Say whether one short word in capitals was typed, which is no beginning of a longer one."""
    words = _words(terms)
    return len(words) == 1 and words[0].isupper() and len(words[0]) <= MAX_INITIALS


def find_by_initials(place: SearchScope, terms: SearchTerms) -> dict[int, str]:
    """Find the bodies whose initials are typed, alone or with their state; the name of each."""
    if terms.unwanted:
        return {}  # what must not be written of them only the index of words tells
    words = _words(terms)
    found: dict[int, str] = {}
    if len(words) == 1:
        found |= {each.id: each.name for each in _by_initials(place, words[0])}
    for code, rest in _of_states(words):
        if len(rest) == 1:
            bodies = _by_initials(place, rest[0])
            of_state = [each for each in bodies if _is_of(each, code)]
            of_state += _of_state_by_initials(place, rest[0], code)
            of_none = [each for each in bodies if not each.country]
            found |= {each.id: each.name for each in of_state or of_none}
    return dict(list(found.items())[:MAX_BY_INITIALS])


def find_by_syllables(place: SearchScope, terms: SearchTerms) -> dict[int, str]:
    """Find the bodies from whose words, in their order, the letters of one word are taken; the name
    of each.
    """
    words = _words(terms)
    letters = fold(words[0]).replace(" ", "") if len(words) == 1 else ""
    if terms.unwanted or not MIN_SYLLABLE_LETTERS <= len(letters) <= MAX_SYLLABLE_LETTERS:
        return {}
    bodies = _named_like(place, letters[0], "%".join(letters))
    names_by_id = {each.id: each.name for each in bodies if is_taken_from(letters, each.name)}
    return dict(list(names_by_id.items())[:MAX_BY_INITIALS])


def is_taken_from(letters: str, name: str) -> bool:
    """Say whether letters are the beginnings of the words of a name, of which some may be left out.

    >>> is_taken_from("koica", "Korea International Cooperation Agency")
    True
    >>> is_taken_from("norad", "Norwegian Agency for Development Cooperation")
    True
    >>> is_taken_from("korea", "Korea International Cooperation Agency")
    False
    """
    words = fold(name).split()
    small = _small_words()
    most = MAX_LEFT_OUT if len(letters) > MIN_SYLLABLE_LETTERS else 1

    def takes(at: int, rest: str, left_out: int, word_count: int) -> bool:
        """Say whether the words from a place on give what is left of the letters."""
        if left_out > most or at == len(words):
            return not rest and left_out <= most and word_count >= MIN_WORDS_TAKEN
        lengths = range(min(MAX_SYLLABLE, len(words[at]), len(rest)), 0, -1)
        if any(
            rest[:size] == words[at][:size] and takes(at + 1, rest[size:], left_out, word_count + 1)
            for size in lengths
        ):
            return True
        return at > 0 and takes(at + 1, rest, left_out + (words[at] not in small), word_count)

    return takes(0, letters, 0, 0)


def _words(terms: SearchTerms) -> list[str]:
    bare = (word.strip(MARKS) for word in terms.typed.split())
    return [word for word in bare if fold(word)]


# of a state


def _of_states(words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Give the state that some of the words name, and the others."""
    for at in range(len(words)):
        for size in range(min(LONGEST_COUNTRY, len(words) - at), 0, -1):
            code = _state_of(" ".join(words[at : at + size]))
            rest = _without_links([*words[:at], *words[at + size :]])
            if code and rest:
                yield code, rest
                break


@lru_cache(maxsize=1 << 10)
def _state_of(text: str) -> str | None:
    bare = text.removesuffix("'s").removesuffix("’s")
    if len(bare) > 3 or (bare.isupper() and len(bare) > 1):
        return demonym_code(bare) or country_code(bare)
    return demonym_code(bare) if bare.istitle() and len(bare) == 3 else None


def _without_links(words: Sequence[str]) -> list[str]:
    """Leave out "of the" where the state stood."""
    rest = list(words)
    while rest and fold(rest[-1]) in _small_words():
        rest.pop()
    while rest and fold(rest[0]) in _small_words():
        rest.pop(0)
    return rest


def _of_country(place: SearchScope, codes: Sequence[str]) -> SearchScope:
    """Look among the bodies that are noted as of some states; '' is of none."""
    condition = f"r.country IN ({', '.join('?' * len(codes))})"
    where = " AND ".join(filter(None, (place.where, condition)))
    return replace(place, where=where, values=(*place.values, *codes))


# initials


def _small_words() -> frozenset[str]:
    return frozenset(word_list("bodies")["small_words"])


@lru_cache(maxsize=1 << 12)
def initials_of(text: str) -> frozenset[str]:
    """Give what the initials of a name may be: with its small words and without, "co-op" as one
    word and as two, and what stands before the name of its state.

    >>> sorted(initials_of("Organization for Security and Co-operation in Europe"))
    ['ofsacie', 'ofsacoie', 'osce', 'oscoe', 'ose', 'osoe']
    >>> "mfa" in initials_of("Ministry of Foreign Affairs of Estonia")
    True
    >>> sorted(initials_of("Group of Seven"))
    ['g7', 'go7']
    """
    found: set[str] = set()
    words = text.split()
    for end in range(len(words), 0, -1):
        if end < len(words) and not _may_end(words, end):
            continue
        for parts in (words[:end], " ".join(words[:end]).replace("-", " ").split()):
            keys = [key for word in parts if (key := fold(word).replace(" ", ""))]
            large = [key for key in keys if key not in _small_words()]
            idle = word_list("bodies")["heads"]
            telling = [key for at, key in enumerate(keys) if not at or key not in idle]
            single = [
                key
                for before, key in pairwise(["", *keys])
                if key not in _small_words() and before not in JOINTS
            ]
            ways = (keys, large, telling, single)
            found.update("".join(map(_initial, each)) for each in ways)
    return frozenset(found)


def _may_end(words: Sequence[str], end: int) -> bool:
    """Say whether initials may leave out what follows: the state, or what is joined by an "and"."""
    large = [word for word in words[:end] if (key := fold(word)) and key not in _small_words()]
    is_joint = words[end] == "&" or fold(words[end]) in JOINTS
    is_joined = is_joint and len(large) >= MIN_JOINED_WORDS
    return is_joined or _state_of(" ".join(_without_links(words[end:]))) is not None


def _initial(key: str) -> str:
    number = word_list("bodies")["numbers"].get(key)
    return str(number) if number else key if key.isdigit() else key[0]


class Body(NamedTuple):
    """One name of a body, and the code of its state."""

    id: int
    name: str
    country: str


def _is_of(body: Body, code: str) -> bool:
    return body.country == code or fold(country_name(code)) in fold(body.name)


def _by_initials(place: SearchScope, typed: str) -> list[Body]:
    letters = fold(typed).replace(" ", "")
    least = MIN_INITIALS if typed.isupper() else MIN_SMALL_INITIALS
    if not least <= len(letters) <= MAX_INITIALS or not letters[0].isalpha():
        return []
    # Each letter begins a word; a figure may be written in words.
    pattern = letters[0] + "".join(f"% {each}" if each.isalpha() else "%" for each in letters[1:])
    bodies = _named_like(place, letters[0], pattern)
    return [each for each in bodies if letters in initials_of(each.name)]


def _of_state_by_initials(place: SearchScope, typed: str, code: str) -> list[Body]:
    """Find the bodies of a state, few enough to be looked through, that may leave out that they are
    federal or national.
    """
    letters = fold(typed).replace(" ", "")
    home = _of_country(place, (code,))
    where = [f"r.id {each}" for each in home.among] + [home.where]
    rows = home.sql.rows(
        "SELECT r.id, n.text, r.country FROM record r JOIN name n ON n.record_id = r.id"
        f" WHERE r.kind = ? {''.join(f' AND {each}' for each in where)} LIMIT ?",
        (home.kind, *home.values, MAX_CANDIDATES),
    )
    bodies = [Body(*row) for row in rows]
    return [
        each
        for each in bodies
        if (fold(each.name)[:1] == letters[:1] and letters in initials_of(each.name))
        or letters in initials_of(_without_head(each.name))
    ]


def _without_head(name: str) -> str:
    """Return a name without what stands before it and says no more than whose it is, or what sort
    of office; '' where there is no such word.

    >>> _without_head("Federal Ministry of Defence"), _without_head("Department of Health")
    ('Ministry of Defence', 'Health')
    >>> _without_head("Bank of Japan")
    ''
    """
    first, _, rest = name.partition(" ")
    lists = word_list("bodies")
    if fold(first) in lists["heads"] or _state_of(first) is not None:
        return rest
    return rest.partition(" ")[2] if fold(first) in lists["offices"] else ""


def _named_like(place: SearchScope, first: str, pattern: str) -> list[Body]:
    """Return the first bodies whose folded names begin with a letter and are like a pattern.

    The letter is a range of the index of names: all of them would take a second.
    """
    where = [f"r.id {each}" for each in place.among]
    where += [place.where] if place.where else []
    rows = place.sql.rows(
        "SELECT r.id, n.text, r.country FROM name n CROSS JOIN record r ON r.id = n.record_id"
        " WHERE n.folded >= ? AND n.folded < ? AND n.folded LIKE ? AND r.kind = ?"
        f" {''.join(f' AND {each}' for each in where)} LIMIT ?",
        (first, chr(ord(first) + 1), f"{pattern}%", place.kind, *place.values, MAX_CANDIDATES),
    )
    return [Body(*row) for row in rows]


def _bears(place: SearchScope, letters: str) -> bool:
    """Say whether something is named so; the index of names tells at once."""
    return place.sql.value("SELECT 1 FROM name WHERE folded = ? LIMIT 1", (letters,)) is not None


# numbers


def _in_figures(words: Sequence[str]) -> list[str]:
    """Write numbers that stand in words in figures.

    >>> _in_figures("Brigade Forty-Four".split()), _in_figures(["Three", "Percenters"])
    (['Brigade', '44'], ['3', 'Percenters'])
    """
    numbers = word_list("bodies")["numbers"]
    parts = [part for word in words for part in _apart(word)]
    read = [numbers.get(fold(part)) or (int(part) if part.isdecimal() else None) for part in parts]
    found: list[str] = []
    is_taken = False
    for (part, number), (_, following) in pairwise([*zip(parts, read, strict=True), ("", None)]):
        if is_taken:
            is_taken = False
        elif number is None:
            found.append(part)
        elif number >= TENS and number % 10 == 0 and following and following < 10:
            found.append(str(number + following))
            is_taken = True
        else:
            found.append(str(number))
    return found


def _apart(word: str) -> list[str]:
    """Cut "Forty-Four" and "3%ers" in two, and no other word."""
    if share := SHARE.fullmatch(word):
        return [share[1], f"percent{share[2]}"]
    numbers = word_list("bodies")["numbers"]
    parts = word.split("-")
    is_number = len(parts) == 2 and all(fold(part) in numbers or part.isdecimal() for part in parts)
    return parts if is_number else [word]
