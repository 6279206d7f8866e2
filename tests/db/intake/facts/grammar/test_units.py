"""A sentence is a row of people, bodies, places, dates and words; a row of doers is read off it."""

from __future__ import annotations

import pytest

from db.intake.facts.grammar.units import (
    Participants,
    chain_from,
    find_unit,
    no_participants,
    takes_part,
)
from tests.db.intake.marked_texts import sentence


def test_a_person_is_one_unit_with_title_and_apposition() -> None:
    read = sentence(
        "US Secretary of State Marco Rubio met Wang Yi, China's Foreign Minister, today."
    )
    assert [unit.kind for unit in read.units] == [
        "person",
        "word",
        "person",
        "word",
        "date",
        "word",
    ]
    assert takes_part(read.units[0]) and find_unit(read.units, 5) == 0


@pytest.mark.parametrize(
    ("text", "people", "countries"),
    [
        ("President Donald Trump and President Xi Jinping met.", 2, []),
        ("Pakistan and India met.", 0, ["pk", "in"]),
        ("Pakistani exports to India grew.", 0, []),
        ("the visiting President Donald Trump of course", 1, []),
    ],
)
def test_a_row_of_doers_is_read(text: str, people: int, countries: list[str]) -> None:
    read = sentence(text)
    found, _ = chain_from(read.units, 0, read.marked.tokens)
    assert (len(found.people), found.countries) == (people, countries)


def test_nobody_is_added_twice() -> None:
    found = no_participants()
    found.add(Participants([], [], ["pk"], []))
    found.add(Participants([], [], ["pk"], ["us"]))
    assert len(found) == 2
