"""A given and a family name that no rule says anything of are told from all other names."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import order, split_name
from db.names.name_lists import word_list
from db.names.titles import split_usual_pair
from db.names.usual_names import is_usual_pair

COUNTRIES = (None, "pk", "fr", "ru", "es", "pt", "in", "cn", "kr", "jp", "hu", "vn", "my", "et")
WORDS = sorted(
    {
        word.title()
        for entry in ("kin_words", "kunya", "filial_words", "father_words", "romance_given")
        for text in word_list("customs")[entry]
        for word in text.split()
    }
    | {"Ishaq", "Dar", "Élodie", "Müller", "Ivanov", "Petrova", "Ivanovna", "Kim", "Hun", "Prince"}
    | {"Dr", "Sultan", "VI", "de", "DAR", "Jean-Yves", "M.", "Лев", "习近平", "Jr", "Esq", "Lord"}
)


@pytest.mark.parametrize(
    ("text", "country", "pair"),
    [
        ("Ishaq Dar", "pk", ("Ishaq", "Dar")),
        ("Élodie Müller", "fr", ("Élodie", "Müller")),
        ("Ana Ruiz", None, ("Ana", "Ruiz")),
        ("Xi Jinping", "cn", None),
        ("Orban Viktor", "hu", None),
        ("Ivanov Petr", "ru", None),
        ("Maria Ivanovna", "ru", None),
        ("Abu Mazen", "ps", None),
        ("Dr Dar", "pk", None),
        ("Ishaq de", "pk", None),
        ("Ishaq DAR", "pk", None),
        ("Dar", "pk", None),
        ("Ishaq Ali Dar", "pk", None),
    ],
)
def test_a_pair_is_usual_where_no_rule_is_to_be_asked(
    text: str, country: str | None, pair: tuple[str, str] | None
) -> None:
    assert split_usual_pair(text, country) == pair


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(COUNTRIES))
def test_the_rules_say_the_same_of_what_is_told_at_once(
    one: str, other: str, country: str | None
) -> None:
    if split_usual_pair(f"{one} {other}", country) is None:
        return
    assert is_usual_pair(one, other, country)
    told = split_name(f"{one} {other}", country=country)
    with patch.object(order, "is_usual_pair", return_value=False):
        assert split_name(f"{one} {other}", country=country) == told
    assert (told.given, told.family) == (one, other)
