"""Finds the longest known phrase at a token by one look-up of its first word; all lexicons of
several words are such a trie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from db.intake.lexicons.tokens import Token, cut_tokens

Value = TypeVar("Value")

MAX_ACRONYM_LETTERS = 6


class TrieEntry(NamedTuple, Generic[Value]):
    """One phrase: its words after the first, how its first word must be written, what it means."""

    rest: tuple[str, ...]
    needs: str  # "upper", "cap" or "" for the first word
    value: Value


class PhraseTrie(Generic[Value]):
    """Phrases by their first word, the longest first.

    A phrase written in capitals (WHO) is met in capitals alone, one with a capital (Chad) with one.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[TrieEntry[Value]]] = {}
        for phrase, value in phrases:
            self._add(phrase, value)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.rest))

    def _add(self, phrase: str, value: Value) -> None:
        tokens = cut_tokens(phrase, 0, len(phrase))
        first = tokens[0]
        needs = "cap" if first.is_cap else ""
        if first.is_upper and len(first.text) <= MAX_ACRONYM_LETTERS and first.text.isalnum():
            needs = "upper"
        rest = tuple(token.low for token in tokens[1:])
        self._by_first.setdefault(first.low, []).append(TrieEntry(rest, needs, value))

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[int, Value] | None:
        """Return where the longest phrase that begins at a token ends, and what it means."""
        first = tokens[at]
        entries = self._by_first.get(first.low)
        if entries is None:
            return None
        for rest, needs, value in entries:
            if needs and not (first.is_upper if needs == "upper" else first.is_cap):
                continue
            end = at + 1 + len(rest)
            if end > len(tokens):
                continue
            if all(tokens[at + 1 + step].low == word for step, word in enumerate(rest)):
                return end, value
        return None
