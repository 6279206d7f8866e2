"""Offices, ranks and courtesies in a row belong to the name behind them."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import document, people

CHAINS = [
    ("Deputy Prime Minister and Foreign Minister Ishaq Dar left.",
     {"Ishaq Dar": ["Deputy Prime Minister", "Foreign Minister"]}),
    ("commander United States Central Command (CENTCOM), General Michael E Kurilla, left.",
     {"Michael E Kurilla": ["Commander"]}),
    ("The Prime Minister of Vietnam, Pham Minh Chinh and his team left.",
     {"Pham Minh Chinh": ["Prime Minister"]}),
    ("Minister for Defence the Hon Graham Sutcliffe left.",
     {"Graham Sutcliffe": ["Minister for Defence"]}),
    ("External Affairs Minister S Jaishankar left.",
     {"S Jaishankar": ["External Affairs Minister"]}),
    ("Acting Foreign Minister of Afghanistan Amir Khan Muttaqi left.",
     {"Amir Khan Muttaqi": ["Acting Foreign Minister"]}),
    ("Minister of Foreign Affairs and Cooperation Mahamudu Ali Youssouf left.",
     {"Mahamudu Ali Youssouf": ["Minister of Foreign Affairs and Cooperation"]}),
    ("US Central Command (CENTCOM) Commander General Michael “Erik” Kurilla left.",
     {"Michael Erik Kurilla": ["Commander"]}),
    ("The DP World chief executive Sultan Saif Al Suwaidi left.",
     {"Sultan Saif Al Suwaidi": ["Chief Executive"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_a_chain_belongs_to_its_name(text: str, names: dict[str, list[str]]) -> None:
    assert people(text) == names


def test_a_counterpart_has_the_office_in_another_state() -> None:
    text = "US Secretary of State Marco Rubio met his Russian counterpart Sergey Lavrov."
    found = document(text).people.people
    assert [(each.name, each.offices[0].title, each.country) for each in found] == [
        ("Marco Rubio", "Secretary of State", "us"),
        ("Sergey Lavrov", "Foreign Minister", "ru"),
    ]


def test_a_family_name_in_capitals_is_known_alone() -> None:
    text = "Mr. MORIYAMA Kenji, Minister for Foreign Affairs, left. Minister Moriyama slept."
    assert list(people(text)) == ["Moriyama Kenji"]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Field Marshal General Syed Asim Munir left. General Asim Munir slept.", "Field Marshal"),
        ("Maj. Gen. (Rtd) George Cheruiyot left. Gen Cheruiyot slept.", "Major General"),
        ("Rear Admiral Kamal Perera left. Vice Admiral Perera slept.", "Vice Admiral"),
    ],
)
def test_the_highest_rank_is_kept_and_a_short_one_says_nothing(text: str, rank: str) -> None:
    assert [each.rank for each in document(text).people.people] == [rank]


def test_a_plural_office_is_each_ones() -> None:
    text = "Presidents Xi Jinping and Vladimir Putin met."
    assert people(text) == {"Xi Jinping": ["President"], "Vladimir Putin": ["President"]}


def test_a_service_before_a_rank_takes_no_part() -> None:
    whole = document("U.S. Army Gen. Michael Kurilla left.")
    assert whole.bodies.bodies == [] and whole.people.people[0].country == "us"
