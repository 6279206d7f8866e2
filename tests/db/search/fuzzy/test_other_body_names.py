"""Bodies are found as others call them: by acronyms of other languages, translated, as before.

The table is our own. Its first set was met while the lists were written, the second only after.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from db import Lens, Organization, Store, make_desk, open_desk, parse_query
from db.names.name_lists import word_list
from db.search.fuzzy.other_body_names import in_english, known_names, other_matters
from db.vocabulary.countries import country_names

LENS = Lens("2025-09-15")
TABLE = Path(__file__).with_name("other_body_names.csv")
FIRST_PAGE = 10
SHARES = {"met": (0.97, 0.99), "held out": (0.88, 0.92)}  # found first, among the first ten


class Row(NamedTuple):
    """A body as it stands on the desk, and as it is asked for."""

    set: str
    country: str
    name: str
    asked: str


with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = [Row(**row) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("bodies") / "bodies.desk"
    make_desk(path)
    with open_desk(path) as store:
        for country, name in dict.fromkeys((row.country, row.name) for row in ROWS):
            store.save(Organization(title=name, country=country), LENS)
        yield store


def found(store: Store, text: str) -> list[tuple[str, str]]:
    """State and title of the first ten."""
    page = store.reader.page("organization", parse_query(text), LENS, thorough=True)
    bodies = [store.reader.get(key, LENS) for key in page.ids[:FIRST_PAGE]]
    return [(body.country, body.title) for body in bodies]


@pytest.mark.parametrize("which", SHARES)
def test_bodies_are_found_as_others_call_them(desk: Store, which: str) -> None:
    rows = [row for row in ROWS if row.set == which]
    first = ten = 0
    missed = []
    for row in rows:
        shown = found(desk, row.asked)
        first += shown[:1] == [(row.country, row.name)]
        ten += (row.country, row.name) in shown
        if (row.country, row.name) not in shown:
            missed.append(row.asked)
    assert len(rows) > 90
    least_first, least_ten = SHARES[which]
    assert first / len(rows) >= least_first
    assert ten / len(rows) >= least_ten, missed


def test_a_hit_says_that_it_bears_another_name(desk: Store) -> None:
    page = desk.reader.page("organization", parse_query("ONU"), LENS, thorough=True)
    assert str(page.reasons[page.ids[0]]) == "United Nations, by another name"


def test_what_lies_above_the_ceiling_is_not_found_by_another_name(tmp_path: Path) -> None:
    make_desk(tmp_path / "low.desk")
    with open_desk(tmp_path / "low.desk") as store:
        secret = Organization(title="Ministry of Defence", country="tr", marking=3)
        store.save(secret, LENS)
        for text in ("Millî Savunma Bakanlığı", "Turkish MoD", "MoD", "Turkish Defense Ministry"):
            query = parse_query(text)
            assert list(store.reader.page("organization", query, LENS).ids)
            assert not list(store.reader.page("organization", query, Lens(ceiling=2)).ids)


def test_a_generic_name_is_that_of_one_state_only_where_the_state_is_named() -> None:
    assert known_names(["Ministry", "of", "Foreign", "Affairs"]) == []
    assert known_names(["Ministry", "of", "Foreign", "Affairs"], "fr")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Ministère des Affaires étrangères", "ministry foreign affairs"),
        ("Bundesaußenministerium", "federal foreign affairs ministry"),
        ("وزارة الخارجية المصرية", "ministry foreign affairs Egypt"),
        ("通商産業省", ""),
        ("Ministry of Defence", ""),
        ("Ministère des Choses", ""),
    ],
)
def test_only_what_is_known_to_the_last_word_is_translated(text: str, english: str) -> None:
    assert (english in {" ".join(each.words) for each in in_english(text)}) is bool(english)
    assert bool(in_english(text)) is bool(english)


def test_a_matter_is_called_otherwise_only_beside_an_office() -> None:
    assert ("external", "affairs") in other_matters(["Foreign", "Ministry"])
    assert other_matters(["Foreign"]) == []
    assert other_matters(["Ministry", "of", "the", "Office"]) == []


def test_the_lists_name_states_by_their_codes() -> None:
    codes = set(word_list("known_bodies")["of_states"])
    lists = word_list("body_words")
    codes |= set(lists["states"])
    codes |= {code for entry in lists["languages"].values() for code in entry["states"]}
    assert codes - set(country_names()) == {"suhh"}


def test_no_body_is_listed_by_one_name_alone() -> None:
    lists = word_list("known_bodies")
    for bodies in (lists["of_no_state"], *lists["of_states"].values()):
        assert [names for names in bodies if len(names) < 2] == []
