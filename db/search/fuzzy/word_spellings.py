"""How the desk's names may write a word of a text: matching asks it, whose answers are judged.

It is narrower than the search for what was misspelt: a word stands for those that can only be it,
in other Latin letters or cut in two; on demand for those a slip away, or of its sound abroad.
"""

from __future__ import annotations

from enum import Enum

from db.names.phonetics.phonetic_words import query_phonetic_word
from db.search.exact.spelling_twins import twin_of
from db.search.fuzzy.term_cache import Vocabulary

MIN_PART_LETTERS = 3  # of a name that is written together with another
MAX_CUTS = 3  # ways to cut a word in two names


class SpellingWay(Enum):
    """How far from a word its spellings may be: by the letters alone, a slip away, in others."""

    RESPELT = "in other letters"
    MISSPELT = "with a slip"
    ABROAD = "in another script"


def spellings_of(word: str, vocabulary: Vocabulary, way: SpellingWay) -> list[str]:
    """Return how names of the desk write a folded word, as it stands first; nothing where none
    does.
    """
    if len(word) == 1:
        return [word]
    found = [word] if vocabulary.holds(word) else []
    if way is SpellingWay.ABROAD:
        return found + vocabulary.in_other_scripts(query_phonetic_word(word))
    found += vocabulary.respelt(word)
    if twin := twin_of(word):
        found.append(twin)
    found += _cut_in_two(word, vocabulary)
    if way is SpellingWay.MISSPELT and not found:
        found += vocabulary.misspelt(word)
    return list(dict.fromkeys(found))


def _cut_in_two(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return a word as two names of the desk: Abdulrahman as Abdul Rahman."""
    cuts = range(MIN_PART_LETTERS, len(word) - MIN_PART_LETTERS + 1)
    pairs = ((word[:at], word[at:]) for at in cuts)
    return [
        f"{one} {other}"
        for one, other in pairs
        if vocabulary.holds(one) and vocabulary.holds(other)
    ][:MAX_CUTS]
