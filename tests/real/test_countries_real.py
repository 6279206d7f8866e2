"""How many of the countries that real files name are known."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from db.vocabulary.countries import country_code

FILES = [
    ("travels/trips.csv", "country_id", "utf-8", ""),
    ("travels/trips.csv", "country", "utf-8", ""),
    ("ministers/ambassadors-to-estonia_scraped.csv", "countryLabel", "utf-8", ""),
    ("ministers/foreign_scraped.csv", "countryLabel", "utf-8", ""),
    ("ministers/foreign_wikidata.csv", "countryLabel", "utf-8", ""),
    ("treaties/huggo_env_original_cp1252.csv", "Parties", "cp1252", "-,; "),
]
UNKNOWN = ("", "NA")


def _named(data: Path, path: str, column: str, encoding: str, marks: str) -> Iterator[str]:
    with (data / path).open(encoding=encoding, newline="") as file:
        for row in csv.DictReader(file):
            text = row[column] or ""
            for mark in marks:
                text = text.replace(mark, "\n")
            yield from (part.strip() for part in text.splitlines())


def _unresolved(texts: list[str]) -> list[str]:
    return [text for text in texts if country_code(text) is None]


def test_of_all_countries_named_in_real_files_98_of_100_are_known(real_data: Path) -> None:
    texts = [t for file in FILES for t in _named(real_data, *file) if t not in UNKNOWN]
    missing = _unresolved(texts)
    assert len(missing) < 0.02 * len(texts), sorted(set(missing))


def test_in_each_column_nine_of_ten_are_known(real_data: Path) -> None:
    """The lists of ministers name regions and unrecognised states, which have no ISO code."""
    for file in FILES:
        texts = [t for t in _named(real_data, *file) if t not in UNKNOWN]
        missing = _unresolved(texts)
        assert len(missing) < 0.1 * len(texts), (file, sorted(set(missing)))
