"""Who comes into an office, and who hands a command to whom."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events, people

COMMAND = (
    "Rear Admiral Kamal Perera was appointed the 26th Commander of the Sri Lanka Navy. "
    "He succeeds Admiral Nimal Silva."
)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (COMMAND, "change of command", {"Kamal Perera", "Nimal Silva"}),
        (COMMAND, "appointment", {"Kamal Perera"}),
        (
            "She will be replaced by the ambassador to Peru, Juan Pérez.",
            "appointment",
            {"Juan Pérez"},
        ),
        (
            "Minister Ali Khan attended the change of command ceremony at which "
            "Gen. Omar Said handed over command to Gen. Umar Latif.",
            "change of command",
            {"Omar Said", "Umar Latif"},
        ),
    ],
)
def test_an_office_changes_hands(text: str, kind: str, who: set[str]) -> None:
    assert (kind, who) in [(found, everybody) for found, _, _, everybody in events(text)]


def test_to_be_relieved_of_a_post_is_no_change_of_command() -> None:
    text = "Gen. Omar Said was relieved of his post on Monday."
    assert not [each for each in events(text) if each[0] == "change of command"]


def test_whom_somebody_succeeds_held_the_same_office() -> None:
    assert people(COMMAND) == {"Kamal Perera": ["Commander"], "Nimal Silva": ["Commander"]}


def test_an_office_taken_before_what_happened_is_no_event() -> None:
    text = "It was their first meeting since President Ali Khan took office."
    assert not events(text)


def test_only_officers_hand_over_a_command() -> None:
    text = (
        "Ana Ruiz was sworn in as Foreign Minister of Chile on 9 April 2025, taking over from Luis"
        " Paz."
    )
    assert {kind for kind, *_ in events(text)} == {"appointment"}
