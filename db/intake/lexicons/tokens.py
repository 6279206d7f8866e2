"""Cuts a plain text into words, numbers and signs, each with its place; sentences are made of them.

"Gen." and "U.S." are one token, "'s" is its own, and "Pakistan-US" is three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from db.intake.lexicons.word_files import word_set

_ACRONYM_DOTS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


class Token:
    """One word, number or sign. `low` is what lexicons are asked with."""

    __slots__ = ("end", "is_cap", "is_number", "is_upper", "is_word", "low", "start", "text")

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        first = text[0]
        self.is_word = first.isalnum()
        self.is_number = first.isdigit()
        self.low = low_form(text)
        self.is_upper = text.isupper() and len(text) > 1 and not self.is_number
        self.is_cap = first.isupper() or (
            "-" in text and first.islower() and _is_article_name(text)
        )

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start})"


def low_form(text: str) -> str:
    """Return a word as lexicons have it: small, an abbreviation without its point.

    >>> low_form("Gen."), low_form("U.S"), low_form("Munir")
    ('gen', 'u.s.', 'munir')
    """
    low = text.lower()
    if "." in low and len(low) > 1:
        if _ACRONYM_DOTS.fullmatch(text) and len(text) > 2:
            return low if low.endswith(".") else low + "."
        return low.rstrip(".")
    return low


def _is_article_name(text: str) -> bool:
    """Say whether a word is a name with its Arabic article in small letters: al-Sisi."""
    head, _, rest = text.partition("-")
    return len(head) <= 3 and head in word_set("particles") and rest[:1].isupper()


@cache
def _token_pattern() -> re.Pattern[str]:
    letter, word = r"[^\W\d_]", r"[^\W_]"
    return re.compile(
        rf"(?<!{word})(?:{letter}\.)+{letter}(?!{word})\.?"
        rf"|(?<={word})'[sS]\b"
        rf"|\d+(?:[.,]\d+)*{word}*(?:-{word}+)*"
        rf"|{word}+(?:(?:'(?![sS]\b)|[-&]){word}+)*"
        r"|\n|[^\s\w]|_"
    )


def cut_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a part of a plain text.

    >>> [each.text for each in cut_tokens("Gen. Asim Munir's Pakistan-US trip, Dr. E. Bo.", 0, 99)]
    ['Gen.', 'Asim', 'Munir', "'s", 'Pakistan', '-', 'US', 'trip', ',', 'Dr.', 'E.', 'Bo', '.']
    """
    abbreviations, splits = word_set("abbreviations"), word_set("split_at_hyphen")
    tokens: list[Token] = []
    position, last = 0, len(text)
    for found in _token_pattern().finditer(text, start, min(end, last)):
        word = found.group()
        position = found.start()
        if word == "." and tokens and tokens[-1].end == position:
            before = tokens[-1]
            is_initial = len(before.text) == 1 and before.text.isupper()
            if is_initial or before.low in abbreviations:
                tokens[-1] = Token(before.text + ".", before.start)
                continue
        if "-" in word and word[0].isupper():
            head, _, rest = word.partition("-")
            if rest[:1].isupper() and head.lower() in splits and word.lower() not in splits:
                tokens.append(Token(head, position))
                tokens.append(Token("-", position + len(head)))
                tokens.append(Token(rest, position + len(head) + 1))
                continue
        if word != "\n":
            tokens.append(Token(word, position))
    return tokens


def find_token(tokens: Sequence[Token], letter: int) -> int:
    """Return the first token that begins at a letter or after it; their number if none does."""
    return bisect_left(tokens, letter, key=lambda token: token.start)
