"""What is usual with names is known by country, whatever the case of its code."""

from __future__ import annotations

import pytest

from db.names.customs import (
    custom_words,
    ends_like_family,
    is_custom,
    is_feminine_patronymic,
    is_initials,
    is_listed,
    is_numeral,
    is_patronymic,
    is_strong_patronymic,
    is_surname,
)
from db.names.name_lists import word_list
from db.vocabulary.countries import country_names

OF_COUNTRIES = (
    "family_first", "sinitic", "korean", "japanese", "hungarian", "malay", "single", "spanish",
    "sorted_by_given", "given_last", "portuguese", "patronymic", "particles_lead", "french",
    "particles_open", "irish", "filial", "postnoms", "last_alone",
)  # fmt: skip


@pytest.mark.parametrize("custom", OF_COUNTRIES)
def test_customs_name_countries_that_there_are(custom: str) -> None:
    assert set(word_list("customs")[custom]) <= set(country_names())


def test_a_custom_is_asked_by_country() -> None:
    assert is_custom("single", "is") and is_custom("single", "IS")
    assert not is_custom("single", "") and not is_custom("single", None)


@pytest.mark.parametrize(
    ("word", "found"),
    [("Ivanovich", True), ("Ильич", True), ("Кемелұлы", True), ("Ivan", False), ("Uly", False)],
)
def test_a_patronymic_is_known_by_its_ending(word: str, found: bool) -> None:
    assert is_patronymic(word) is found


def test_some_patronymics_are_given_names_and_others_are_only_a_daughters() -> None:
    assert is_patronymic("Gurbanguly") and not is_strong_patronymic("Gurbanguly")
    assert is_feminine_patronymic("Ивановна") and not is_feminine_patronymic("Иванович")


def test_words_are_told_apart() -> None:
    assert [is_numeral(word) for word in ("XIV", "Ii", "MC", "")] == [True, False, False, False]
    assert [is_initials(word) for word in ("M.", "J.-P.", "Mr.")] == [True, True, False]
    assert is_surname("Lee", "chinese_surnames") and not is_surname("Yew-Lee", "chinese_surnames")
    assert ends_like_family("Lavrov") and not ends_like_family("Лев")
    assert is_listed("andres", "romance_given") and "jose" in custom_words("romance_given")
