"""How letters sound: each script's table is complete in itself, and pieces go before letters."""

from __future__ import annotations

import pytest

from db.names import script_of
from db.names.phonetics.letter_sounds import LATIN_SOFT, SOFT, SPELLINGS, URDU, Spelling

SOUNDS = set("ABDFHKLMNRSTWX")


@pytest.mark.parametrize("script", SPELLINGS)
def test_every_piece_of_a_script_is_written_in_it(script: str) -> None:
    for piece in SPELLINGS[script].sounds:
        letters = {script_of(char) for char in piece} - {"Zyyy"}
        assert letters <= {script}, (piece, letters)


@pytest.mark.parametrize("spelling", [*SPELLINGS.values(), *SOFT.values(), URDU, LATIN_SOFT])
def test_every_sound_is_one_of_the_coarse_ones(spelling: Spelling) -> None:
    assert set("".join(spelling.sounds.values())) <= SOUNDS


def test_the_longest_piece_is_heard_first() -> None:
    spelling = Spelling({"s": "S", "h": "H", "sh": "X"})
    assert spelling.sounds_of("shs") == "XS"


def test_digits_are_kept_and_other_signs_are_silent() -> None:
    assert Spelling({"a": "A"}).sounds_of("a4-b") == "A4"


@pytest.mark.parametrize(
    ("script", "word", "sounds"), [("Latn", "ph", "F"), ("Cyrl", "ш", "S"), ("Latn", "ck", "K")]
)
def test_a_letter_sounds_as_it_is_read(script: str, word: str, sounds: str) -> None:
    assert SPELLINGS[script].sounds_of(word) == sounds
