"""Chinese and Korean names romanised otherwise, or in other words: Mao Tse-tung, Mao Zedong.

Where every word of a query may be syllables of one of these languages, each syllable is asked for
in all its spellings, alone and written together with the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from db.names.phonetics.phonetic_words import PhoneticWord, phonetic_word
from db.names.romanisation.romanised import (
    Respell,
    chinese,
    cut_in_syllables,
    korean,
    korean_first,
    southern,
)
from db.search.fuzzy.interpretations import (
    GLUED,
    MIN_SPLIT_LIKENESS,
    READ,
    Interpretation,
    QueryReading,
)
from db.search.fuzzy.term_cache import Vocabulary

MAX_NAME_SYLLABLES = 4  # syllables
MAX_CUTS = 4  # ways to cut the words of one query that are looked for
READ_FEW = {1: 0.86, 2: 0.9}  # how much a like syllable proves in a name of so few
LANGUAGES: tuple[tuple[Respell, Respell], ...] = ((chinese, chinese), (korean_first, korean))


def syllable_ways(words: Sequence[PhoneticWord], vocabulary: Vocabulary) -> Iterator[QueryReading]:
    """Yield each way to take a name as syllables of a language that it may be of."""
    texts = [word.word for word in words]
    if not texts or not all(text.isascii() and text.isalpha() for text in texts):
        return
    spoken = southern(texts)
    for each in (texts, spoken) if spoken else (texts,):
        for first, inner in LANGUAGES:
            cuts = [cut_in_syllables(text, inner if at else first) for at, text in enumerate(each)]
            for cut in [*product(*cuts)][:MAX_CUTS]:
                syllables = [syllable for word in cut for syllable in word]
                if len(syllables) <= MAX_NAME_SYLLABLES:
                    answers = _answers(syllables, first, inner, vocabulary)
                    if answers:
                        yield QueryReading(answers, MIN_SPLIT_LIKENESS, is_whole=True)


def _answers(
    syllables: Sequence[str], first: Respell, inner: Respell, vocabulary: Vocabulary
) -> list[Interpretation]:
    """Return each syllable with its spellings on the desk; none where one has none."""
    spellings = [
        (syllable, *(inner if at else first)(syllable)) for at, syllable in enumerate(syllables)
    ]
    worth = READ_FEW.get(len(syllables), READ)
    near = [
        {
            text: 1.0 if text == options[0] else worth
            for text in reversed(options)
            if vocabulary.holds(text)
        }
        for options in spellings
    ]
    for at, (one, other) in enumerate(pairwise(spellings)):
        for text in map("".join, product(one, other)):
            if vocabulary.holds(text):
                near[at][text] = near[at + 1][text] = GLUED
    if not all(near):
        return []
    return [
        Interpretation(phonetic_word(syllable), True, False, found, is_whole=True)
        for syllable, found in zip(syllables, near, strict=True)
    ]
