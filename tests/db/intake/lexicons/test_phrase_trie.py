"""The longest phrase is found, and capitals are asked for where the phrase has them."""

from __future__ import annotations

import pytest

from db.intake.lexicons.phrase_trie import PhraseTrie
from db.intake.lexicons.tokens import cut_tokens

TRIE = PhraseTrie(
    [("foreign minister", 1), ("foreign", 2), ("WHO", 3), ("Chad", 4), ("World Bank", 5)]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Li", (2, 1)),
        ("foreign policy", (1, 2)),
        ("WHO said", (1, 3)),
        ("who said", None),
        ("chad", None),
        ("CHAD", (1, 4)),
        ("World", None),
    ],
)
def test_a_phrase_is_found_at_its_first_word(text: str, found: tuple[int, int] | None) -> None:
    assert TRIE.longest(cut_tokens(text, 0, len(text)), 0) == found
