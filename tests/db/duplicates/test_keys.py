"""Names that may be one share a key; the order of words and small slips do not matter."""

from __future__ import annotations

import pytest

from db.duplicates.keys import core_key, initial_key, name_key, near_keys, solid_key, sound_key
from db.names import fold
from db.names.phonetics.phonetic_keys import phonetic_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ishaq Dar", "Dar, Ishaq"),
        ("اسحاق ڈار", "Ishaq Dar"),
        ("Mouammar Kadhafi", "Kaddafi Muamar"),
    ],
)
def test_order_and_script_change_no_key_of_sound(one: str, other: str) -> None:
    assert sound_key(phonetic_key(one)) == sound_key(phonetic_key(other)) != ""


def test_words_in_any_order_are_one_name() -> None:
    assert name_key("dar ishaq") == name_key("ishaq dar")
    assert solid_key("good will") == solid_key("goodwill")


@pytest.mark.parametrize("typed", ["Olaf Schloz", "Olaf Scholtz", "Olav Scholz", "Olaf Xcholz"])
def test_a_slip_in_one_word_leaves_a_key_in_common(typed: str) -> None:
    def keys(name: str) -> set[str]:
        return {
            f"{end} {key}"
            for end in (0, -1)
            for key in near_keys(fold(name), phonetic_key(name), end)
        }

    assert keys(typed) & keys("Olaf Scholz")


def test_what_is_too_short_has_no_key() -> None:
    assert (sound_key("L"), core_key("LF"), initial_key("N")) == ("", "", "")
    assert list(near_keys("dar", "DR")) == []
