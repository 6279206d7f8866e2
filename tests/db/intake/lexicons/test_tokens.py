"""Tokens keep their places, abbreviations are one, possessives their own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.intake.lexicons.tokens import cut_tokens

CUTS = [
    ("Gen. Asim Munir", ["Gen.", "Asim", "Munir"]),
    ("the U.S Navy", ["the", "U.S", "Navy"]),
    ("Pakistan-US ties", ["Pakistan", "-", "US", "ties"]),
    ("Mota-Engil's", ["Mota-Engil", "'s"]),
    ("al-Sisi", ["al-Sisi"]),
    ("N'Djamena", ["N'Djamena"]),
    ("US$1.5bn", ["US", "$", "1.5bn"]),
    ("Guinea-Bissau", ["Guinea-Bissau"]),
    ("H.E. Dr. E. Bo", ["H.E.", "Dr.", "E.", "Bo"]),
]


@pytest.mark.parametrize(("text", "tokens"), CUTS)
def test_a_text_is_cut_so(text: str, tokens: list[str]) -> None:
    assert [token.text for token in cut_tokens(text, 0, len(text))] == tokens


@given(st.text(max_size=60))
def test_every_token_stands_where_it_says(text: str) -> None:
    tokens = cut_tokens(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))


def test_a_name_with_its_article_counts_as_a_capital() -> None:
    assert [token.is_cap for token in cut_tokens("el-Sisi al-amal", 0, 15)] == [True, False]
