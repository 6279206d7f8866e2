"""Chinese characters of Korean names have one reading each, a syllable of Hangul."""

from __future__ import annotations

import pytest

from db.names.romanisation.hangul import is_hangul
from db.names.romanisation.hanja import READ, hangul_of
from db.names.romanisation.unspaced_names import chinese_spellings
from db.names.scripts import script_of


def test_every_character_is_read_as_a_syllable() -> None:
    assert all(script_of(char) == "Hani" and is_hangul(read) for char, read in READ.items())


@pytest.mark.parametrize(
    ("char", "spelling"),
    [("金", "kim"), ("朴", "park"), ("李", "lee"), ("崔", "choi"), ("寅", "in")],
)
def test_a_character_is_spelt_as_koreans_do(char: str, spelling: str) -> None:
    assert hangul_of(char) and spelling in chinese_spellings(char, is_first=True)


def test_chinese_readings_stay() -> None:
    assert "jin" in chinese_spellings("金", is_first=True)
    assert hangul_of("x") == ""
