"""Words without a name mean somebody whom the text named before."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events

MEANT = [
    ("Foreign Minister Tomas Novak met Foreign Minister Maria Silva of Portugal. He and the Defence"
     " Minister of Spain, Pedro Ruiz, spoke on Monday with President William Ruto.", "call",
     {"Tomas Novak", "Pedro Ruiz", "William Ruto"}),
    ("President Rashid Alimov of Tajikistan visited Oslo. His Majesty was received by President"
     " Sauli Virtanen of Finland.", "meeting", {"Rashid Alimov", "Sauli Virtanen"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "people"), MEANT)
def test_a_word_means_who_was_named(text: str, kind: str, people: set[str]) -> None:
    assert people in [who for told, _, _, who in events(text) if told == kind]
