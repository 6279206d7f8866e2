"""Subject, date and mood belong to the clause."""

from __future__ import annotations

import pytest

from db.intake.facts.grammar.clauses import main_subject, subject_of
from db.intake.facts.grammar.moods import future_date, mood_of
from db.intake.facts.grammar.named_before import sides_before
from db.intake.facts.grammar.units import find_unit
from tests.db.intake.marked_texts import PUBLISHED, sentence

MOODS = [
    ("Rubio met Dar.", "met", "held"),
    ("Rubio will meet Dar.", "meet", "planned"),
    ("Rubio is set to visit Japan.", "visit", "planned"),
    ("Rubio did not meet Dar.", "meet", ""),
    ("Rubio might visit Japan.", "visit", ""),
    ("He invited Rubio to visit Japan.", "visit", ""),
    ("Officials denied that Rubio met Dar.", "met", ""),
    ("Rubio reportedly met Dar.", "met", "reported"),
    ("On 5 May Rubio met Dar.", "met", "held"),
]


@pytest.mark.parametrize(("text", "verb", "status"), MOODS)
def test_a_verb_has_its_mood(text: str, verb: str, status: str) -> None:
    read = sentence(f"{text}")
    at = next(at for at, unit in enumerate(read.units) if unit.low == verb)
    assert mood_of(read, at, at + 1).status == status


SUBJECTS = [
    ("President Donald Trump, back in July, had met Xi Jinping.", "met", ["Donald Trump"]),
    ("According to Pakistan, President Donald Trump met him.", "met", ["Donald Trump"]),
    ("After talks with Xi Jinping, President Donald Trump visited Japan.", "visited",
     ["Donald Trump"]),
    ("President Xi Jinping and President Donald Trump met.", "met", ["Xi Jinping", "Donald Trump"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "names"), SUBJECTS)
def test_a_verb_has_its_subject(text: str, verb: str, names: list[str]) -> None:
    read = sentence(text)
    at = next(at for at, unit in enumerate(read.units) if unit.low == verb)
    assert [person.name for person in subject_of(read, at).people] == names


def test_a_planned_date_lies_ahead() -> None:
    read = sentence("Rubio will visit Japan in November.")
    (day,) = read.dates
    assert future_date(day, PUBLISHED).edtf == "2025-11"


def test_both_sides_are_those_before() -> None:
    read = sentence("President Xi Jinping and President Donald Trump met.")
    read.sides = main_subject(read)
    assert len(sides_before(read, read.units[find_unit(read.units, 0)])) == 2
