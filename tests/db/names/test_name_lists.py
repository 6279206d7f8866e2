"""The lists of titles and particles: there, of text, and read once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from db.names.name_lists import FOLDER, word_list


def texts(content: Any) -> Iterator[object]:
    """Everything that stands in a list, however deep."""
    if isinstance(content, dict):
        for inner in content.values():
            yield from texts(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from texts(inner)
    else:
        yield content


@pytest.mark.parametrize("name", sorted(file.stem for file in FOLDER.glob("*.json")))
def test_a_list_holds_nothing_but_words_and_numbers(name: str) -> None:
    held = list(texts(word_list(name)))
    assert held and all(isinstance(each, int) or _is_plain(each) for each in held)


def _is_plain(text: object) -> bool:
    return isinstance(text, str) and bool(text) and text.strip() == text


def test_a_list_is_read_once() -> None:
    assert word_list("titles") is word_list("titles")


def test_the_lists_that_are_asked_for_have_their_entries() -> None:
    assert {"titles", "before", "between", "after", "numerals"} <= word_list("titles").keys()
    assert {"particles", "patronymic", "articles"} <= word_list("particles").keys()
