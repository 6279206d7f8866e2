"""The words that dates are written with, as tables; the readers of dates look them up here."""

from __future__ import annotations

import re
import unicodedata

MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAY_NAMES = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
SEASON_NAMES = ("", "spring", "summer", "autumn", "winter")

ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": -1, "final": -1,
}  # fmt: skip
ORDINAL_NAMES = ("", "first", "second", "third", "fourth")

#: Words for a third of a month or a year.
THIRDS = {
    "early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2,
}  # fmt: skip
THIRD_NAMES = ("early", "mid", "late")

#: First and last month of each third of a year, first and last day of each third of a month.
YEAR_THIRDS = ((1, 4), (5, 8), (9, 12))
MONTH_THIRDS = ((1, 10), (11, 20), (21, 31))

#: What people and files write where a date is not known.
UNDATED = frozenset((
    "nd", "sd", "undated", "unknown", "notknown", "dateunknown", "unknowndate", "nodate", "na",
    "none", "null", "nil", "nan", "tbd", "tba", "tbc", "notavailable", "notapplicable",
    "notstated", "notgiven", "unspecified", "never",
))  # fmt: skip

ONGOING = frozenset(("present", "the present", "now", "today", "ongoing", "current", "date"))
UNKNOWN_END = frozenset(("unknown", "?", "an unknown date", "unknown date"))

_DASHES = {ord(dash): "-" for dash in "‐‑−﹣－⁃"} | {ord(dash): "–" for dash in "–—―‒"}
_QUOTES = {ord(quote): "'" for quote in "’‘ʼʻ`´"} | {ord(quote): None for quote in '“”"«»'}
ARABIC_LETTERS = str.maketrans("يىةھہۃهكأإآؤئ", "ییہہہہہکااآوی".replace("آ", "ا"))


def fold_word(word: str) -> str:
    """Return a word for looking up: lower case, letters and digits only, no accents, one Arabic
    spelling.

    >>> fold_word("Dhū al-Ḥijjah"), fold_word("N.D.")
    ('dhualhijjah', 'nd')
    """
    spelt = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(c for c in spelt if c.isalnum() and unicodedata.category(c) != "Lm")
    return plain.translate(ARABIC_LETTERS)


def _months() -> dict[str, int]:
    found: dict[str, int] = {"sept": 9}
    for number, name in enumerate(MONTH_NAMES[1:], 1):
        found[name.lower()] = found[name[:3].lower()] = number
    return found


def _weekdays() -> dict[str, int]:
    found = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
    for number, name in enumerate(WEEKDAY_NAMES):
        found[name] = found[name[:3]] = number
    return found


MONTHS = _months()
WEEKDAYS = _weekdays()


def clean_line(text: str) -> str:
    """Return one line in plain digits, blanks, dashes and quotes, without invisible characters.

    A hyphen stays a hyphen, every longer dash becomes an en dash.

    >>> clean_line("  ١٤ July\\u00a0２０２５ ")
    '14 July 2025'
    """
    if text.isascii() and text.isprintable() and not {'"', "`"} & set(text):
        return " ".join(text.split()).strip(" ,;")
    plain = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_QUOTES)
    letters = "".join(_plain_character(c) for c in plain if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", letters.replace("\u0640", "")).strip(" ,;")


def _plain_character(character: str) -> str:
    if character.isascii() or unicodedata.category(character) != "Nd":
        return character
    return str(unicodedata.decimal(character))


def quote(text: str) -> str:
    """Return a text quoted in a sentence, cut where it is long.

    >>> quote("July")
    '“July”'
    """
    line = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"
