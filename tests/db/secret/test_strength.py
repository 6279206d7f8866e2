"""What is easily guessed is called weak, whatever signs it has, and a phrase of words strong."""

import subprocess
import sys
from pathlib import Path

import pytest

from db.secret.strength import Level, listed_words, rate_passphrase
from db.secret.word_phrases import draw_phrase

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "weak",
    ["password", "P@ssw0rd!", "qwertyuiop", "12121212121212", "Sharif1990", "aaaaaaaaaa"],
)
def test_what_is_easily_guessed_is_very_weak(weak: str) -> None:
    assert rate_passphrase(weak).level is Level.VERY_WEAK


def test_a_drawn_phrase_is_strong_and_a_longer_one_no_slower_to_rate() -> None:
    assert rate_passphrase(draw_phrase()).level is Level.STRONG
    assert rate_passphrase(draw_phrase() * 200).level is Level.STRONG


def test_the_name_of_the_desk_counts_for_nothing() -> None:
    name = "Quetta-Chaman desk"
    assert rate_passphrase(name, [name]).level is Level.VERY_WEAK
    assert rate_passphrase(name).level > Level.VERY_WEAK


def test_common_words_in_another_script_are_no_chance_letters() -> None:
    assert rate_passphrase("دفتر خارجہ پاکستان").level is Level.WEAK
    assert rate_passphrase("دفتر").level is Level.VERY_WEAK
    assert rate_passphrase("دفتر eagle ramp tiger unmasked fraction").level is Level.STRONG


@pytest.mark.parametrize(
    "word",
    ["Krankenversicherung", "Wirtschaftsabkommen", "desayunoconmigo", "bonjour tristesse",
     "safarat khana", "Bundesaußenminister"],
)  # fmt: skip
def test_words_of_other_languages_are_no_chance_letters(word: str) -> None:
    assert rate_passphrase(word).level is Level.VERY_WEAK


def test_the_names_that_the_program_reads_by_are_known() -> None:
    words = listed_words()
    assert len(words) > 20_000 and {"takahashi", "januar", "botschafter"} <= words.keys()


def test_what_cannot_be_spoken_is_chance_letters() -> None:
    assert rate_passphrase("xkqjvbnwtrpzmdfg").level is Level.GOOD


@pytest.mark.parametrize("text", ["ڈار", "دفتر خارجہ پاکستان", "\U0001f600" * 9, "\x00", ""])
def test_any_text_is_rated(text: str) -> None:
    assert rate_passphrase(text).seconds >= 0


def test_its_words_are_loaded_with_the_first_question_alone() -> None:
    program = (
        "import sys, db; db.rate_passphrase; before = 'zxcvbn' in sys.modules;"
        "db.rate_passphrase('x'); print(before, 'zxcvbn' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"], done.stderr
