"""The parts of a name, their order, and what it is sorted by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import script_of, sort_name, sort_title, split_name, split_titles
from db.names.phonetics.phonetic_keys import phonetic_key


@pytest.mark.parametrize(
    ("text", "country", "given_name", "particles", "family", "order"),
    [
        ("Ishaq Dar", None, "Ishaq", "", "Dar", "given-first"),
        ("Dar, Mohammad Ishaq", None, "Mohammad Ishaq", "", "Dar", "given-first"),
        ("Ursula von der Leyen", None, "Ursula", "von der", "Leyen", "given-first"),
        ("Leyen, Ursula von der", None, "Ursula", "von der", "Leyen", "given-first"),
        ("Abdel Fattah al-Sisi", None, "Abdel Fattah", "al-", "Sisi", "given-first"),
        ("Faisal bin Farhan Al Saud", "sa", "Faisal bin Farhan", "Al", "Saud", "given-first"),
        ("Mohammed bin Salman", None, "Mohammed bin Salman", "", "", "single"),
        ("Bin Laden, Osama", None, "Osama", "", "Bin Laden", "given-first"),
        ("von der Leyen, Ursula", None, "Ursula", "", "von der Leyen", "given-first"),
        ("al-Sisi, Abdel Fattah", None, "Abdel Fattah", "al-", "Sisi", "given-first"),
        ("Bishop, Julie", None, "Julie", "", "Bishop", "given-first"),
        ("Petrov I. I.", None, "I. I.", "", "Petrov", "family-first"),
        ("Jean-Yves LE DRIAN", None, "Jean-Yves", "LE", "DRIAN", "given-first"),
        ("Charles III", None, "Charles III", "", "", "single"),
        ("Baroness Ashton of Upholland", None, "", "", "Ashton of Upholland", "single"),
        ("HRH The Prince of Wales", None, "", "", "", "single"),
        ("Valéry Giscard d'Estaing", None, "Valéry Giscard", "d'", "Estaing", "given-first"),
        ("Xi Jinping", "cn", "Jinping", "", "Xi", "family-first"),
        ("Xi Jinping", None, "Xi", "", "Jinping", "given-first"),
        ("习近平", None, "近平", "", "习", "family-first"),
        ("欧阳修文", None, "修文", "", "欧阳", "family-first"),
        ("岸田 文雄", None, "文雄", "", "岸田", "family-first"),
        ("김정은", None, "정은", "", "김", "family-first"),
        ("Orbán Viktor", "hu", "Viktor", "", "Orbán", "family-first"),
        ("Phạm Minh Chính", "vn", "Minh Chính", "", "Phạm", "family-first"),
        ("WANG Yi", None, "Yi", "", "WANG", "family-first"),
        ("Soekarno", None, "", "", "Soekarno", "single"),
        ("", None, "", "", "", "single"),
    ],
)
def test_a_name_has_parts_in_an_order(
    text: str, country: str | None, given_name: str, particles: str, family: str, order: str
) -> None:
    parts = split_name(text, country=country)
    assert (parts.given, parts.particles, parts.family) == (given_name, particles, family)
    assert parts.order == order


@pytest.mark.parametrize(
    ("text", "country", "sorted_as"),
    [
        ("H.E. Mr Ishaq Dar", None, "Dar, Ishaq"),
        ("Vincent van Gogh", None, "Gogh, Vincent van"),
        ("Martin Van Buren", None, "Van Buren, Martin"),
        ("Abdel Fattah Al-Sisi", None, "Sisi, Abdel Fattah Al-"),
        ("Faisal bin Farhan Al Saud", None, "Al Saud, Faisal bin Farhan"),
        ("Mohammed bin Salman", None, "Mohammed bin Salman"),
        ("Valéry Giscard d'Estaing", None, "Estaing, Valéry Giscard d'"),
        ("Xi Jinping", "cn", "Xi Jinping"),
        ("习近平", None, "习近平"),
        ("Lyndon B. Johnson", None, "Johnson, Lyndon B."),
        ("Kerrie D. Symmonds", None, "Symmonds, Kerrie D."),
        ("José Ortega y Gasset", None, "Ortega y Gasset, José"),
        ("Karl Theodor von und zu Guttenberg", None, "Guttenberg, Karl Theodor von und zu"),
        ("Charles de Gaulle", None, "Gaulle, Charles de"),
        ("de Gaulle", None, "de Gaulle"),
        ("Ali bin Abi Talib", None, "Ali bin Abi Talib"),
        ("Gamal Abdel Nasser", None, "Abdel Nasser, Gamal"),
        ("Al Gore", None, "Gore, Al"),
        ("Péter Szijjártó", "hu", "Szijjártó, Péter"),
        ("Mao, Zedong", "cn", "Mao Zedong"),
        ("Lula", None, "Lula"),
    ],
)
def test_names_are_sorted_by_usage(text: str, country: str | None, sorted_as: str) -> None:
    assert sort_name(text, country=country) == sorted_as


@given(st.text(max_size=40))
def test_any_text_is_taken_as_a_name(text: str) -> None:
    split_name(text)
    assert bool(sort_name(text).strip(" ,")) == bool(split_titles(text).name.strip(" ,"))
    assert isinstance(phonetic_key(text), str) and len(script_of(text)) == 4


def test_titles_are_sorted_without_their_article() -> None:
    titles = ["The Hague Convention", "La Francophonie", "A", "An Accord", "Élysée Treaty"]
    assert [sort_title(t) for t in titles] == [
        "hague convention", "francophonie", "a", "accord", "elysee treaty",
    ]  # fmt: skip
