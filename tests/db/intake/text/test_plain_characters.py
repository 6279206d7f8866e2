"""A plain text keeps every character at its place."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from db.intake.text.plain_characters import plain_text

APOSTROPHE = "\u02bc"  # which Unicode counts among the letters, as Ukrainian does


@example(APOSTROPHE)
@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    plain = plain_text(text)
    assert len(plain) == len(text)
    letters = [each for each in zip(plain, text, strict=True) if each[1].isalnum()]
    assert all(new == ("'" if old == APOSTROPHE else old) for new, old in letters)


def test_what_steers_a_screen_is_a_blank() -> None:
    assert plain_text("a\u202eb\u0000c\u200bd") == "a b c d"
