"""Names in other scripts against the people they belong to, by their readings alone."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from db.names.phonetics.phonetic_keys import readings

FIRST = 10


def _spoken(text: str, which: int) -> str:
    return " ".join(keys[min(which, len(keys) - 1)] for keys in readings(text))


@pytest.fixture
def people(real_data: Path) -> dict[str, str]:
    files = sorted((real_data / "popolo").glob("*.json"))
    if not files:
        pytest.skip("There are no Popolo files in the real data.")
    persons = [p for file in files for p in json.loads(file.read_text("utf-8"))["persons"]]
    return {person["id"]: person["name"] for person in persons}


def test_nine_of_ten_names_in_other_scripts_propose_their_person(
    real_data: Path, people: dict[str, str]
) -> None:
    """Main names only, ten proposals each, no vowels and no other help."""
    keys = {(id_, n): _spoken(name, n) for id_, name in people.items() for n in (0, 1)}
    with (real_data / "names" / "crossscript_queries.csv").open(encoding="utf-8") as file:
        queries = list(csv.DictReader(file))
    found = 0
    for row in queries:
        # A Chinese word has itself first and its sounds last, others their likely reading first.
        ranked = [
            (score, id_[0])
            for n in (0, -1)
            for _, score, id_ in process.extract(
                _spoken(row["query"], n), keys, scorer=fuzz.token_sort_ratio, limit=2 * FIRST
            )
        ]
        best = list(dict.fromkeys(id_ for _, id_ in sorted(ranked, reverse=True)))[:FIRST]
        found += row["person_id"] in best
    assert queries and found >= 0.9 * len(queries)
