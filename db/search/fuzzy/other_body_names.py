"""What a body is called besides: by acronyms of other languages, in translation, formerly, by where
it sits. `widened` asks, where no body is called as was typed.

ONU is the United Nations, the Quai d'Orsay the foreign ministry of France, and Auswärtiges Amt a
foreign office; what a ministry has to do with is called by other words from state to state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from db.names import fold
from db.names.name_lists import word_list
from db.search.exact.spelling_twins import plain_spelling
from db.vocabulary.countries import country_code, country_name, country_names, demonym_code

APOSTROPHES = re.compile("['’`]")
MAX_PHRASE_WORDS = 5
MIN_PART_LETTERS = 3  # letters of a part of a word in letters that is written as one
MIN_STEM, MAX_ENDING = 4, 2  # letters of a state's name that its adjective keeps, and loses
LINKING = "s"  # joins the parts of a Germanic word
IDEOGRAPHS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Called(NamedTuple):
    """Another name: its words, and the codes of the states that it may be of; none for any."""

    words: tuple[str, ...]
    states: tuple[str, ...] = ()


def known_names(words: Sequence[str], state: str = "") -> list[Called]:
    """Return what else a known body is called, where the words are one of its names.

    >>> [" ".join(each.words) for each in known_names(["UNO"])][:2]
    ['United Nations', 'United Nations Organization']
    """
    found: list[Called] = []
    key = _key(" ".join(words))
    bodies = _bodies_by_name().get(key, [])
    is_usual = sum(bool(of) for of, _ in bodies) > 1  # every state has a foreign ministry
    for of, names in bodies:
        if state == of or not of or not (state or is_usual):
            states = (of,) if of else ()
            found += [Called(tuple(name.split()), states) for name in names if _key(name) != key]
    return found


def _key(text: str) -> str:
    spaced = plain_spelling(fold(APOSTROPHES.sub("", text)))
    return " ".join(word for word in spaced.split() if word not in ("the", "of", "and", "for"))


@cache
def _bodies_by_name() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return, by each name of a known body, its state and all of its names."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    lists = word_list("known_bodies")
    for state, bodies in {"": lists["of_no_state"], **lists["of_states"]}.items():
        for names in bodies:
            for key in dict.fromkeys(map(_key, names)):
                table.setdefault(key, []).append((state, tuple(names)))
    return table


@lru_cache(maxsize=1 << 10)
def in_english(text: str) -> tuple[Called, ...]:
    """Return a name in English, language by language, where every word of it is known there.

    >>> [" ".join(each.words) for each in in_english("Ministerio de Asuntos Exteriores")]
    ['ministry foreign affairs']
    >>> [" ".join(each.words) for each in in_english("中国外交部")]
    ['China ministry foreign affairs']
    """
    words = fold(APOSTROPHES.sub(" ", text)).split()
    links = _links()
    found: dict[Called, None] = {}
    for language, entry in word_list("body_words")["languages"].items():
        if language_words := _read_in(words, language, links):
            found[Called(tuple(language_words), tuple(entry["states"]))] = None
    return tuple(found)


def _read_in(words: Sequence[str], language: str, links: frozenset[str]) -> list[str]:
    """Return the words of one language in English; none where one is unknown or all are English."""
    found: list[str] = []
    is_foreign = False
    at = 0
    while at < len(words):
        for size in range(min(MAX_PHRASE_WORDS, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size])
            english = _phrases(language).get(phrase, "")
            if size == 1 and not english:
                english = _words_in_parts(phrase, language) or _find_state(phrase)
            if english or phrase in links:
                found += english.split()
                is_foreign |= bool(english) and fold(english) != phrase
                break
        else:
            return []
        at += size
    return list(dict.fromkeys(found)) if is_foreign else []


def _words_in_parts(word: str, language: str) -> str:
    """Return a word written solid, part by part: Außenministerium, 中国外交部; '' for another.

    >>> _words_in_parts("aussenministerium", "de"), _words_in_parts("aussenseiter", "de")
    ('foreign affairs ministry', '')
    """
    phrases = _phrases(language)
    is_drawn = bool(IDEOGRAPHS.search(word))
    best: dict[int, list[str]] = {0: []}
    for end in range(1, len(word) + 1):
        for start in sorted(best):
            part = word[start:end]
            english = phrases.get(part) or (
                "" if is_drawn or not part.endswith(LINKING) else phrases.get(part[:-1], "")
            )
            if english and (is_drawn or len(part) >= MIN_PART_LETTERS):
                best[end] = [*best[start], english]
                break
    return " ".join(best.get(len(word), ()))


def _find_state(word: str) -> str:
    """Return the state that a word names in English, or as an adjective of the Latin languages or
    German, '' for none.

    >>> _find_state("chile"), _find_state("marocain"), _find_state("marocaine")
    ('Chile', 'Morocco', 'Morocco')
    """
    code = (len(word) > MIN_STEM and (demonym_code(word) or country_code(word))) or ""
    for ending in _endings():
        stem = word.removesuffix(ending)
        if not code and stem != word and len(stem) >= MIN_STEM:
            code = _begun_so().get(stem, "")
    return country_name(code) if code else ""


@cache
def _endings() -> tuple[str, ...]:
    texts = {fold(text) for text in word_list("body_words")["adjectives"]}
    return tuple(sorted(texts, key=lambda text: (-len(text), text)))


@cache
def _begun_so() -> dict[str, str]:
    """Return the beginnings of names of states that adjectives are made of."""
    table: dict[str, str] = {}
    names = [(name, code) for code, name in country_names().items()]
    names += [
        (text, code) for code, texts in word_list("body_words")["states"].items() for text in texts
    ]
    for name, code in names:
        key = fold(name)
        for size in range(max(MIN_STEM, len(key) - MAX_ENDING), len(key) + 1):
            table.setdefault(key[:size], code)
    return table


@cache
def _links() -> frozenset[str]:
    return frozenset(fold(text) or text for text in word_list("body_words")["links"])


@cache
def _phrases(language: str) -> dict[str, str]:
    """Return the words of a language with what they are in English, states in any language too."""
    lists = word_list("body_words")
    table = {
        fold(text): country_name(code) for code, texts in lists["states"].items() for text in texts
    }
    for english, texts in lists["languages"][language]["words"].items():
        table |= {fold(APOSTROPHES.sub(" ", text)): english for text in texts}
    return table


def other_matters(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what else the office of a state may have to do with that is called so: only to be
    asked of one state, as what sort of office it is does not tell.

    >>> other_matters(["Foreign", "Ministry"])[:2]
    [('foreign',), ('foreign', 'affairs')]
    """
    keys = plain_spelling(fold(" ".join(words))).split()
    idle = frozenset(word_list("body_words")["institutions"])
    matter = [key for key in keys if key not in idle]
    if not matter or len(matter) == len(keys):
        return []
    found = [tuple(matter)]
    for group in word_list("body_words")["matters"]:
        if " ".join(matter) in map(plain_spelling, (_matter(text, idle) for text in group)):
            found += [tuple(text.split()) for text in group]
    return list(dict.fromkeys(found))


def _matter(text: str, idle: frozenset[str]) -> str:
    return " ".join(word for word in text.split() if word not in idle)
