"""A word that is left out is the same person, a word that is contradicted is another one."""

from __future__ import annotations

import pytest

from db.names.likeness.alike_people import ALONE, CONTRADICTED, people_alike


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ishaq Dar", "Ishaq Dar", "the same name"),
        ("DAR, Ishaq", "Ishaq Dar", "the same words"),
        ("Mohamed ibn Zayed", "Mohamed bin Zayed", "the same words"),
        ("Sergey Sergey Shoigu", "Sergey Shoigu", "the same words"),
        ("JC Juncker", "Jean-Claude Juncker", "nearly the same spelling"),
        ("Ben Cardin", "Benjamin Cardin", "nearly the same spelling"),
        ("Ishaq Dar", "Mohammad Ishaq Dar", "one name is longer"),
    ],
)
def test_what_decided_is_said(one: str, other: str, why: str) -> None:
    score, said = people_alike(one, other)
    assert score > 0.8
    assert said == why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Bashar al-Assad", "Hafez al-Assad", "bashar is not hafez"),
        (
            "Salman bin Muhammad",
            "Muhammad bin Salman",
            "child and father are turned round",
        ),
        ("Martin King Jr", "Martin King III", "two generations of one name"),
    ],
)
def test_what_contradicts_is_said_and_outweighs_the_rest(one: str, other: str, why: str) -> None:
    score, said = people_alike(one, other)
    assert score <= CONTRADICTED
    assert said == why


def test_one_word_proves_little_against_several() -> None:
    assert people_alike("Erdogan", "Recep Tayyip Erdogan") == (ALONE, "one name of several")


def test_two_bare_names_turned_round_are_less_sure_than_with_a_comma() -> None:
    bare = people_alike("Hans Friedrich", "Friedrich Hans")[0]
    with_comma = people_alike("Friedrich, Hans", "Hans Friedrich")[0]
    assert bare < 0.75 < with_comma


def test_particles_alone_are_no_word_in_common() -> None:
    assert people_alike("al", "bin al") == (0.0, "no word in common")


def test_a_younger_namesake_is_less_sure_where_only_one_name_says_so() -> None:
    with_mark, why = people_alike("George Bush Jr", "George Bush")
    assert with_mark == 0.88
    assert why.endswith("a younger namesake")
    assert people_alike("George Bush Sr", "George Bush")[0] == 1.0
