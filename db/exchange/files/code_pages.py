"""Which code page the lines of a text with bytes above ASCII are in, by the letters of languages.

Each language's alphabet is tried in each code page that it is written in; the one whose letters
make the most believable words wins. `encoding` asks; the alphabets are a resource.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# What a code page loses where another says the same: files in them are rare.
RARE = {"mac-roman": 0.06, "cp850": 0.06, "iso8859-13": 0.02, "iso8859-6": 0.02, "cp866": 0.02,
         "mac-cyrillic": 0.04, "cp852": 0.06, "mac-latin2": 0.06, "cp857": 0.06, "cp737": 0.06,
         "cp1125": 0.03}  # fmt: skip
_SCRIPTS_WITHOUT_CAPITALS = ("ar", "fa", "he")
_TYPOGRAPHY = frozenset("’‘“”–—…€«»°ºª§©®™·•¿¡№\u00a0、。・「」，；：（）　")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_BYTES, _BYTES = 1_200, 6_000  # of the evidence: for all code pages, for the likely ones
_LIKELY = 0.6  # how far behind the best a code page may be to be looked at again


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A language's letters beyond ASCII; of scripts of many signs those that names are full of.

    `vowels`: a word of three letters has one. `marks` follow a letter, as in Thai.
    """

    language: str
    codecs: tuple[str, ...]
    letters: frozenset[str]
    vowels: frozenset[str]
    usual: frozenset[str]
    marks: frozenset[str]


class RatedText(NamedTuple):
    """How well a text reads in a code page: 1 where each foreign byte is of a usual letter."""

    score: float
    codec: str
    language: str
    text: str


@cache
def alphabets() -> tuple[Alphabet, ...]:
    """Return the alphabets of the resource, those of the west first."""
    path = files("resources").joinpath("exchange/alphabets.json")
    return tuple(
        Alphabet(
            language,
            tuple(parts["codecs"]),
            frozenset(parts.get("letters", "") + parts.get("letters", "").upper()),
            frozenset(parts.get("vowels", "")),
            frozenset(parts.get("usual", "")),
            frozenset(parts.get("marks", "")),
        )
        for language, parts in json.loads(path.read_text(encoding="utf-8")).items()
    )


def rate_code_pages(evidence: bytes) -> list[RatedText]:
    """Return the code pages by how well the lines read in them, the best first.

    >>> rate_code_pages("김민수;대사;대한민국".encode("cp949"))[0].codec
    'cp949'
    """
    pairs = [(alphabet, codec) for alphabet in alphabets() for codec in alphabet.codecs]
    first = _rate(_lines(evidence, _FIRST_BYTES), pairs)
    if len(evidence) <= _FIRST_BYTES:
        return _best(first)
    least = max(rated.score for rated in first) - _LIKELY
    likely = [pair for pair, rated in zip(pairs, first, strict=True) if rated.score > least]
    return _best(_rate(_lines(evidence, _BYTES), likely))


def _lines(evidence: bytes, count: int) -> bytes:
    """Return lines from the whole of the evidence, about so many bytes of them."""
    if len(evidence) <= count:
        return evidence
    lines = list(dict.fromkeys(evidence.splitlines()))
    step = max(len(evidence) // count, 1)
    return b"\n".join(line[:count] for line in lines[::step])[: 2 * count]


def _rate(evidence: bytes, pairs: list[tuple[Alphabet, str]]) -> list[RatedText]:
    foreign = sum(byte > 127 for byte in evidence) or 1
    rated = []
    for order, (alphabet, codec) in enumerate(pairs):
        text = evidence.decode(codec, "replace")
        score = _signs(text, alphabet) if alphabet.usual else _words(text, alphabet)
        place = alphabet.codecs.index(codec)
        lost = RARE.get(codec, 0) + 0.01 * place + 0.0005 * order
        rated.append(RatedText(score / foreign - lost, codec, alphabet.language, text))
    return rated


def _best(rated: list[RatedText]) -> list[RatedText]:
    best: dict[str, RatedText] = {}
    for each in sorted(rated, key=lambda each: -each.score):
        best.setdefault(each.codec, each)
    return list(best.values())


def _words(text: str, alphabet: Alphabet) -> float:
    """Rate a text in letters: those of the language, in words of one script and one case."""
    latin = not alphabet.vowels and alphabet.language not in _SCRIPTS_WITHOUT_CAPITALS
    score = 0.0
    for before, char, behind in zip(" " + text, text, text[1:] + " ", strict=False):
        if char <= "\x7f":
            continue
        if char in _TYPOGRAPHY:
            score += 0.3
        elif _is_no_sign(char):
            score -= 4
        elif char in alphabet.letters:
            score += 1 if before.isalpha() or behind.isalpha() else 0.2
        elif latin and char.isalpha():
            score -= 1
        else:
            score -= 1.5
    foreign_words = (word for word in _WORD.findall(text) if not word.isascii() and len(word) > 1)
    return score - sum(_word_faults(word, alphabet, latin) for word in foreign_words)


def _word_faults(word: str, alphabet: Alphabet, latin: bool) -> float:
    faults = 0.0
    if alphabet.vowels and len(word) > 2 and not alphabet.vowels & set(word.lower()):
        faults += 0.5 * len(word)
    has_case = alphabet.language not in _SCRIPTS_WITHOUT_CAPITALS
    if has_case and not (word.istitle() or word.islower() or word.isupper()):
        faults += 1.5
    if latin:
        return faults + sum(2 * len(run) for run in re.findall(r"[^\x00-\x7f]{3,}", word))
    ascii_letters = sum(char <= "\x7f" for char in word)
    if ascii_letters:
        return faults + 2 * ascii_letters
    return faults + (0.3 * len(word) if has_case and word.isupper() and len(word) > 3 else 0)


def _signs(text: str, alphabet: Alphabet) -> float:
    """Rate a text in signs of two bytes, or in Thai: no Latin letter stands beside them."""
    score = 0.0
    before = ""
    for char in text:
        beside = before.isalpha() and char.isalpha() and before.isascii() != char.isascii()
        score -= 2 * beside
        if char > "\x7f":
            score += _thai(char, before, alphabet) if alphabet.marks else _sign(char, alphabet)
        before = char
    return score


def _thai(char: str, before: str, alphabet: Alphabet) -> float:
    if not "\u0e01" <= char <= "\u0e5b":
        return 0.2 if char in _TYPOGRAPHY else -4
    is_loose = char in alphabet.marks and not "\u0e01" <= before <= "\u0e4e"
    return (1 if char in alphabet.usual else 0.5) - 3 * is_loose


def _sign(char: str, alphabet: Alphabet) -> float:
    """Rate a sign of two bytes: a usual one counts for both of them."""
    if char in _TYPOGRAPHY:
        return 1
    if _is_no_sign(char):
        return -4
    if char in alphabet.usual or (alphabet.language == "ja" and "\u3040" <= char <= "\u30ff"):
        return 2
    if "\uff61" <= char <= "\uff9f":  # half-width kana: what most other bytes look like in cp932
        return -1
    if "\u4e00" <= char <= "\u9fff":
        return -0.6 if alphabet.language == "ko" else 0.5
    if "\uac00" <= char <= "\ud7a3":
        return 0.6
    return 0.2 if "\uff00" <= char <= "\uff60" else -1.5


def _is_no_sign(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn")
