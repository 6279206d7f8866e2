"""A plain value in words, short enough for a line."""

from __future__ import annotations

from typing import Any

import pytest

from db.exchange.plain.value_texts import MAX_TEXT_LETTERS, plain_text

TEXTS: list[tuple[Any, str]] = [
    (None, "nothing"), ("", "nothing"), (3, "3"), (False, "no"), ("a\nb", "a b"),
    (["army", "trade"], "army; trade"), ({"uid": "t", "office": {"title": "Minister"}}, "Minister"),
    ({"kind": "phone", "value": "1"}, "1"), ({"scheme": "x", "uid": "u"}, "x"),
]  # fmt: skip


@pytest.mark.parametrize("value, text", TEXTS)
def test_a_value_is_told_in_words(value: Any, text: str) -> None:
    assert plain_text(value) == text


def test_a_long_text_is_cut() -> None:
    assert len(plain_text("x" * 999)) == MAX_TEXT_LETTERS
