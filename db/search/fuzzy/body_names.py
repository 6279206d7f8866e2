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
from itertools import pairwise

from db.names import fold
from db.names.name_lists import word_list
from db.search.exact.exact_hits import SearchScope
from db.search.exact.search_terms import SearchTerms
from db.search.fuzzy.name_offices import LONGEST_COUNTRY, MARKS
from db.search.fuzzy.readings import asked_so
from db.vocabulary.countries import country_code, country_name, demonym_code

Question = tuple[SearchScope, SearchTerms]
MIN_INITIALS, MAX_INITIALS = 2, 7  # letters
MIN_SMALL_INITIALS = 3  # letters, where they are not typed in capitals
MAX_CANDIDATES = 2_000  # names looked through for their initials
MAX_BY_INITIALS = 60
SHARE = re.compile(r"(\d+)%(\w*)")
TENS = 20  # from here on a number in words may be followed by one


def questions_of_bodies(place: SearchScope, terms: SearchTerms) -> Iterator[Question]:
    """Give what else may be asked, and where: of one state's bodies, or with a number in figures.

    The words that name the state are left out of what is asked: they say where.
    """
    words = _words(terms)
    for code, rest in _of_states(words):
        if reading := asked_so(terms, tuple(rest)):
            yield _of_state(place, code), reading
    figures = _in_figures(words)
    if figures != words:
        yield place, asked_so(terms, tuple(figures))
    if len(words) > 1:  # a body that is named by its initials alone
        for letters in initials_of(" ".join(words)):
            if len(letters) >= MIN_INITIALS and _bears(place, letters):
                yield place, asked_so(terms, (letters,))


def find_by_initials(place: SearchScope, terms: SearchTerms) -> dict[int, str]:
    """Find the bodies whose initials are typed, alone or with their state; the name of each."""
    if terms.unwanted:
        return {}  # what must not be written of them only the index of words tells
    words = _words(terms)
    found: dict[int, str] = {}
    if len(words) == 1:
        found |= _by_initials(place, words[0])
    for code, rest in _of_states(words):
        if len(rest) == 1:
            of_state = _by_initials(_of_state(place, code), rest[0])
            found |= of_state or _by_initials(_of_no_state(place), rest[0])
    return dict(list(found.items())[:MAX_BY_INITIALS])


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
    return None


def _without_links(words: Sequence[str]) -> list[str]:
    """Leave out "of the" where the state stood."""
    rest = list(words)
    while rest and fold(rest[-1]) in _small_words():
        rest.pop()
    while rest and fold(rest[0]) in _small_words():
        rest.pop(0)
    return rest


def _of_state(place: SearchScope, code: str) -> SearchScope:
    """Look only among the bodies of a state, or that bear its name."""
    condition = "r.id IN (SELECT n.record_id FROM name n WHERE n.folded LIKE ?)"
    where = " AND ".join(filter(None, (place.where, f"(r.country = ? OR {condition})")))
    values = (*place.values, code, f"%{fold(country_name(code))}%")
    return replace(place, where=where, values=values)


def _of_no_state(place: SearchScope) -> SearchScope:
    """Look among the bodies of which nobody says whose they are."""
    return replace(place, where=" AND ".join(filter(None, (place.where, "r.country = ''"))))


# initials


def _small_words() -> frozenset[str]:
    return frozenset(word_list("bodies")["small_words"])


@lru_cache(maxsize=1 << 12)
def initials_of(text: str) -> frozenset[str]:
    """Give what the initials of a name may be: with its small words and without, "co-op" as one
    word and as two, and what stands before the name of its state.

    >>> sorted(initials_of("Organization for Security and Co-operation in Europe"))
    ['ofsacie', 'ofsacoie', 'osce', 'oscoe']
    >>> "mfa" in initials_of("Ministry of Foreign Affairs of Estonia")
    True
    >>> sorted(initials_of("Group of Seven"))
    ['g7', 'go7']
    """
    found: set[str] = set()
    words = text.split()
    for end in range(len(words), 0, -1):
        if end < len(words) and not _state_of(" ".join(_without_links(words[end:]))):
            continue
        for parts in (words[:end], " ".join(words[:end]).replace("-", " ").split()):
            keys = [key for word in parts if (key := fold(word).replace(" ", ""))]
            large = [key for key in keys if key not in _small_words()]
            found.update("".join(map(_initial, each)) for each in (keys, large))
    return frozenset(found)


def _initial(key: str) -> str:
    number = word_list("bodies")["numbers"].get(key)
    return str(number) if number else key if key.isdigit() else key[0]


def _by_initials(place: SearchScope, typed: str) -> dict[int, str]:
    letters = fold(typed).replace(" ", "")
    least = MIN_INITIALS if typed.isupper() else MIN_SMALL_INITIALS
    if not least <= len(letters) <= MAX_INITIALS or not letters[0].isalpha():
        return {}
    # Each letter begins a word; a figure may be written in words.
    pattern = letters[0] + "".join(f"% {each}" if each.isalpha() else "%" for each in letters[1:])
    where = [f"r.id {each}" for each in place.among]
    where += [place.where] if place.where else []
    rows = place.sql.rows(
        "SELECT r.id, n.text FROM name n JOIN record r ON r.id = n.record_id"
        f" WHERE r.kind = ? AND n.folded LIKE ? {''.join(f' AND {each}' for each in where)}"
        " LIMIT ?",
        (place.kind, f"{pattern}%", *place.values, MAX_CANDIDATES),
    )
    return {key: text for key, text in rows if letters in initials_of(text)}


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
