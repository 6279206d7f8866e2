"""Hostile strings that others collected, as queries and as names: an answer to each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.names import fold, index_query, split_name
from db.names.phonetics.phonetic_keys import readings
from db.query import parse_query


@pytest.fixture
def strings(real_data: Path) -> list[str]:
    path = real_data / "text" / "naughty_strings.json"
    if not path.is_file():
        pytest.skip(f"There are no hostile strings at {path}.")
    found: list[str] = json.loads(path.read_text("utf-8"))
    assert found
    return found


def test_every_hostile_string_is_read_as_a_query_that_reads_back(strings: list[str]) -> None:
    for text in strings:
        query = parse_query(text)
        again = parse_query(query.text_of())
        assert (again.words, again.filters) == (query.words, query.filters), text


def test_every_hostile_string_is_a_safe_phrase_and_a_name(strings: list[str]) -> None:
    for text in strings:
        assert '"' not in index_query(text) and fold(fold(text)) == fold(text), text
        assert all(all(keys) for keys in readings(text)) and split_name(text).order, text
