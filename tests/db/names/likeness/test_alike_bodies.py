"""What tells bodies apart decides: numbers, places, rare words; legal forms count little."""

from __future__ import annotations

import pytest

from db.names.likeness.alike_bodies import (
    ACRONYM,
    CONTRADICTED,
    OTHER_FORM,
    SLIGHT,
    bodies_alike,
)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Siemens AG", "Siemens AG", "the same name"),
        ("OAO Rosneft", "Rosneft JSC", "the same name"),
        ("Good Will Company", "Goodwill Co.", "the same"),
        ("Corps 10", "Corps X", "the same name"),
        ("Twenty First Division", "21st Division", "the same name"),
        ("H & M Trading", "H and M Trading", "the same"),
    ],
)
def test_the_same_body_written_otherwise_is_whole(one: str, other: str, why: str) -> None:
    score, said = bodies_alike(one, other)
    assert score == 1.0
    assert said.startswith(why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10th Corps", "11th Corps"),
        ("Ministry of Defence of Niger", "Ministry of Defence of Nigeria"),
        ("Bank of Lahore", "Bank of Karachi"),
        ("Plan B", "Plan C"),
    ],
)
def test_a_word_that_the_other_contradicts_keeps_two_bodies_apart(one: str, other: str) -> None:
    score, why = bodies_alike(one, other)
    assert score <= CONTRADICTED
    assert " is not " in why


def test_another_legal_form_lowers_what_was_found() -> None:
    assert bodies_alike("Mota GmbH", "Mota AG") == (OTHER_FORM, "the same name, another legal form")


def test_initials_are_enough_only_when_they_are_all() -> None:
    iaea = "International Atomic Energy Agency"
    assert bodies_alike("IAEA", iaea) == (ACRONYM, "one is the initials of the other")
    assert bodies_alike("IAE", iaea)[0] < ACRONYM


def test_a_word_that_bodies_take_on_and_leave_off_costs_little() -> None:
    slight = bodies_alike("Fauji Foundation Group", "Fauji Foundation")[0]
    context = bodies_alike("Fauji Foundation Fertilizer", "Fauji Foundation")[0]
    assert slight > 1 - 2 * SLIGHT > context


def test_a_country_or_a_number_more_is_another_body() -> None:
    assert bodies_alike("Ministry of Defence", "Ministry of Defence of Chad")[0] < 0.75
    assert bodies_alike("Strike Corps", "Strike Corps 2")[0] < 0.75


def test_bodies_without_a_common_word_are_strangers() -> None:
    assert bodies_alike("Senate", "Lahore Chamber") == (0.0, "no word in common")
