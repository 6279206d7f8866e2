"""Chinese characters in the spelling of Hong Kong's registers."""

from __future__ import annotations

import pytest

from db.names.romanisation.cantonese import TRADITIONAL, spellings


@pytest.mark.parametrize(
    ("char", "spelt"),
    [
        ("陳", "chan"),
        ("梁", "leung"),
        ("張", "cheung"),
        ("葉", "ip"),
        ("劉", "lau"),
        ("國", "kwok"),
    ],
)
def test_a_character_in_the_spelling_of_hong_kong(char: str, spelt: str) -> None:
    assert spelt in spellings(char)


def test_the_short_form_of_a_character_is_read_as_the_full_one() -> None:
    for short, full in TRADITIONAL.items():
        assert spellings(full), full
        assert spellings(short)
    assert spellings("陈") == spellings("陳")


def test_what_is_no_character_has_no_spelling() -> None:
    assert spellings("a") == ()
