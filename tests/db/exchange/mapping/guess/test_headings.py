"""What columns are called."""

from __future__ import annotations

import pytest

from db.exchange.mapping.guess.headings import HEADINGS, fold, likeness
from db.exchange.mapping.targets import TARGETS


def best(kind: str, heading: str) -> str:
    folded = fold(heading)
    return max(HEADINGS[kind], key=lambda name: likeness(folded, HEADINGS[kind][name]))


@pytest.mark.parametrize(
    ("kind", "heading", "target"),
    [
        ("agreements", "Datum der Unterzeichnung", "signed"),
        ("agreements", "Date d'entrée en vigueur", "in_force"),
        ("agreements", "Partes", "parties"),
        ("agreements", "Дата подписания", "signed"),
        ("agreements", "Signed Date", "signed"),
        ("agreements", "Date treaty entered into force", "in_force"),
        ("agreements", "stateRat", "party_ratified"),
        ("people", "Date of Birth", "born"),
        ("people", "apellido", "family_name"),
        ("people", "Nationalité / Country", "country"),
        ("tenures", "Took office", "from"),
        ("events", "Fecha de inicio", "start"),
        ("organizations", "Abbreviation", "acronym"),
    ],
)
def test_headings_in_several_languages_find_their_target(
    kind: str, heading: str, target: str
) -> None:
    assert best(kind, heading) == target


def test_every_target_that_is_named_exists() -> None:
    assert {kind: set(names) - set(TARGETS[kind]) for kind, names in HEADINGS.items()} == {
        kind: set() for kind in TARGETS
    }


def test_words_inside_words_are_not_headings() -> None:
    assert likeness(fold("reinforcement"), HEADINGS["agreements"]["in_force"]) == 0
