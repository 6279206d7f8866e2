"""A clause begins at its boundary, and the main one goes on behind a relative clause."""

from __future__ import annotations

import pytest

from db.intake.facts.grammar.read_sentence import segment_of
from tests.db.intake.marked_texts import sentence

CLAUSES = [
    ("Rubio met Dar, who arrived on Monday, was pleased.", "pleased", "met", False),
    ("They opened the bridge, which is due in 2026, and witnessed the signing.", "witnessed",
     "due", False),
    ("Rubio met Dar and signed it.", "signed", "met", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other", "is_same"), CLAUSES)
def test_words_stand_in_their_clause(text: str, one: str, other: str, *, is_same: bool) -> None:
    read = sentence(text)
    at = {unit.low: step for step, unit in enumerate(read.units)}
    assert (segment_of(read, at[one]) == segment_of(read, at[other])) is is_same
