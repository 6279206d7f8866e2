"""A plain text keeps every character at its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.intake.text.plain_characters import plain_text


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    plain = plain_text(text)
    assert len(plain) == len(text)
    assert all(new == old for new, old in zip(plain, text, strict=True) if old.isalnum())


def test_what_steers_a_screen_is_a_blank() -> None:
    assert plain_text("a\u202eb\u0000c\u200bd") == "a b c d"
