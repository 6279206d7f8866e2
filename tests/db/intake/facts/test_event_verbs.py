"""Verbs tell of events with who did what to whom, when and where."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events

EVENTS = [
    ("Foreign Minister Ishaq Dar met US Secretary of State Marco Rubio in Washington on Friday.",
     ("meeting", "2025-09-12", "held", {"Ishaq Dar", "Marco Rubio"})),
    ("Secretary of State Marco Rubio spoke today with Foreign Minister Wang Yi.",
     ("call", "2025-09-15", "held", {"Marco Rubio", "Wang Yi"})),
    ("Japanese Prime Minister Shigeru Ishiba arrived in Nairobi on Sunday.",
     ("visit", "2025-09-14", "held", {"Shigeru Ishiba"})),
    ("President William Ruto departed Nairobi for Berlin on Sunday.",
     ("visit", "2025-09-14", "held", {"William Ruto"})),
    ("Ambassador of France Alexandre Ziegler presented his credentials to President William Ruto.",
     ("credentials", None, "held", {"Alexandre Ziegler", "William Ruto"})),
    ("Gen. Michael Kurilla relinquished command today to Adm. Brad Cooper.",
     ("change of command", "2025-09-15", "held", {"Michael Kurilla", "Brad Cooper"})),
    ("King Salman appointed Majed Al-Otaibi Deputy Minister of Foreign Affairs on Monday.",
     ("appointment", "2025-09-15", "held", {"Majed Al-Otaibi"})),
    ("Rwanda acceded to the Convention on 1 September.",
     ("accession", "2025-09-01", "held", {"Rwanda"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_a_verb_tells_of_an_event(text: str, event: tuple[str, str | None, str, set[str]]) -> None:
    assert events(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Officials denied that Foreign Minister Wang Yi met President Donald Trump.",
        "President Donald Trump may visit China.",
        "Foreign Minister Wang Yi met journalists.",
        "Prime Minister Shigeru Ishiba spoke highly of the talks.",
        "President William Ruto received $5 million.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_call_to_two_is_two_calls() -> None:
    text = "President Donald Trump telephoned President Xi Jinping and President Vladimir Putin."
    assert [event[3] for event in events(text)] == [
        {"Donald Trump", "Xi Jinping"},
        {"Donald Trump", "Vladimir Putin"},
    ]


def test_a_call_on_a_day_is_no_call_on_somebody() -> None:
    text = (
        "Foreign Minister Ishaq Dar and Foreign Minister Wang Yi discussed trade in a phone call on"
        " Wednesday."
    )
    assert [kind for kind, *_ in events(text)] == ["call"]
