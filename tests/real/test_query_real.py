"""Hostile strings that others collected, as queries and as names: an answer to each."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from db.names import fold, index_query, skeleton, split_name
from db.query import parse_query

DATA = Path(os.environ.get("AIDE_MEMOIRE_DATA", Path(__file__).parents[3] / "shared" / "data"))
FILE = DATA / "text" / "naughty_strings.json"

if not FILE.is_file():
    pytest.skip(f"No {FILE.name}: the shared data folder is not here.", allow_module_level=True)

STRINGS: list[str] = json.loads(FILE.read_text("utf-8"))


def test_every_hostile_string_is_read_as_a_query_that_reads_back() -> None:
    for text in STRINGS:
        query = parse_query(text)
        again = parse_query(query.text_of())
        assert (again.words, again.filters) == (query.words, query.filters), text


def test_every_hostile_string_is_a_safe_phrase_and_a_name() -> None:
    for text in STRINGS:
        assert '"' not in index_query(text) and fold(fold(text)) == fold(text), text
        assert isinstance(skeleton(text), str) and split_name(text).order, text
