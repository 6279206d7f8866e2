"""What was typed, as words of the desk's names that may be meant by it: what `near` looks for.

Most names are typed word by word. A name written solid, in Chinese characters or Hangul, may be a
family name and a given one, syllable by syllable, or write a foreign name by its sound.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple, Protocol

from rapidfuzz.distance import OSA

from db.names import index_query, script_of
from db.names.phonetics.phonetic_words import (
    INITIAL_LIKENESS,
    PhoneticWord,
    asked_words,
    phonetic_word,
    query_phonetic_word,
)
from db.search.exact.search_terms import SearchTerms
from db.search.fuzzy.term_cache import Vocabulary, is_particle, may_be_particle

MAX_QUERY_WORDS = 8
GLUED = 0.95  # two typed words that are one on the desk, or the other way round
TYPED = 0.9  # a word that begins as was typed
MIN_PREFIX_LETTERS = 2
MAX_LITERAL_LETTERS = 2  # letters of a word that is taken at its word
MAX_WEIGHT_LETTERS = 8  # letters beyond which a word counts no more
FATHERS_NAME_WEIGHT = 2  # of a father's name, which few lists have
PATRONYMIC = re.compile("(?:ович|евич|йович|овна|евна|ївна|івна|ична|овіч|евіч)$")
# Borne by so many, and left out of so many lists, that they tell nobody apart.
COMMON = frozenset((
    "mohammed", "mohammad", "muhammad", "muhammed", "mohamed", "mohamad", "mohamud", "mahomed",
    "mehmed", "mohd", "md", "syed", "sayed", "sayyid", "seyed", "saiyid", "maria", "marie", "محمد",
    "سيد", "мухаммед", "мухаммад", "мохаммед", "магомед", "сайед",
))  # fmt: skip
OF_COMMON = 3
OF_INITIAL = 1  # few lists have all of somebody's given names
SURELY_GLUED = 0.9
LEAST, LEAST_OF_ONE = 0.42, 0.64  # of a rating that is a hit, and where one word was asked for
MIN_SOLID_LIKENESS = 0.8  # where that word may as well be a family name and a given one
MIN_SPLIT_LIKENESS = 0.85  # where a word is only guessed to be two
READ = 0.95  # a syllable in one of its spellings
SHORTEST_SOLID, LONGEST_SOLID = 2, 6
UNSPACED = frozenset(("Hani", "Kana", "Khmr", "Laoo", "Mymr", "Thai"))
SHORTEST_PART, SHORTEST_PARTICLE = 3, 2  # letters of a name that was glued to another
MOST_PARTS, LONGEST_GLUED = 5, 60
LETTERS_A_SLIP = 4  # so many for each slip in a word that is still taken as one
SHORTEST_TWO, LONGEST_TWO, MOST_CUTS = 4, 18, 2
KILLED = "်"  # in Burmese: the consonant before it ends a syllable
DOT = "·"  # stands between the parts of a foreign name only


class QueryReading(NamedTuple):
    """A way to take what was typed, and how well a name must answer it to be a hit."""

    answers: list[Interpretation]
    least: float
    is_whole: bool = False  # only names that answer all of it are meant
    is_second: bool = False  # what it finds stands behind what the ways before it surely find


class Spell(Protocol):
    """Gives the Latin spellings of a syllable."""

    def __call__(self, char: str, *, is_first: bool = False) -> tuple[str, ...]: ...


@dataclass(slots=True)
class Interpretation:
    """A typed word and the words of names that may be meant, each with how near it is.

    What a word of the desk says is first taken at its word: `widened` asks for those near to it.
    """

    query_word: PhoneticWord
    is_known: bool
    is_last: bool
    near: dict[str, float]
    is_whole: bool = False  # only the words that are given answer it, no longer ones
    weight: int = 0  # how much the word counts among the others
    rates: dict[str, float] = field(default_factory=dict)  # of words of names met so far

    def __post_init__(self) -> None:
        self.weight = min(
            MAX_WEIGHT_LETTERS, 2 + len(self.query_word.latin or self.query_word.word)
        )
        if PATRONYMIC.search(self.query_word.word):
            self.weight = FATHERS_NAME_WEIGHT
        if self.query_word.word in COMMON:
            self.weight = OF_COMMON
        if self.query_word.latin == self.query_word.word and len(self.query_word.word) == 1:
            self.weight = OF_INITIAL

    def expression(self) -> str:
        """Return any of the words, as FTS5 writes it."""
        typed = index_query(self.query_word.word)
        is_taken = len(self.query_word.word) < MIN_PREFIX_LETTERS or (
            self.is_known and not self.is_last
        )
        terms = [f'"{typed}"' if is_taken or self.is_whole else f'"{typed}"*']
        terms += [f'"{index_query(word)}"' for word in self.near]
        return f"({' OR '.join(terms)})"

    def rate(self, word: str) -> float:
        """Say how well a word of a name answers."""
        found = self.rates.get(word)
        if found is None:
            found = self.rates[word] = self._rate(word)
        return found

    def _rate(self, word: str) -> float:
        near = self.near.get(word, 0.0)
        typed = self.query_word.word
        if self.is_whole:
            return near
        if len(typed) >= MIN_PREFIX_LETTERS and word.startswith(typed):
            return max(near, 1.0 if word == typed else TYPED)
        if 1 in (len(word), len(typed)) and word[0] == typed[0]:
            return max(near, 1.0 if word == typed else INITIAL_LIKENESS)
        return near


def interpretations_of(terms: SearchTerms, vocabulary: Vocabulary) -> Iterator[QueryReading]:
    """Yield each way to take what was typed: word by word first, then as a name written solid."""
    text = "".join(word.text for word in terms.name_words if not word.exact)
    words = query_words(terms)
    if not words:
        return
    parts = [part for word in words for part in taken_apart(word, vocabulary)]
    is_cut = len(parts) > len(words)
    whole = _word_by_word(text, answers_of(words, vocabulary), vocabulary)
    if not is_cut:
        yield from whole
    elif any(_is_near_whole(word, vocabulary) for word in words):
        yield from whole
        yield QueryReading(answers_of(parts, vocabulary), LEAST, is_second=True)
    else:
        yield QueryReading(answers_of(parts, vocabulary), LEAST)
        yield from (way._replace(is_second=True) for way in whole)


def _word_by_word(
    text: str, answers: list[Interpretation], vocabulary: Vocabulary
) -> Iterator[QueryReading]:
    least = LEAST_OF_ONE if len(answers) == 1 else LEAST
    if len(answers) == 1 and may_be_solid(answers[0].query_word) and DOT not in text:
        yield from (QueryReading(each, MIN_SPLIT_LIKENESS) for each in _two_names(text, vocabulary))
    if not SHORTEST_SOLID <= len(text) <= LONGEST_SOLID or text.isascii() or DOT in text:
        yield QueryReading(answers, least)
        return
    unspaced_names = list(_solid(text, vocabulary))
    is_doubtful = len(answers) == 1 and bool(unspaced_names)
    yield QueryReading(answers, MIN_SOLID_LIKENESS if is_doubtful else least)
    for each in unspaced_names:
        yield QueryReading(each, LEAST)


def query_words(terms: SearchTerms) -> list[PhoneticWord]:
    """Return the words that name something, as heard; of many the longest, in order."""
    words = [each for word in terms.name_words if not word.exact for each in asked_words(word.text)]
    if len(words) <= MAX_QUERY_WORDS:
        return words
    longest = sorted(range(len(words)), key=lambda at: -len(words[at].word))[:MAX_QUERY_WORDS]
    return [words[at] for at in sorted(longest)]


def answers_of(words: Sequence[PhoneticWord], vocabulary: Vocabulary) -> list[Interpretation]:
    """Return each word with the words of names it may stand for."""
    answers = []
    for word in words:
        is_known, is_last = vocabulary.holds(word.word), word is words[-1]
        is_taken = is_known or (len(word.word) <= MAX_LITERAL_LETTERS and word.latin == word.word)
        near = {}
        if not is_taken:
            near = dict(vocabulary.near(word, is_begun=is_last, is_beside=len(words) > 1))
        answers.append(Interpretation(word, is_known, is_last, near))
    for one, other in pairwise(answers):
        whole = one.query_word.word + other.query_word.word
        if vocabulary.holds(whole):
            one.near[whole] = other.near[whole] = GLUED
        elif may_be_particle(one.query_word):
            for name, rating in vocabulary.sounding_equal(query_phonetic_word(whole)).items():
                if rating >= SURELY_GLUED:
                    one.near[name] = other.near[name] = GLUED
    return answers


def taken_apart(word: PhoneticWord, vocabulary: Vocabulary) -> list[PhoneticWord]:
    """Return names typed as one word that the desk knows each, the fewest and longest."""
    text = word.word
    if vocabulary.holds(text) or len(text) < 2 * SHORTEST_PART:
        return [word]
    best: dict[int, tuple[int, int, tuple[str, ...]]] = {0: (0, 0, ())}  # by where it ends
    for end in range(SHORTEST_PARTICLE, min(len(text), LONGEST_GLUED) + 1):
        options = [
            (best[start][0] + 1, best[start][1] - (end - start) ** 2, (*best[start][2], part))
            for start in range(end - SHORTEST_PARTICLE, -1, -1)
            if start in best and _may_be_part(part := text[start:end], vocabulary)
        ]
        if options:
            best[end] = min(options)
    found = best.get(len(text), (0, 0, ()))[2]
    return [phonetic_word(part) for part in found] if 1 < len(found) <= MOST_PARTS else [word]


def _may_be_part(text: str, vocabulary: Vocabulary) -> bool:
    if len(text) < SHORTEST_PART and not is_particle(text):
        return False
    return vocabulary.holds(text)


def _is_near_whole(word: PhoneticWord, vocabulary: Vocabulary) -> bool:
    """Say whether some word of the desk is but a slip or two away, beginning to end."""
    if vocabulary.holds(word.word):
        return False
    slips = max(1, len(word.word) // LETTERS_A_SLIP)
    return any(OSA.distance(each, word.word) <= slips for each in vocabulary.near(word))


def _solid(text: str, vocabulary: Vocabulary) -> Iterator[list[Interpretation]]:
    """Yield the ways in which a text without spaces may be a family name and a given one."""
    from db.names.romanisation import (
        hangul,  # few desks ever ask for them
        unspaced_names,
    )

    spell: Spell
    if hangul.is_hangul(text):
        spell = hangul.spellings
    elif all(script_of(char) == "Hani" for char in text):
        spell = unspaced_names.chinese_spellings
        yield from _japanese(text, vocabulary)
    else:
        return
    for cut in unspaced_names.family_cuts(text):
        answers = _syllables(text, cut, vocabulary, spell)
        if answers[0].near and any(each.near for each in answers[1:]):
            yield answers


def may_be_solid(word: PhoneticWord) -> bool:
    """Say whether a word may be a foreigner's two names, in a script without spaces."""
    return word.script in UNSPACED and SHORTEST_TWO <= len(word.word) <= LONGEST_TWO


