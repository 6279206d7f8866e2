"""Which parts of a query are asked for as names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import fold
from db.query import parse_query
from db.search.exact.search_terms import terms_of
from db.search.fuzzy.readings import readings, with_words


def groups(text: str, kind: str = "person") -> list[list[str]]:
    """The readings of a text, each as one text."""
    found = readings(terms_of(parse_query(text)), kind, lambda word: word in ("ishaq", "dar"))
    return [[" ".join(reading) for reading in group] for group in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Bull, Lieutenant General Odd", ["Bull Odd"]),
        ("Ishaq Dar, Deputy Prime Minister", ["Ishaq Dar"]),
        ("Dar, Deputy Prime Minister Ishaq", ["Dar Ishaq"]),
        ("Tito, Marshal", ["Tito"]),
        ("Viscount Cranborne", ["Cranborne"]),
        ("Foreign Minister of Pakistan Ishaq Dar", ["Ishaq Dar"]),
        ("Ishaq Dar, Minister for Industries and Production, Pakistan", ["Ishaq Dar"]),
        ("Abrams, General Creighton W., Jr., Commander", ["Abrams Creighton W."]),
        ("Bishop, Julie, Foreign Minister", ["Bishop Julie"]),
        ("Julie Bishop, Foreign Minister of Australia", ["Julie Bishop"]),
        ("Deputy Prime Minister and Chancellor, Ishaq Dar, MP", ["Ishaq Dar"]),
        ("Ye Jianying (Yeh Chien-ying)", ["Ye Jianying", "Yeh Chien-ying"]),
        ("Muammar Gaddafi (Qaddafi)", ["Muammar Gaddafi", "Muammar Qaddafi"]),
        ("Anthony (Tony) Blair", ["Anthony Blair", "Tony Blair"]),
        ("Angela Merkel, née Kasner", ["Angela Merkel", "Angela Kasner"]),
        ("Mao Zedong [Mao Tse-tung]", ["Mao Zedong", "Mao Tse-tung"]),
        ("Mao Zedong / Mao Tse-tung", ["Mao Zedong", "Mao Tse-tung"]),
        ("Mao Zedong, also known as Mao Tse-tung", ["Mao Zedong", "Mao Tse-tung"]),
        ("Mao Zedong a.k.a. Mao Tse-tung", ["Mao Zedong", "Mao Tse-tung"]),
        ("Mao Zedong(Mao Tse-tung)", ["Mao Zedong", "Mao Tse-tung"]),
        ("Mao Zedong (1893–1976)", ["Mao Zedong"]),
        ("毛泽东（Mao Zedong）", ["Mao Zedong"]),
    ],
)
def test_the_likeliest_reading_comes_first(text: str, first: list[str]) -> None:
    assert groups(text)[0] == first


def test_a_single_word_is_asked_for_after_whole_names() -> None:
    assert groups("Muammar Gaddafi (Qaddafi)")[1] == ["Qaddafi"]


@pytest.mark.parametrize("text", ["ishaq dar", "foreign minister pakistan", '"dar, marshal"', ""])
def test_a_query_without_another_reading_has_none(text: str) -> None:
    assert groups(text) == []


def test_the_names_within_a_line_are_readings() -> None:
    line = "The minister received Ishaq Dar at noon, and they spoke of trade and of the summit."
    assert ["Ishaq Dar"] in groups(line)
    assert ["ishaq dar"] in groups(line.lower())


def test_bodies_have_no_titles_and_may_have_two_names() -> None:
    assert groups("Minister of Pakistan", "organization") == []
    assert groups("Vereinte Nationen (United Nations)", "organization") == [
        ["Vereinte Nationen", "United Nations"]
    ]


@given(st.text(max_size=200))
def test_readings_are_parts_of_the_query(text: str) -> None:
    asked = terms_of(parse_query(text))
    words = set(fold(asked.typed).split())
    for group in readings(asked, "person", str.isalpha):
        for reading in group:
            assert set(fold(" ".join(reading)).split()) <= words
            assert with_words(asked, reading).words == asked.words
