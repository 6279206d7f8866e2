"""How letters of South and South-East Asia, of Ethiopia and the Maldives sound."""

from __future__ import annotations

import pytest

from db.names import script_of
from db.names.phonetics.letter_sounds_south import INDIC, as_devanagari, spelling_south
from db.names.phonetics.phonetic_keys import phonetic_key, word_keys

SCRIPTS = ("Deva", "Ethi", "Khmr", "Laoo", "Mymr", "Sinh", "Taml", "Thaa", "Thai")
SOUNDS = set("ABDFHKLMNRSTWX")


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_table_is_of_its_script_and_of_coarse_sounds(script: str) -> None:
    spelling = spelling_south(script)
    assert spelling is not None
    assert set("".join(spelling.sounds.values())) <= SOUNDS
    own = "Deva" if script == "Taml" else script  # Tamil is read once it is moved
    for piece in spelling.sounds:
        assert {script_of(char) for char in piece} - {"Zyyy"} <= {own}, piece


def test_another_script_has_no_table_here() -> None:
    assert spelling_south("Latn") is None


def test_scripts_set_out_like_devanagari_are_moved_onto_it() -> None:
    for script, moved in INDIC.items():
        assert script_of(chr(ord("क") + moved)) == script
        assert as_devanagari(chr(ord("क") + moved), script) == "क"


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("Obama", "โอบามา"), ("Samrin", "สัมริน"), ("Namhong", "นำฮง"), ("Obama", "ໂອບາມາ"),
        ("Samrin", "សំរិន"), ("Sok", "សុខ"), ("Obama", "အိုဘားမား"), ("Barak", "ባራክ"),
        ("Rubio", "ሩቢዮ"), ("Barak", "ބަރަކް"), ("Ranatunga", "රණතුංග"), ("Dayan", "ඩයාන්"),
        ("Kerry", "കെറി"), ("McCain", "மெக்கெய்ன்"), ("Rahul", "രാഹുൽ"), ("Barak", "ବରାକ"),
        ("Shashi", "ಶಶಿ"), ("Tharoor", "തരൂർ"), ("Singh", "ਸਿੰਹ"),
    ],
)  # fmt: skip
def test_a_name_in_the_south_has_the_consonants_of_its_latin_writing(
    latin: str, written: str
) -> None:
    ours, theirs = (set(word_keys(text)) for text in (latin, written))
    assert ours & theirs, (ours, theirs)


def test_two_equal_consonants_with_a_vowel_between_them_are_two() -> None:
    assert phonetic_key("शशि") == phonetic_key("Shashi") != phonetic_key("Shi")


def test_a_letter_that_thai_cancels_is_heard_and_not_heard() -> None:
    assert {"XNT", "XN"} & set(word_keys("จันทร์")) and len(word_keys("จันทร์")) > 1
