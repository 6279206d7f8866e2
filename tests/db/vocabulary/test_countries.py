"""Countries by every name files give them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db.vocabulary.countries
from db.names.name_lists import word_list
from db.vocabulary.countries import country_code, country_name, demonym_code

PRESENT = word_list("countries")["present"]
PAST = word_list("countries")["past"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pk", "pk"),
        ("PAK", "pk"),
        ("Islamic Republic of Pakistan", "pk"),
        ("Government of Pakistan", "pk"),
        ("USA", "us"),
        ("U.S.A.", "us"),
        ("United States", "us"),
        ("Great Britain", "gb"),
        ("United Kingdom (Wales)", "gb"),
        ("DPRK", "kp"),
        ("Republic of Korea", "kr"),
        ("Korea, Republic of", "kr"),
        ("Korea (Democratic People's Republic of)", "kp"),
        ("Korea, North", "kp"),
        ("China, People’s Republic of", "cn"),
        ("Republic of China", "tw"),
        ("Republic of the Congo", "cg"),
        ("Congo, Dem. Rep.", "cd"),
        ("congo-kinshasa", "cd"),
        ("Cote d'Ivoire", "ci"),
        ("cote-divoire", "ci"),
        ("St. Kitts & Nevis", "kn"),
        ("Gambia, The", "gm"),
        ("Czech Republic", "cz"),
        ("Burma (Myanmar)", "mm"),
        ("Türkiye", "tr"),
        ("São Tomé and Príncipe", "st"),
        ("Holy See", "va"),
        ("West Bank", "ps"),
        ("Kosovo", "xk"),
        ("EUU", "eu"),
        ("ROM", "ro"),
        ("U.S.S.R.", "suhh"),
        ("YUG", "yucs"),
        ("CSK", "cshh"),
        ("German Democratic Republic", "ddde"),
        ("Germany, Federal Republic of", "de"),
        ("Serbia-Montenegro", "csxx"),
        ("Democratic Republic of Korea", None),
        ("Donetsk People's Republic", None),
        ("Republic", None),
        ("()", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_any_usual_name(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pakistani", "pk"),
        ("pakistanis", "pk"),
        ("French", "fr"),
        ("the Swiss", "ch"),
        ("Soviet", "suhh"),
        ("South Korean", "kr"),
        ("Congolese", None),
        ("", None),
    ],
)
def test_an_adjective_tells_the_country(text: str, code: str | None) -> None:
    assert demonym_code(text) == code


def test_the_list_is_the_standard_with_the_union_and_kosovo() -> None:
    assert len(PRESENT) == 249 + 2
    assert all(len(code) == 2 for code in PRESENT) and all(len(code) == 4 for code in PAST)
    assert len({row[0] for row in PRESENT.values()}) == len(PRESENT)


def test_no_name_belongs_to_two_countries() -> None:
    claims = Counter()  # type: Counter[str]
    for code, (alpha3, name, aliases, _) in (PRESENT | PAST).items():
        texts = (name, *aliases, code, alpha3)
        claims.update({db.vocabulary.countries.name_key(text) for text in texts})
    assert [key for key, number in claims.items() if number > 1] == []


def test_no_adjective_belongs_to_two_countries() -> None:
    claims = Counter(text for row in (PRESENT | PAST).values() for text in row[3])
    assert max(claims.values()) == 1


def test_every_code_and_name_leads_back_to_its_code() -> None:
    for code, row in (PRESENT | PAST).items():
        assert country_code(country_name(code)) == code
        assert country_code(row[0].upper()) == code == country_code(code)


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    code = country_code(text)
    assert code is None or country_code(code) == code
    assert isinstance(country_name(text), str)
