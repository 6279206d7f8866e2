"""Verbs and nouns tell of events, other words change them."""

from __future__ import annotations

import pytest

from db.intake.lexicons.event_words import event_nouns, event_verbs, mood_words
from db.intake.lexicons.tokens import cut_tokens


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("held a telephone conversation", "call"),
        ("paid a courtesy call on", "meeting"),
        ("presented his credentials", "credentials"),
        ("relinquished command", "change of command"),
    ],
)
def test_a_verb_tells_of_an_event(text: str, kind: str) -> None:
    tokens = cut_tokens(text, 0, len(text))
    assert event_verbs().longest(tokens, 0) == (len(tokens), kind)


def test_a_noun_tells_of_an_event() -> None:
    assert event_nouns().longest(cut_tokens("phone call", 0, 10), 0) == (2, "call")


@pytest.mark.parametrize(
    ("word", "mood"), [("denied", "not"), ("might", "hypothetical"), ("will", "planned")]
)
def test_a_word_changes_the_mood(word: str, mood: str) -> None:
    assert mood_words(mood).longest(cut_tokens(word, 0, len(word)), 0) is not None
