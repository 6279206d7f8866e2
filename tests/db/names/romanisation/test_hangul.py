"""Koreans are found however they spell their names in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names.romanisation.hangul import FIRST, LAST, is_hangul, spellings


@pytest.mark.parametrize(
    ("syllable", "spelt"),
    [
        ("박", "park pak bak"), ("이", "lee yi"), ("노", "noh roh"), ("최", "choi choe"),
        ("우", "woo wu u"), ("정", "jeong chung jung"), ("유", "yoo ryu you"), ("심", "shim sim"),
        ("임", "lim im rim"), ("강", "kang gang"), ("백", "paik baek"), ("문", "moon mun"),
        ("안", "ahn an"), ("전", "jeon chun"), ("곽", "kwak"), ("여", "yeo"),
    ],
)  # fmt: skip
def test_a_family_name_in_its_common_spellings(syllable: str, spelt: str) -> None:
    found = set(spellings(syllable, is_first=True))
    missing = set(spelt.split()) - found
    assert not missing


@pytest.mark.parametrize(
    ("syllable", "spelt"),
    [
        ("현", "hyun hyeon"), ("석", "seok suk"), ("철", "chul cheol"), ("영", "young yeong"),
        ("세", "se sye"), ("균", "kyun gyun"), ("희", "hee hui"), ("혜", "hye"),
        ("근", "keun geun"), ("식", "sik shik"), ("택", "taek taik"), ("은", "eun un"),
        ("환", "hwan"), ("원", "won"),
    ],
)  # fmt: skip
def test_a_given_syllable_in_its_common_spellings(syllable: str, spelt: str) -> None:
    assert set(spelt.split()) <= set(spellings(syllable))


@given(st.characters(min_codepoint=FIRST, max_codepoint=LAST))
def test_every_syllable_has_spellings_in_small_latin_letters(char: str) -> None:
    found = spellings(char, is_first=True)
    assert found and all(each.isascii() and each.isalpha() and each.islower() for each in found)


def test_only_syllables_are_hangul() -> None:
    assert is_hangul("김정은")
    assert not is_hangul("") and not is_hangul("김 정은") and not is_hangul("金正恩")
