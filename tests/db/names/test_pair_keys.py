"""Keys put together out of those of a name's parts are the keys of the whole name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.changes.naming import sort_texts
from db.names import fold, script_of
from db.names.pair_keys import NameKeys, keys_of_pair
from db.names.phonetics.phonetic_keys import phonetic_key
from db.record_types import Person

LETTERS = "abcdehilnorstuyzABCDÉJLMÅÖŁçñüğıß’'- .3"
PARTS = st.text(LETTERS, min_size=1, max_size=9).filter(lambda text: text == text.strip())


def keys_of(given_name: str, family: str, country: str, language: str) -> NameKeys:
    """Return the keys that the whole name has."""
    title = f"{given_name} {family}"
    person = Person(
        title=title, given=given_name, family=family, country=country, name_order="given-first"
    )
    keys = fold(title), phonetic_key(title), script_of(title)
    return NameKeys(*sort_texts(person, language), *keys)


@given(
    PARTS, PARTS, st.sampled_from(("", "pk", "th", "se")), st.sampled_from(("", "sv", "cs", "tr"))
)
def test_keys_of_pair_are_those_of_the_whole_name(
    given_name: str, family: str, country: str, language: str
) -> None:
    joined = keys_of_pair(given_name, family, country, language)
    assert joined is None or joined == keys_of(given_name, family, country, language)


@pytest.mark.parametrize(
    "family", ["Dar", "Müller", "Ångström", "O’Brien", "Charvát", "Saint-Just"]
)
def test_latin_names_have_keys_of_pair(family: str) -> None:
    assert keys_of_pair("Élodie Ana", family, "fr", "cs") == keys_of(
        "Élodie Ana", family, "fr", "cs"
    )


@pytest.mark.parametrize(
    ("given_name", "family", "country"),
    [
        ("Abdul", "Rahman", "pk"),  # sounds depend on what follows
        ("Bashar", "al", "sy"),  # an article sounds only where it stands alone
        ("Лев", "Толстой", "ru"),
        ("علی", "Dar", "pk"),
        ("Prayut", "Wong", "th"),  # sorted by the given name
    ],
)
def test_where_parts_depend_on_each_other_nothing_is_joined(
    given_name: str, family: str, country: str
) -> None:
    assert keys_of_pair(given_name, family, country, "") is None
