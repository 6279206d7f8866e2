"""Which script a text is in, which way it runs, and what language the letters alone betray."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

NO_SCRIPT, LATIN = "Zyyy", "Latn"
# First word of the Unicode character name -> ISO 15924.
SCRIPTS = {
    "LATIN": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr",
    "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym", "ORIYA": "Orya",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "TIBETAN": "Tibt", "MYANMAR": "Mymr",
    "KHMER": "Khmr", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "ETHIOPIC": "Ethi",
    "HANGUL": "Hang", "HIRAGANA": "Hira", "KATAKANA": "Kana", "CJK": "Hani", "THAANA": "Thaa",
    "SYRIAC": "Syrc", "MONGOLIAN": "Mong", "FULLWIDTH": "Latn", "HALFWIDTH": "Kana",
}  # fmt: skip
RIGHT_TO_LEFT = ("R", "AL")
# Letters only this language of its script writes; the first row that matches wins.
TELLING = (
    ("ur", re.compile("[ٹڈڑںےہھۓۂۃ]")),
    ("ps", re.compile("[ټډړږښڼۍې]")),
    ("fa", re.compile("[پچژگکی]")),
    ("ar", re.compile("[ةىيكأإ]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("sr", re.compile("[ђћџљњјЂЋЏЉЊЈ]")),
    ("ru", re.compile("[ыэёъЫЭЁЪ]")),
)
BY_SCRIPT = {
    "Grek": "el", "Hebr": "he", "Hang": "ko", "Hira": "ja", "Kana": "ja", "Deva": "hi",
    "Hani": "zh", "Thai": "th", "Geor": "ka", "Armn": "hy", "Cyrl": "ru", "Arab": "ar",
}  # fmt: skip
SCRIPT_OF = {"ur": "Arab", "ps": "Arab", "fa": "Arab", "ar": "Arab"}


@cache
def _script(char: str) -> str:
    if not char.isalpha() and unicodedata.category(char)[0] != "M":
        return NO_SCRIPT
    return SCRIPTS.get(unicodedata.name(char, "").partition(" ")[0], NO_SCRIPT)


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script most letters are in; `Zyyy` when there is none.

    >>> [script_of(text) for text in ("Dar", "ڈار", "Путин", "习近平", "김정은", "42")]
    ['Latn', 'Arab', 'Cyrl', 'Hani', 'Hang', 'Zyyy']
    """
    if text.isascii():
        return "Latn" if text.lower() != text.upper() else NO_SCRIPT
    return _script_of_others(text)


@lru_cache(maxsize=1 << 12)  # a name that is saved asks several times
def _script_of_others(text: str) -> str:
    kinds = set(map(_script, text))
    kinds.discard(NO_SCRIPT)
    if len(kinds) == 1:
        return kinds.pop()
    count = Counter(map(_script, text))
    del count[NO_SCRIPT]
    return count.most_common(1)[0][0] if count else NO_SCRIPT


def scripts_in(text: str) -> set[str]:
    """Return every script that a letter of a text is in.

    >>> sorted(scripts_in("Лев Dar, 42"))
    ['Cyrl', 'Latn']
    """
    return set(map(_script, text)) - {NO_SCRIPT}


def direction(text: str) -> str:
    """Return `rtl` or `ltr` by the first strong character (Unicode Annex 9, rule P2); `ltr` when
    none.

    >>> direction("اسحاق ڈار"), direction("2025 Dar")
    ('rtl', 'ltr')
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return "ltr"
        if kind in RIGHT_TO_LEFT:
            return "rtl"
    return "ltr"


def language_guess(text: str) -> str:
    """Return the ISO 639 code when the letters tell, else ''; Latin script never tells.

    Arabic and Cyrillic letters that several languages share are taken for Arabic and Russian.

    >>> [language_guess(text) for text in ("ڈار", "گلستان", "محمد", "Київ", "Dar")]
    ['ur', 'fa', 'ar', 'uk', '']
    """
    script = script_of(text)
    if script in ("Hani", "Hira", "Kana") and any(_script(c) in ("Hira", "Kana") for c in text):
        return "ja"
    if script in ("Arab", "Cyrl"):
        for language, letters in TELLING:
            if SCRIPT_OF.get(language, "Cyrl") == script and letters.search(text):
                return language
    return BY_SCRIPT.get(script, "")
