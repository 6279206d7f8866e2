"""Puts a date in another language into the words that `phrases` reads, by tables of words.

`date_parser` asks it where a text is no date in English. The names of months and weekdays are the
CLDR's, the words around them our own; both stand in `resources/dates`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from db.dates.lexicon import ARABIC_LETTERS, MONTH_NAMES, WEEKDAY_NAMES

MAX_PHRASE_WORDS = 4

#: What stands between the words of one phrase: "av. J.-C.", "jusqu'au", "t/m".
_BETWEEN = frozenset(" .'-/")
_ROMAN = re.compile(r"(x{0,2}(?:ix|iv|v?i{0,3}))(?:e|eme|th)?")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
#: Letters written onto a number: 1er, 3ème, 1º, 3η, 3-го.
_ORDINAL_ENDINGS = frozenset((
    "er", "ere", "re", "e", "eme", "o", "a", "ro", "de", "ste", "η", "ης", "го", "ое", "е", "ыи",
))  # fmt: skip
_DECADE_ENDINGS = frozenset(("er", "ern"))  # 1990er
_CENTURY = re.compile(r"(?:century (\d{1,2})|(\d{1,2})\.? century)\b")
_DECADE = re.compile(r"decade (\d{3}0)\b")
_DOT_OF_NUMBER = re.compile(r"(?<=\d)\.(?!\d)")
#: Languages whose years are counted from the Buddha's passing, 543 years before ours.
_BUDDHIST_LANGUAGES = frozenset(("th",))
_BUDDHIST_YEAR = re.compile(r"\b2[45]\d\d\b")
_BUDDHIST_OFFSET = 543
#: Keys of `phrases.json` that are no English: what joins two dates and opens none ("a", "au": the
#: Spanish write "a 3 de mayo" for the day itself), and what may stand behind a year ("r.", "года").
_JOINING, _YEAR = "to, joining", "year"
#: What no hyphen or slash follows at the front of a date: "L-1950" and "M/1950" are no dates.
_LINKS = frozenset((
    "", _JOINING, _YEAR, "from", "to", "between", "before", "after", "about", "and", "or",
))  # fmt: skip
BUDDHIST_NOTE = "Its year is taken to be of the Buddhist era."


class Translation(NamedTuple):
    """A date in English words, and what is to be known of how it was reached, or ""."""

    text: str
    note: str


class _Token(NamedTuple):
    text: str
    is_word: bool


def fold_name(word: str) -> str:
    """Return a word for looking up: lower case, no accents on letters, one Arabic spelling.

    >>> fold_name("Févr"), fold_name("मई")
    ('fevr', 'मई')
    """
    spelt = unicodedata.normalize("NFKD", word.casefold())
    letters = (c for c in spelt if unicodedata.category(c)[0] in "LM" and not _is_accent(c))
    return "".join(letters).translate(ARABIC_LETTERS)


def _is_accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f" or "\u064b" <= character <= "\u0655"


def translate(text: str, languages: frozenset[str] = frozenset()) -> list[Translation]:
    """Return each way to say a date in English words; one for each language that has all its words.

    `text` is a line of `clean_line` in lower case; with `languages` only these are tried.

    >>> [found.text for found in translate("vom 3. bis 5. mai 2010")]
    ['from 3 to 5 may 2010']
    >>> [found.text for found in translate("3 listopad 2010")]
    ['3 november 2010', '3 october 2010']
    >>> [found.text for found in translate("3 listopad 2010", frozenset(("pl",)))]
    ['3 november 2010']
    """
    tokens = _tokens(text)
    found: dict[Translation, None] = {}
    for language, vocabulary in _vocabularies().items():
        if languages and language not in languages:
            continue
        english = _say(tokens, vocabulary)
        if english and english != text:
            found[_translation(english, language)] = None
    return list(found)


def _translation(english: str, language: str) -> Translation:
    if language not in _BUDDHIST_LANGUAGES or not _BUDDHIST_YEAR.search(english):
        return Translation(english, "")
    western = _BUDDHIST_YEAR.sub(lambda year: str(int(year[0]) - _BUDDHIST_OFFSET), english)
    return Translation(western, BUDDHIST_NOTE)


def _tokens(text: str) -> list[_Token]:
    """Return the words folded, the numbers, and each other character alone."""
    tokens: list[_Token] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or _class_of(text[place]) != _class_of(text[start]):
            part = text[start:place]
            is_word = _class_of(part[0]) == "word"
            tokens.append(_Token(fold_name(part) if is_word else part, is_word))
            start = place
    return tokens


def _class_of(character: str) -> str:
    category = unicodedata.category(character)[0]
    if category in "LM":
        return "word"
    return "number" if character in "0123456789" else character


def _say(tokens: list[_Token], vocabulary: dict[str, str]) -> str | None:
    """Return a text in English, None where the language lacks one of its words."""
    parts: list[str] = []
    is_bare_year_doubtful = False
    counts_centuries = any(vocabulary.get(token.text) == "century" for token in tokens)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not token.is_word:
            parts.append(" " if token.text[0] in "'()" else token.text)
            place += 1
            continue
        if (ending := _ending(tokens, place)) is not None:
            parts.append(ending)
            place += 1
            continue
        english, after = _longest(tokens, place, vocabulary)
        if english is None and counts_centuries:
            english, after = _roman_number(token.text), place + 1
        following = tokens[after].text[:1] if after < len(tokens) else ""
        if english is None or not (any(map(str.strip, parts)) or _may_open(english, following)):
            return None
        if english in ("", _YEAR):
            is_bare_year_doubtful |= _is_doubtful(tokens, place, english, following)
        english = {_YEAR: "", _JOINING: "to"}.get(english, english)
        if following == ".":
            after += 1
        parts.append(f" {english}" if parts and parts[-1][-1:].isalnum() else english)
        place = after
    line = _tidy("".join(parts))
    return line if not is_bare_year_doubtful or re.search("[a-z]", line) else None


def _may_open(english: str, following: str) -> bool:
    """Say whether a word may be the first of a date, before what follows it without a blank."""
    return english != _JOINING and not (english in _LINKS and following in ("-", "/"))


def _is_doubtful(tokens: list[_Token], place: int, english: str, following: str) -> bool:
    """Say whether a dropped word makes something else of a number alone: 100 Jahre, 1500 m."""
    if english == _YEAR:
        word = tokens[place].text
        return len(word) == 1 and word.isascii() and following != "."
    before = [token.text for token in tokens[:place] if token.text.strip()]
    is_counted = any(map(str.isdecimal, before)) and before[-1] != "."  # "2010. godina" is ordinal
    return is_counted and not any(token.text.isdecimal() for token in tokens[place:])


def _ending(tokens: list[_Token], place: int) -> str | None:
    """Return what letters written onto a number add to it; None for a word of its own."""
    if not place or not tokens[place - 1].text.isdecimal():
        return None
    word, digits = tokens[place].text, len(tokens[place - 1].text)
    if digits <= 2 and word in _ORDINAL_ENDINGS:
        return ""
    return "s" if digits == 4 and word in _DECADE_ENDINGS else None


def _longest(
    tokens: list[_Token], place: int, vocabulary: dict[str, str]
) -> tuple[str | None, int]:
    """Return the English of the longest phrase that begins at a token, and where it ends."""
    phrase, english, after = "", None, place
    for end in _word_ends(tokens, place):
        phrase = f"{phrase} {tokens[end - 1].text}".strip()
        if phrase in vocabulary:
            english, after = vocabulary[phrase], end
        elif end < len(tokens) and tokens[end].text == "'" and f"{phrase}'" in vocabulary:
            english, after = vocabulary[f"{phrase}'"], end
    return english, after


def _word_ends(tokens: list[_Token], place: int) -> list[int]:
    """Return the places after each word of a phrase that may begin at a token."""
    ends = [place + 1]
    for end in range(place + 1, len(tokens)):
        token = tokens[end]
        if token.is_word:
            ends.append(end + 1)
        if len(ends) == MAX_PHRASE_WORDS or not (token.is_word or token.text[0] in _BETWEEN):
            break
    return ends


def _roman_number(word: str) -> str | None:
    """Return a Roman number of at most 29, with an ending or none, in digits; None for a word."""
    found = _ROMAN.fullmatch(word)
    if not found or not found[1]:
        return None
    values = [_ROMAN_DIGITS[letter] for letter in found[1]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-one if one < other else one for one, other in pairs))


def _tidy(text: str) -> str:
    line = " ".join(_DOT_OF_NUMBER.sub("", text).split()).replace(" ,", ",")
    line = _CENTURY.sub(lambda found: f"{found[1] or found[2]}th century", line)
    return _DECADE.sub(r"\1s", line).strip(" ,")


@cache
def _vocabularies() -> dict[str, dict[str, str]]:
    """Return for each language its folded phrases and their English."""
    tables = files("resources").joinpath("dates")
    calendar = json.loads(tables.joinpath("months.json").read_text("utf-8"))
    around = json.loads(tables.joinpath("phrases.json").read_text("utf-8"))
    found = {}
    for language, names in calendar.items():
        words = {
            fold_phrase(phrase): english
            for english, phrases in around.get(language, {}).items()
            for phrase in phrases.split("|")
        }
        for english, phrases in (
            *zip(WEEKDAY_NAMES, names["days"], strict=True),
            *zip(MONTH_NAMES[1:], names["months"], strict=True),
        ):
            words |= dict.fromkeys(phrases.split("|"), english.lower())
        words.pop("", None)
        found[language] = words
    return found


def fold_phrase(phrase: str) -> str:
    """Return the words of a phrase folded, one blank between two, and the apostrophe of an elision.

    >>> fold_phrase("av. J.-C."), fold_phrase("dell'")
    ('av j c', "dell'")
    """
    words = " ".join(filter(None, map(fold_name, re.split(r"[\s.'’/-]+", phrase))))
    return f"{words}'" if phrase.endswith("'") else words
