"""Names written solid, in Chinese characters or Hangul: where their family name may end."""

from __future__ import annotations

from collections.abc import Iterator

from db.names.order import DOUBLE_FAMILIES
from db.names.romanisation import cantonese, hangul, hanja, mandarin

MAX_GIVEN_SYLLABLES = 2  # syllables of a Chinese or Korean given name, save a few


def family_cuts(text: str) -> Iterator[int]:
    """Yield after how many characters the family name of a Chinese or a Korean may end.

    >>> list(family_cuts("习近平")), list(family_cuts("欧阳修")), list(family_cuts("纳伦德拉"))
    ([1], [2, 1], [2])
    """
    if text.startswith(DOUBLE_FAMILIES) or len(text) > MAX_GIVEN_SYLLABLES + 1:
        yield 2
    if len(text) <= MAX_GIVEN_SYLLABLES + 1:
        yield 1


def chinese_spellings(char: str, *, is_first: bool = False) -> tuple[str, ...]:
    """Return the spellings of a character by those who speak Mandarin, Cantonese or Korean."""
    read = hanja.hangul_of(char)
    found = (
        *mandarin.spellings(char, is_first=is_first),
        *cantonese.spellings(char),
        *(hangul.spellings(read, is_first=is_first) if read else ()),
    )
    return tuple(dict.fromkeys(found))
