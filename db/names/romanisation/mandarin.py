"""How Chinese characters are spelt in Latin letters by those who speak Mandarin; search asks it.

Pinyin (ISO 7098), Wade-Giles and what Taiwan's passports make of the two, from one reading of each
character. Also what a syllable sounds like where it only writes a foreign name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

# As family names these are read otherwise than as words.
FAMILY = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "区": "ou", "區": "ou", "仇": "qiu",
    "查": "zha", "朴": "piao", "盖": "ge", "任": "ren", "华": "hua", "覃": "qin",
}  # fmt: skip
SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)")
INITIALS = {
    "b": "b p", "p": "p", "d": "d t", "t": "t", "g": "g k", "k": "k", "j": "j ch", "q": "q ch",
    "x": "x hs sh s", "zh": "zh ch j jh", "ch": "ch", "sh": "sh", "r": "r j", "z": "z ts tz",
    "c": "c ts tz", "s": "s sz",
}  # fmt: skip
FINALS = {
    "ian": "ian ien", "ie": "ie ieh", "ue": "ue ueh", "ong": "ong ung oong", "e": "e o er eh",
    "uo": "uo o", "iu": "iu iou iow", "ui": "ui uei wei", "un": "un uen", "uan": "uan wan uen",
    "ing": "ing yng", "iong": "iong iung", "ou": "ou ow", "ao": "ao au", "ai": "ai ay",
    "i": "i ih ii", "u": "u oo", "ua": "ua wa", "uai": "uai wai",
    "uang": "uang wang", "eng": "eng ung", "iao": "iao iau",
}  # fmt: skip
WHOLE = {
    "zhi": "zhi chih jyh jhih", "chi": "chi chih", "shi": "shi shih shyh", "ri": "ri jih",
    "zi": "zi tzu tze tsu", "ci": "ci tzu tsu", "si": "si ssu szu sze", "yi": "yi i yih",
    "you": "you yu yo yiu", "yan": "yan yen", "ye": "ye yeh", "yong": "yong yung", "er": "er erh",
    "ge": "ge ko ke", "he": "he ho", "yu": "yu yü yuh", "yuan": "yuan yuen", "wu": "wu woo",
    "yue": "yue yueh", "xu": "xu hsu shu shyu", "lü": "lu lv lyu", "li": "li lee lih",
    "wen": "wen", "wei": "wei wai",
}  # fmt: skip
# What a syllable that writes a foreign name begins with.
SOUNDS_OF_INITIALS = {
    "b": "B", "p": "B", "m": "M", "f": "F", "d": "D", "t": "T", "n": "N", "l": "L", "g": "K",
    "k": "K", "h": "H", "j": "K", "q": "X", "x": "S", "zh": "X", "ch": "X", "sh": "S", "r": "R",
    "z": "S", "c": "S", "s": "S", "y": "A", "w": "W", "": "A",
}  # fmt: skip


@lru_cache(maxsize=1 << 13)
def pinyin(char: str, *, is_family: bool = False) -> str:
    """Return the usual reading of a character, without its tone; "" where it is none.

    >>> pinyin("習"), pinyin("曾", is_family=True)
    ('xi', 'zeng')
    """
    if is_family and char in FAMILY:
        return FAMILY[char]
    read = anyascii(char).strip().lower()
    return read if read.isalpha() else ""


@lru_cache(maxsize=1 << 12)
def spellings(char: str, *, is_first: bool = False) -> tuple[str, ...]:
    """Return the Latin spellings of one character; `is_first` says that it is a family name.

    >>> spellings("蔣", is_first=True)
    ('jiang', 'chiang')
    >>> {"zhi", "chih", "jyh"} <= set(spellings("志"))
    True
    """
    return mandarin_spellings(pinyin(char, is_family=is_first))


@lru_cache(maxsize=1 << 10)
def mandarin_spellings(read: str) -> tuple[str, ...]:
    """Return the Latin spellings of one syllable, given in pinyin.

    >>> mandarin_spellings("dong"), "tse" in mandarin_spellings("ze")
    (('dong', 'dung', 'doong', 'tong', 'tung', 'toong'), True)
    """
    if read in WHOLE:
        return tuple(WHOLE[read].split())
    match = SYLLABLE.match(read)
    if not read or match is None:
        return ()
    initial, final = match.groups()
    found = (
        one + two
        for one in INITIALS.get(initial, initial).split(" ")
        for two in FINALS.get(final, final).split(" ")
    )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 12)
def sound(char: str) -> str:
    """Return the coarse consonants of a character that writes a part of a foreign name.

    >>> sound("扬"), sound("卢")
    ('AN', 'L')
    """
    match = SYLLABLE.match(pinyin(char))
    if match is None or not match[0]:
        return ""
    return SOUNDS_OF_INITIALS[match[1]] + ("N" if match[2].endswith(("n", "ng")) else "")
