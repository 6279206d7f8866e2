"""Names of some hundred countries: given name, particles, family name, order, and the sorting."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import sort_name, split_name
from db.names.families import CUSTOMS, customs_of
from db.names.name_lists import word_list

TABLE = Path(__file__).with_name("names_of_the_world.txt")
ROWS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in TABLE.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
WITH_RULES = (
    "spanish", "sinitic", "patronymic", "particles_open", "hungarian", "japanese", "french",
    "portuguese", "filial", "postnoms",
)  # fmt: skip
COUNTRIES = sorted({code for custom in WITH_RULES for code in word_list("customs")[custom]})
WORDS = st.sampled_from(
    ["de", "von", "Al", "bin", "y", "Ivanovich", "Lee", "XI", "M.", "King", "III", "Kim", "Tan",
     "José", "oglu", "Viktor", "Ó", "d'Or", "al-Sisi", "of", "s/o",
     "Ould", "Mint", "wa", "João", "Neto"]
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} ({row[1]})")
def test_the_parts_of_a_name_are_its_countrys(row: tuple[str, ...]) -> None:
    text, country, *parts, order, sorted_as = row
    found = split_name(text, country=country or None)
    assert [found.given, found.particles, found.family] == parts
    assert found.order == order
    assert sort_name(text, country=country or None) == sorted_as


def test_the_table_is_of_many_countries() -> None:
    assert len(ROWS) > 600
    assert len({row[1] for row in ROWS}) > 100


@given(st.lists(WORDS, min_size=2, max_size=6), st.sampled_from([*COUNTRIES, "us", "eg", "kh", ""]))
def test_customs_that_are_not_asked_of_a_country_would_say_nothing(
    words: list[str], country: str
) -> None:
    asked = customs_of(country or None)
    left_out = [custom for custom in CUSTOMS if custom not in asked]
    assert [custom(words, country or None) for custom in left_out] == [None] * len(left_out)


@given(st.lists(WORDS, min_size=2, max_size=6), st.sampled_from(COUNTRIES))
def test_no_custom_loses_a_word(words: list[str], country: str) -> None:
    for custom in CUSTOMS:
        found = custom(words, country)
        if found is not None:
            kept = f"{found.given} {found.particles} {found.family}".split()
            assert sorted(kept) == sorted(words)
            assert found.given or found.family
