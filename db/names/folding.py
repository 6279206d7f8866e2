"""The search form of a text: one spelling for what a reader would call the same letters.

Full text, sort keys and every comparison of names ask it; nothing else folds text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

APOSTROPHES = "'`´‘’‚‛′ʹʺʻʼʽʾʿˈˊˋ՚׳״ءٴʔ＇ꞌ"
# Letters Unicode does not take apart although a reader without the keyboard would: right side
# is what is typed instead. Azerbaijani ə is romanised a.
LETTERS = {
    "ł": "l",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "ng",
    "ĸ": "k",
    "ȷ": "j",
    "ƀ": "b",
    "ɓ": "b",
    "ɖ": "d",
    "ɗ": "d",
    "ƙ": "k",
    "ɛ": "e",
    "ɔ": "o",
    "ə": "a",
    "ǝ": "a",
    "ɨ": "i",
    "ʉ": "u",
    "ƴ": "y",
    "ƶ": "z",
    "ſ": "s",
    "ґ": "г",
    "ѓ": "г",
    # Arabic, Persian, Urdu, Pashto, Kurdish and Uyghur writings of one letter.
    "ی": "ي",
    "ى": "ي",
    "ې": "ي",
    "ۍ": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ګ": "گ",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۃ": "ه",
    "ۀ": "ه",
    "ٱ": "ا",
    "ں": "ن",
    "ٲ": "ا",
    "ٳ": "ا",
    "ٵ": "ا",
}
# Marks that are no letters of their own: accents, harakat, points, Thai tones, nukta. Indic vowel
# signs and the kana voicing marks are not here: without them the word is another word.
MARKS = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x0640, 0x0640),
    (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x0711, 0x0711), (0x0730, 0x074A),
    (0x08D3, 0x08FF), (0x093C, 0x093C), (0x09BC, 0x09BC), (0x0A3C, 0x0A3C), (0x0ABC, 0x0ABC),
    (0x0E47, 0x0E4E), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
)  # fmt: skip
# Scripts written without spaces, and Hangul, whose names are written solid.
UNSPACED = (
    (0x0E01, 0x0E5B), (0x0E81, 0x0EDF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007),
    (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


class _Letters(dict[int, str]):
    """For `str.translate`: what becomes of a code point, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    if char in LETTERS:
        return LETTERS[char]
    category = unicodedata.category(char)
    if char in APOSTROPHES or category == "Cf" or _within(ord(char), MARKS):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return char if category[0] in "LNM" or category == "Co" else " "


class _Spaced(dict[int, str]):
    """For `str.translate`: letters of scripts without spaces get one on each side."""

    def __missing__(self, code: int) -> str:
        self[code] = spaced = f" {chr(code)} " if _within(code, UNSPACED) else chr(code)
        return spaced


_LETTERS = _Letters()
_SPACED = _Spaced()
_ASCII = str.maketrans({chr(code): _fold_char(chr(code).lower()) for code in range(128)})
_ASCII_LINES = _ASCII | {ord("\n"): "\n"}  # of several texts at once


@lru_cache(maxsize=1 << 14)  # a name that is saved or imported is folded for several keys
def fold(text: str) -> str:
    """Return the search form: letters without case, accents and variants, digits as 0-9, single
    spaces.

    NFKD and full case folding (Unicode Standard, 3.13 and Annex 15), then `LETTERS`, apostrophes
    and marks dropped, other signs as spaces. Folding what is folded changes nothing.

    >>> fold("  Łukasz O’Brien-Müller ")
    'lukasz obrien muller'
    >>> fold("Strauß, Ørsted & Ægir")
    'strauss orsted aegir'
    >>> fold("أَحْمَد") == fold("احمد"), fold("علی") == fold("علي")
    (True, True)
    >>> fold("۱۴۰۳ / ٢٠٢٥")
    '1403 2025'
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    pieces = text.split()
    if len(pieces) > 1:
        return " ".join(filter(None, map(_fold_piece, pieces)))
    return _fold_others(text)


@lru_cache(maxsize=1 << 14)  # words come again and again where whole texts do not
def _fold_piece(text: str) -> str:
    return fold(text) if text.isascii() else _fold_others(text)


def _fold_others(text: str) -> str:
    """Fold a text that is not all ASCII."""
    # The spacing acute would come apart into a space and an accent.
    apart = unicodedata.normalize("NFKD", text.replace("´", "'")).translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", apart.casefold()).translate(_LETTERS)
    return " ".join(unicodedata.normalize("NFC", apart).split())


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order.

    >>> words("Al-Sisi, Abdel Fattah")
    ['al', 'sisi', 'abdel', 'fattah']
    """
    return fold(text).split()


def index_words(text: str) -> str:
    """Return what goes into the full-text index: folded, and one token for each letter where the
    script has no spaces, since FTS5's `unicode61` would take a whole Chinese or Thai sentence as
    one word.

    Declare the table with `unicode61 remove_diacritics 0 categories 'L* N* Co M*'` so that Indic
    vowel signs stay inside their word.

    >>> index_words("习近平 Xi Jinping")
    '习 近 平 xi jinping'
    """
    if text.isascii():
        return fold(text)
    return " ".join(filter(None, map(_index_piece, text.split())))


@lru_cache(maxsize=1 << 14)
def _index_piece(text: str) -> str:
    """Return the same of a text without blanks: words come again where whole texts do not."""
    folded = fold(text)
    return folded if folded.isascii() else " ".join(folded.translate(_SPACED).split())


def fold_each(texts: Sequence[str]) -> list[str]:
    """Return the search form of many texts, at a third of the cost where they are plain English.

    >>> fold_each(["Ishaq  Dar", "Łukasz", "", "A-B "])
    ['ishaq dar', 'lukasz', '', 'a b']
    """
    return _each(texts, fold)


def index_words_each(texts: Sequence[str]) -> list[str]:
    """Return what goes into the full-text index of many texts.

    >>> index_words_each(["Xi", "习近平", "one\\ntwo"])
    ['xi', '习 近 平', 'one two']
    """
    return _each(texts, index_words)


def _each(texts: Sequence[str], of_one: Callable[[str], str]) -> list[str]:
    """Fold ASCII texts of one line together, all others one by one."""
    joined = "\n".join(texts)
    if joined.isascii() and joined.count("\n") == len(texts) - 1:
        lines = joined.translate(_ASCII_LINES).split("\n")
        return [" ".join(line.split()) for line in lines]
    if len(texts) > 1:
        plain = [text for text in texts if text.isascii() and "\n" not in text]
        if plain:
            folded = iter(_each(plain, of_one))
            return [
                next(folded) if text.isascii() and "\n" not in text else of_one(text)
                for text in texts
            ]
    return list(map(of_one, texts))


def index_query(text: str) -> str:
    """Return one typed word or phrase as the index holds it; between double quotes it is a safe
    FTS5 phrase, with `*` behind it a prefix. Empty when nothing in it can be searched.

    >>> index_query("近平"), index_query("O'Bri"), index_query("!?")
    ('近 平', 'obri', '')
    """
    return index_words(text)
