"""Bodies that are known by name and the words that bodies are named with; `bodies` asks it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.word_files import lexicon, word_set
from db.names.name_lists import word_list

#: Acronyms that mean other things too often; they are read where the text spells them out.


class KnownBody(NamedTuple):
    """A body by its full name, with its acronym, its type and its state's code."""

    name: str
    acronym: str
    type: str
    country: str = ""


class BodyWord(NamedTuple):
    """A word that ends or begins the names of bodies: "Ministry", "Bank"."""

    type: str
    takes_of: bool
    only_with_more: bool


@cache
def _list_of(name: str) -> frozenset[str]:
    return frozenset(lexicon("bodies")[name])


@cache
def known_bodies() -> PhraseTrie[KnownBody]:
    """Return all bodies that are known by name."""
    return PhraseTrie(list(_body_phrases().items()))


@cache
def _body_phrases() -> dict[str, KnownBody]:
    phrases: dict[str, KnownBody] = {}
    for name, acronym, kind, *states in lexicon("bodies")["bodies"]:
        phrases[name] = KnownBody(name, acronym, kind, *states)
    for row in word_list("known_bodies")["of_no_state"]:
        _add_row(phrases, row, "", "international body")
    for code, rows in word_list("known_bodies")["of_states"].items():
        for row in rows:
            _add_row(phrases, row, code, "")
    return phrases


def _add_row(phrases: dict[str, KnownBody], row: list[str], code: str, kind: str) -> None:
    latin = [text for text in row if text.isascii()]
    if not latin or row[0] not in latin:
        return
    acronym = next((text for text in latin[1:] if text.isupper() and " " not in text), "")
    if row[0] in _list_of("seats"):
        return  # what these are called besides are palaces
    body = KnownBody(row[0], acronym, kind, code)
    for text in latin:
        if text in _list_of("unsafe_names") or text in word_set("unsafe_acronyms"):
            continue
        if code and text.startswith(("Ministry for ", "Ministry of ")) and "Europe" not in text:
            continue  # that more states have than one
        is_name = " " in text or text == row[0] or text in (acronym, "Interpol", "Mercosur")
        if is_name and text not in phrases:
            phrases[text] = body


@cache
def news_agencies() -> frozenset[str]:
    """Return names of those who report; they are sources and no part of what they report."""
    return frozenset(lexicon("bodies")["news"])


@cache
def news_trie() -> PhraseTrie[str]:
    """Return names of those who report as a trie."""
    return PhraseTrie((name, name) for name in sorted(news_agencies()))


@cache
def body_words() -> PhraseTrie[BodyWord]:
    """Return the words that bodies are named with, small or large."""
    return PhraseTrie(_body_words())


def _body_words() -> Iterator[tuple[str, BodyWord]]:
    content = lexicon("bodies")
    takes_of, more = set(content["takes_of"]), set(content["only_with_of"])
    seen: set[str] = set()
    for kind, words in content["types"].items():
        for word in words:
            if word not in seen:
                seen.add(word)
                yield word, BodyWord(kind, word in takes_of, word in more)
