"""Offices beside a name, behind it, or in a list belong to it."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document, events, people

BESIDE = [
    ("Wang Yi, China's Foreign Minister, left.", {"Wang Yi": ["Foreign Minister"]}),
    ("Michael Kurilla, the outgoing commander of U.S. Central Command, left.",
     {"Michael Kurilla": ["Commander"]}),
    ("The Council appointed Ms. Hélène Roche ambassador of France to Canada.",
     {"Hélène Roche": ["Ambassador to Canada"]}),
    ("Adm. Cooper served as deputy commander of CENTCOM.", {"Cooper": ["Deputy Commander"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BESIDE)
def test_an_office_beside_a_name_is_theirs(text: str, names: dict[str, list[str]]) -> None:
    assert people(text) == names


def test_a_list_of_envoys_gives_each_office_and_state() -> None:
    text = "He received ambassadors Anouar Ben Youssef (Tunisia) and Luis Alejandro Levit (Chile)."
    found = document(text).people.people
    assert [(each.name, each.country) for each in found] == [
        ("Anouar Ben Youssef", "tn"),
        ("Luis Alejandro Levit", "cl"),
    ]


def test_an_office_that_a_translation_displaced_finds_its_holder() -> None:
    text = "The army chief chairman Joint Chiefs of Staff met General Dan Caine."
    assert people(text) == {"Dan Caine": ["Chairman Joint Chiefs of Staff"]}


SECOND = [
    ("Prime Cabinet Secretary Musalia Mudavadi spoke. Mudavadi, who also serves as Cabinet"
     " Secretary for Foreign and Diaspora Affairs, left.",
     ["Prime Cabinet Secretary", "Cabinet Secretary for Foreign and Diaspora Affairs"]),
    ("Foreign Minister Ishaq Dar spoke. Dar, who is also the deputy prime minister, left.",
     ["Foreign Minister", "Deputy Prime Minister"]),
    ("Foreign Minister Ishaq Dar spoke. Dar, who doubles as deputy prime minister, left.",
     ["Foreign Minister", "Deputy Prime Minister"]),
    ("Foreign Minister Ishaq Dar spoke. Dar, who met the deputy prime minister, left.",
     ["Foreign Minister"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), SECOND)
def test_a_second_office_is_theirs_who_are_named_by_the_surname(
    text: str, titles: list[str]
) -> None:
    assert list(people(text).values()) == [titles]


def test_a_second_office_is_of_the_state_of_the_first() -> None:
    text = (
        "Kenyan Prime Cabinet Secretary Musalia Mudavadi spoke. Mudavadi, who also serves as"
        " Minister of Trade, met the Japanese Minister of Trade."
    )
    offices = document(text).people.people[0].offices
    assert [office.country for office in offices] == ["ke", "ke"]


def test_an_office_that_says_something_is_nobody_elses() -> None:
    text = "After talks with Ambassador Ana Ruiz, the President said Chile would join."
    assert people(text) == {"Ana Ruiz": ["Ambassador"]}


def test_ambassadors_extraordinary_are_called_by_no_name() -> None:
    text = "Ambassadors Extraordinary and Plenipotentiary of Chile and Peru met President Ali Khan."
    assert people(text) == {"Ali Khan": ["President"]}


def test_him_whom_somebody_accredits_is_who_presents_himself() -> None:
    text = "Ana Ruiz met President Luis Paz, accrediting her as Ambassador of Chile."
    assert people(text)["Luis Paz"] == ["President"]


def test_an_acronym_of_an_office_swallows_no_verb() -> None:
    text = "On Monday Gen. Luis Paz was appointed as Chief of Defence Staff (CDS)."
    assert people(text) == {"Luis Paz": ["Chief of Defence Staff"]}
    assert [kind for kind, *_ in events(text)] == ["appointment"]
