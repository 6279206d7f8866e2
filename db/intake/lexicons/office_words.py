"""The heads, modifiers and subjects that offices are named with; `office_phrases` asks it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.word_files import lexicon


class OfficeHead(NamedTuple):
    """The head of an office's title: its class, and the title that an acronym stands for."""

    group: str  # national, envoy, military, body
    title: str = ""
    is_plural: bool = False
    singular: str = ""


@cache
def head_trie() -> PhraseTrie[OfficeHead]:
    """Return all heads; they are met small and large, acronyms in capitals alone."""
    return PhraseTrie(_heads())


def _heads() -> Iterator[tuple[str, OfficeHead]]:
    content = lexicon("offices")
    groups: dict[str, str] = {}
    for group, words in content["heads"].items():
        for word in words:
            groups.setdefault(word, group)
    for word, group in groups.items():
        yield word, OfficeHead(group)
    for plural, singular in content["plural_heads"].items():
        yield plural, OfficeHead(groups.get(singular, "body"), "", True, singular)
    for short, title in content["short"].items():
        yield short, OfficeHead(groups.get(title.lower(), "national"), title)


@cache
def office_subjects() -> frozenset[str]:
    """Return words of portfolios: foreign, defence, trade."""
    return frozenset(lexicon("offices")["subjects"])


@cache
def words_before_heads() -> frozenset[str]:
    """Return words that belong to a title before its head: deputy, federal."""
    return frozenset(lexicon("offices")["before"])


@cache
def epithets() -> frozenset[str]:
    """Return words before a title that are no part of it: outgoing, newly."""
    return frozenset(lexicon("offices")["epithets"])


@cache
def same_titles() -> dict[str, frozenset[str]]:
    """Return titles with others that mean the same holder: "army chief", "chief of army staff".

    >>> "chief of army staff" in same_titles()["army chief"]
    True
    """
    table: dict[str, set[str]] = {}
    for title, others in lexicon("offices")["canonical"].items():
        group = {title, *others}
        for each in group:
            table.setdefault(each, set()).update(group)
    return {title: frozenset(others) for title, others in table.items()}
