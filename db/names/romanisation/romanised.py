"""Latin syllables of Chinese and Korean names, and how else the same syllables are spelt.

Pinyin and Wade-Giles, the Revised Romanisation and McCune-Reischauer, and what people choose. A
name is written in one, two or three words, with hyphens or without; search asks for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from db.names.romanisation import hangul, mandarin

# The syllables of Mandarin, in pinyin, by what they begin with.
SYLLABLES = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "d": "a ai an ang ao e en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "f": "a an ang ei en eng o ou u",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "w": "a ai an ang ei en eng o u",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
}
MAX_SYLLABLE_LETTERS = 7  # letters: zhuang, hsiung, kwang, cheong, syeong
MAX_WORD_SYLLABLES = 3  # in one word
# Given names that others know as they are spoken in the south, beside pinyin.
SOUTHERN = {"kaishek": "jie shi", "yatsen": "yi xian"}
Respell = Callable[[str], tuple[str, ...]]


@cache
def _read_as() -> dict[str, tuple[str, ...]]:
    """Return each spelling of a syllable of Mandarin, with the pinyin that it may be."""
    found: dict[str, list[str]] = {}
    for initial, finals in SYLLABLES.items():
        for final in finals.split():
            for spelling in mandarin.mandarin_spellings(initial + final):
                found.setdefault(spelling, []).append(initial + final)
    return {spelling: tuple(dict.fromkeys(read)) for spelling, read in found.items()}


@lru_cache(maxsize=1 << 14)  # parts of words, which are short and alike
def chinese(syllable: str) -> tuple[str, ...]:
    """Say how else a syllable of Mandarin is spelt; nothing where it is none.

    >>> {"dong", "tong", "tung"} <= set(chinese("tung")), chinese("smith")
    (True, ())
    """
    read = _read_as().get(syllable, ())
    return tuple(dict.fromkeys(each for one in read for each in mandarin.mandarin_spellings(one)))


@lru_cache(maxsize=1 << 14)  # parts of words, which are short and alike
def korean(syllable: str, *, is_first: bool = False) -> tuple[str, ...]:
    """Say how else a syllable of Korean is spelt, in front of a name or within it.

    >>> {"gil", "kil"} <= set(korean("kil")), korean("smith")
    (True, ())
    """
    found: dict[str, None] = {}
    for initial, medial, final in hangul.syllable_parts(syllable):
        initials = hangul.initials_like(initial, medial, is_first=is_first)
        medials = hangul.medials_like(medial)
        finals = hangul.finals_like(final)
        found.update(dict.fromkeys(map("".join, product(initials, medials, finals))))
    return tuple(found)


@lru_cache(maxsize=1 << 14)  # parts of words, which are short and alike
def cut_in_syllables(word: str, respell: Respell) -> tuple[tuple[str, ...], ...]:
    """Return every way to cut a word into at most so many syllables, the fewest first.

    >>> cut_in_syllables("tsetung", chinese), cut_in_syllables("enlai", chinese)
    ((('tse', 'tung'),), (('en', 'lai'),))
    """
    found = sorted(_cuts(word, respell, MAX_WORD_SYLLABLES), key=len)
    return tuple(each for each in found if len(each) == len(found[0]))


def _cuts(word: str, respell: Respell, most: int) -> Iterator[tuple[str, ...]]:
    if respell(word):
        yield (word,)
    if most > 1:
        for end in range(1, min(MAX_SYLLABLE_LETTERS, len(word) - 1) + 1):
            if respell(word[:end]):
                yield from ((word[:end], *rest) for rest in _cuts(word[end:], respell, most - 1))


def korean_first(syllable: str) -> tuple[str, ...]:
    """Say how else a syllable is spelt that begins a Korean name: with an r that fell away, or an
    n.

    >>> "lee" in korean_first("ri")
    True
    """
    return korean(syllable, is_first=True)


def southern(words: Sequence[str]) -> list[str] | None:
    """Return the words of a name with its given name in pinyin instead of as it is spoken in the
    south, or the other way round; None where it is no such name.

    >>> southern(["chiang", "kai", "shek"]), southern(["jiang", "jieshi"]), southern(["mao"])
    (['chiang', 'jie', 'shi'], ['jiang', 'kaishek'], None)
    """
    given = "".join(words[1:])
    for spoken, read in SOUTHERN.items():
        if given == spoken:
            return [words[0], *read.split()]
        if given == read.replace(" ", ""):
            return [words[0], spoken]
    return None