def _two_names(text: str, vocabulary: Vocabulary) -> Iterator[list[Interpretation]]:
    """Yield the likeliest ways to cut a word into two that sound exactly like names of the desk."""
    found: list[tuple[float, list[Interpretation]]] = []
    for cut in range(MAX_LITERAL_LETTERS, len(text) - 1):
        if unicodedata.category(text[cut])[0] == "M" or text[cut + 1] == KILLED:
            continue  # within a syllable
        halves = [query_phonetic_word(text[:cut]), query_phonetic_word(text[cut:])]
        near = [vocabulary.sounding_equal(each) for each in halves]
        if all(near):
            likeness = sum(max(each.values()) for each in near)
            pairs = zip(halves, near, strict=True)
            found.append(
                (likeness, [Interpretation(each, False, False, like) for each, like in pairs])
            )
    found.sort(key=lambda each: -each[0])
    yield from (answers for _, answers in found[:MOST_CUTS])


def _syllables(text: str, cut: int, vocabulary: Vocabulary, spell: Spell) -> list[Interpretation]:
    """Return a family name and each syllable of a given name that the desk may write as one."""
    family = _spellings_on_desk(
        vocabulary, [spell(char, is_first=not at) for at, char in enumerate(text[:cut])]
    )
    syllables = [spell(char) for char in text[cut:]]
    one_word = (
        dict.fromkeys(_spellings_on_desk(vocabulary, syllables), GLUED)
        if len(syllables) > 1
        else {}
    )
    parts = [family, *(_spellings_on_desk(vocabulary, [each]) | one_word for each in syllables)]
    words = [text[:cut], *text[cut:]]
    return [
        Interpretation(phonetic_word(word), False, False, near)
        for word, near in zip(words, parts, strict=True)
    ]


def _japanese(text: str, vocabulary: Vocabulary) -> Iterator[list[Interpretation]]:
    """Yield family name and given name where lists know both, or else one of them."""
    from db.names.romanisation.japanese import family_spellings, given_spellings

    found: list[tuple[int, list[Interpretation]]] = []
    for cut in range(1, len(text)):
        words = text[:cut], text[cut:]
        spelt = family_spellings(words[0]), given_spellings(words[1])
        near = [_spellings_on_desk(vocabulary, [each]) for each in spelt]
        if any(near):
            known = sum(map(bool, near))
            answers = [
                Interpretation(phonetic_word(word), False, False, each)
                for word, each in zip(words, near, strict=True)
            ]
            found.append((known, answers))
    most = max((known for known, _ in found), default=0)
    yield from (answers for known, answers in found if known == most)


def _spellings_on_desk(
    vocabulary: Vocabulary, syllables: Sequence[Sequence[str]]
) -> dict[str, float]:
    """Return some syllables written as one, where that is a word of the desk's names."""
    texts = map("".join, product(*syllables))
    return {text: READ for text in texts if vocabulary.holds(text)}
