"""Titles and offices are told from names wherever they stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.search.fuzzy.name_offices import (
    bare_words,
    country_length,
    is_honour,
    is_office,
    office_length,
    without_offices,
)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Deputy Prime Minister Ishaq Dar", 3),
        ("Prime Minister of Norway Jonas Støre", 4),
        ("Foreign Minister of the United Arab Emirates Abdullah", 7),
        ("former Minister for Foreign Affairs Dar", 5),
        ("Pakistani Foreign Minister Dar", 3),
        ("Lt Gen (retd) Asim Bajwa", 3),
        ("Lt. Gen. Odd Bull", 2),
        ("Chief of the General Staff Munir", 5),
        ("Minister of Trade and Industry Vestre", 5),
        ("Viscount Cranborne", 1),
        ("Warrant Officer Smith", 2),
        ("Her Royal Highness Anne", 3),
        ("министр иностранных дел России Лавров", 4),
        ("министр иностранных дел Лавров", 3),
        ("وزير الخارجية لافروف", 2),
        ("Ministre des Affaires étrangères Dupont", 4),
        ("Bundesministerin Annalena Baerbock", 1),
        ("Ishaq Dar", 0),
        ("Ma Ying-jeou", 0),
        ("Lieutenant General", 2),
    ],
)
def test_an_office_is_measured_with_whose_it_is(text: str, length: int) -> None:
    assert office_length(text.split(), 0) == length


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("H.E. Mr Ishaq Dar", "Ishaq Dar"),
        ("Ishaq Dar Deputy Prime Minister", "Ishaq Dar"),
        ("Bull Lieutenant General Odd", "Bull Odd"),
        ("Field Marshal Asim Munir", "Asim Munir"),
        ("Prof. Dr. Angela Merkel", "Angela Merkel"),
        ("Foreign Minister Julie Bishop", "Julie Bishop"),
        ("Julie Bishop Foreign Minister", "Julie Bishop"),
        ("Sir Philip Barton KCMG", "Philip Barton"),
        ("Julie Bishop", "Julie Bishop"),
        ("Foreign Minister", ""),
    ],
)
def test_a_name_is_what_is_left_without_offices(text: str, name: str) -> None:
    assert " ".join(without_offices(text.split())) == name


def test_a_title_that_may_be_a_name_goes_only_when_all_go() -> None:
    assert without_offices(["Julie", "Bishop"]) == ["Julie", "Bishop"]
    assert without_offices(["Julie", "Bishop"], all_of_them=True) == ["Julie"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Deputy Prime Minister", True),
        ("Minister for Industries and Production", True),
        ("Chairman of the Xyzzy Commission", True),
        ("Pakistan", True),
        ("Norwegian", True),
        ("KCMG", True),
        ("Deputy Prime Minister Ishaq", False),
        ("Ishaq", False),
    ],
)
def test_a_part_between_commas_is_an_office_or_not(text: str, is_one: bool) -> None:
    assert is_office(text.split()) is is_one


def test_countries_honours_and_solid_titles_are_known() -> None:
    assert country_length(["the", "United", "Kingdom", "Lammy"], 0) == 3
    assert is_honour("(Retd)") and is_honour("Ph.D.") and not is_honour("Ma")
    assert bare_words("김정은 위원장".replace(" ", "")) == ["김정은"]
    assert bare_words("習近平") == []


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    words = text.split()
    assert set(without_offices(words)) <= set(words)
    for at in range(len(words)):
        assert 0 <= office_length(words, at) <= len(words) - at
