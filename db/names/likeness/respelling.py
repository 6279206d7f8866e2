"""Whether two words are one name in other Latin letters, without any doubt; matching asks it.

`alike` proposes, and takes Hassan for Hossein and Maria for Mario: they sound alike. Here only what
romanisation leaves open may differ: i, e or y, o or u, a or e within a word, doubled letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from db.names.folding import fold

MIN_LETTERS = 4  # of a word whose vowels may be written otherwise
_LETTERS = (
    ("ch", "\0"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ph", "f"), ("ck", "k"), ("kh", "x"),
    ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip
_GLIDE = re.compile("(?<=[aeou])i(?=[aeou])")
_VOWELS = frozenset("aeiou")
_PLAIN_VOWELS = str.maketrans("eiu", "aao")
_WITHIN = ({"a", "e"}, {"e", "i"}, {"o", "u"})
_AT_THE_END = ({"e", "i"},)


@lru_cache(maxsize=1 << 13)
def _letters(word: str) -> str:
    """Return a folded word with one letter for each sound that is written in several ways.

    >>> _letters("sergey"), _letters("kareem"), _letters("zelenskyy"), _letters("tokayev")
    ('sergei', 'karim', 'zelenski', 'tokaev')
    """
    for written, plain in _LETTERS:
        word = word.replace(written, plain)
    return "".join(letter for letter, _ in groupby(_GLIDE.sub("", word)))


def plain_vowels(word: str) -> str:
    """Return what two folded words have in common that can be one name; others may have it too.

    >>> plain_vowels("sergey") == plain_vowels("sergei"), plain_vowels("hassan")
    (True, 'hasan')
    >>> plain_vowels("maria") == plain_vowels("mario")
    False
    """
    return _letters(word).translate(_PLAIN_VOWELS)


def _is_open(one: str, other: str, pairs: tuple[set[str], ...]) -> bool:
    return one == other or {one, other} in pairs


def is_respelt(one: str, other: str) -> bool:
    """Say whether two words can only be one name.

    A word with vowels in one place alone must be spelt the same: Wang is not Weng.

    >>> is_respelt("Sergei", "Sergey"), is_respelt("Mohammed", "Muhammad")
    (True, True)
    >>> is_respelt("Hassan", "Hossein"), is_respelt("Maria", "Mario"), is_respelt("Zhang", "Zheng")
    (False, False, False)
    """
    ours, theirs = fold(one), fold(other)
    if ours == theirs:
        return bool(ours)
    ours, theirs = _letters(ours), _letters(theirs)
    if len(ours) != len(theirs) or not ours:
        return False
    if ours == theirs:
        return True
    vowels = len(re.findall("[aeiou]+", ours))
    if len(ours) < MIN_LETTERS or vowels < 2:
        return False
    last = len(ours) - 1
    return all(
        _is_open(one, other, _AT_THE_END if at == last else _WITHIN)
        for at, (one, other) in enumerate(zip(ours, theirs, strict=True))
        if one in _VOWELS or one != other
    )
