"""Nouns for agreements give a type of the desk."""

from __future__ import annotations

import pytest

from db.intake.lexicons.agreement_words import act_trie, agreement_trie, is_agreement_noun
from db.intake.lexicons.tokens import cut_tokens


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("MoU", "memorandum of understanding"),
        ("memorandum of understanding", "memorandum of understanding"),
        ("free trade agreement", "trade deal"),
        ("joint communiqué", "joint statement"),
        ("exchange of notes", "exchange of notes"),
    ],
)
def test_a_noun_has_its_type(text: str, kind: str) -> None:
    tokens = cut_tokens(text, 0, len(text))
    assert agreement_trie().longest(tokens, 0) == (len(tokens), kind)
    assert is_agreement_noun(tokens, 0, len(tokens))


def test_acts_are_words() -> None:
    assert act_trie("signing_only").longest(cut_tokens("inked", 0, 5), 0) == (1, "inked")
