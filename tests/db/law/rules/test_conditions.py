"""Conditions of entry into force are read with the names that stand in them."""

from __future__ import annotations

import pytest

from db.law.rules.conditions import (
    Deposits,
    Occasion,
    Proportion,
    Share,
    is_state,
    party_key,
    read_conditions,
)

READ = (
    ("signature", (Occasion("signature"),)),
    ("all signatories", (Occasion("all signatories"),)),
    ("exchange of ratifications", (Occasion("exchange of instruments"),)),
    ("the last notification", (Occasion("last notification"),)),
    ("50 deposits", (Deposits(50),)),
    ("fifty ratifications", (Deposits(50),)),
    ("at least 55 instruments of ratification", (Deposits(55),)),
    ("6 deposits including NL, NO and US", (Deposits(6, ("NL", "NO", "US")),)),
    ("43 deposits and RU, GB, US", (Deposits(43, ("RU", "GB", "US")),)),
    ("all of China, France", (Deposits(0, ("China", "France")),)),
    ("China and France", (Deposits(0, ("China", "France")),)),
    ("3 deposits of Bosnia and Herzegovina, Trinidad and Tobago and Kenya",
     (Deposits(3, (), ("Bosnia and Herzegovina", "Trinidad and Tobago", "Kenya")),)),
    ("3 deposits of Allied and Associated Powers",
     (Deposits(3, (), ("Allied and Associated Powers",)),)),
    ("55 deposits and 55% of emissions", (Deposits(55), Share("55", "emissions"))),
    ("66.7 per cent of consumption", (Share("66.7", "consumption"),)),
    ("CN, FR and majority of other signatories",
     (Deposits(0, ("CN", "FR")), Proportion(1, 2, True, True))),
    ("2/3 of signatories", (Proportion(2, 3, False, False),)),
)  # fmt: skip


@pytest.mark.parametrize(("words", "conditions"), READ)
def test_conditions_are_read(words: str, conditions: tuple[object, ...]) -> None:
    assert read_conditions(words) == conditions


@pytest.mark.parametrize(("words", "conditions"), READ)
def test_conditions_are_read_back_from_their_words(
    words: str, conditions: tuple[Occasion | Deposits | Share | Proportion, ...]
) -> None:
    assert read_conditions(" and ".join(each.words() for each in conditions)) == conditions


@pytest.mark.parametrize(
    "words",
    ["", "deposits", "0 deposits", "some deposits", "120% of trade", "3/2 of signatories",
     "5 deposits incl. NL + 30 days", "5 deposits and when it pleases"],
)  # fmt: skip
def test_other_words_are_no_conditions(words: str) -> None:
    assert read_conditions(words) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("SU", "Russia"), ("USSR", "Russian Federation"), ("GB", "United Kingdom"), ("oie", "OIE")],
)
def test_a_party_is_one_however_it_is_written(one: str, other: str) -> None:
    assert party_key(one) == party_key(other)


def test_a_group_is_no_state() -> None:
    assert is_state("Côte d'Ivoire") and not is_state("ASEAN members")


def test_each_condition_names_the_day_on_which_it_is_met() -> None:
    names = [each.trigger_name() for words, found in READ for each in found]
    assert names[0] == "signature" and "50th deposit" in names
    assert all(names)
