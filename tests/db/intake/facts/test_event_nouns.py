"""Nouns tell of events as well."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events

EVENTS = [
    ("The armed conflict between Pakistan and India in May ended.",
     ("conflict", "2025-05", "held", {"Pakistan", "India"})),
    ("The phone conversation between President Xi Jinping and President Donald Trump took place.",
     ("call", None, "held", {"Xi Jinping", "Donald Trump"})),
    ("President Xi Jinping began a state visit to Japan on Monday.",
     ("visit", "2025-09-15", "held", {"Xi Jinping"})),
    ("Fighting erupted along the Armenian-Azerbaijani border on September 13.",
     ("conflict", "2025-09-13", "held", {"Armenia", "Azerbaijan"})),
    ("The Permanent Council of the Organization of American States will hold an extraordinary"
     " session on Wednesday.",
     ("meeting", "2025-09-17", "planned",
      {"Permanent Council of the Organization of American States"})),
    ("The new Ambassador of Kenya, John Mwangi, handed a copy of his credentials to Foreign"
     " Minister Hakan Fidan on Tuesday.",
     ("credentials", "2025-09-09", "held", {"John Mwangi", "Hakan Fidan"})),
    ("The outgoing Ambassador of Japan, Kenji Sato, paid a farewell call on President William Ruto"
     " on Monday.",
     ("meeting", "2025-09-15", "held", {"William Ruto", "Kenji Sato"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_a_noun_tells_of_an_event(text: str, event: tuple[str, str | None, str, set[str]]) -> None:
    assert events(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Reports about the postponement of a meeting between President Xi Jinping and President"
        " Donald Trump are not true.",
        "They spoke of future meetings and high-level visits.",
        "The war on terror goes on.",
    ],
)
def test_talk_of_events_is_none(text: str) -> None:
    assert events(text) == []
