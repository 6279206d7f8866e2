"""What is heard in a foreign name that is written in Chinese."""

from __future__ import annotations

from db.names.phonetics.phonetic_keys import readings
from db.names.romanisation.chinese import CHARACTERS_BY_SOUND, SOUNDS, foreign_sounds


def test_a_chinese_name_is_not_heard_as_a_foreign_one() -> None:
    assert readings("习近平") == (("习近平",),)


def test_every_character_has_one_sound_and_stands_in_one_row() -> None:
    chars = [char for row in CHARACTERS_BY_SOUND.values() for char in row]
    assert len(chars) == len(set(chars)) == len(SOUNDS)
    assert all(sound.isascii() and sound.isupper() for sound in SOUNDS.values())


def test_one_character_that_writes_no_foreign_sound_silences_the_word() -> None:
    assert foreign_sounds("安西普") == "ANSB"
    assert foreign_sounds("安西普近") == ""
    assert foreign_sounds("") == ""
