"""How near two words of names are: misspelt, in another romanisation, in another script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names.phonetics.phonetic_words import (
    INITIAL_LIKENESS,
    merge_sounds,
    nearness,
    phonetic_word,
    phonetic_words,
    query_phonetic_word,
)

WORDS = st.text(st.characters(categories=["L"]), min_size=1, max_size=12).map(phonetic_word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O’Brien-Müller, Jean·Luc", ["obrien", "muller", "jean", "luc"]),
        ("नरेन्द्र मोदी", ["नरेन्द्र", "मोदी"]),
        ("…", []),
        ("", []),
    ],
)
def test_a_name_is_heard_word_by_word(text: str, words: list[str]) -> None:
    assert [matched_words.word for matched_words in phonetic_words(text)] == words


@pytest.mark.parametrize(
    ("near", "far", "word"),
    [
        ("Rubbio", "Robles", "Rubio"),
        ("Moneer", "Mansour", "Munir"),
        ("Путин", "Patton", "Putin"),
        ("روبیو", "رياض", "Rubio"),
        ("Мицотакис", "Месси", "Mitsotakis"),
    ],
)
def test_a_slip_or_another_script_is_nearer_than_another_word(
    near: str, far: str, word: str
) -> None:
    assert nearness(phonetic_word(near), phonetic_word(word)) > nearness(
        phonetic_word(far), phonetic_word(word)
    )


def test_a_letter_alone_is_an_initial() -> None:
    assert nearness(phonetic_word("J"), phonetic_word("Joseph")) == INITIAL_LIKENESS
    assert nearness(phonetic_word("K"), phonetic_word("Joseph")) == 0


@given(WORDS, WORDS)
def test_nearness_is_a_share_and_the_same_word_is_whole(one: object, other: object) -> None:
    if not one.word or not other.word:  # type: ignore[attr-defined]
        return
    assert 0 <= nearness(one, other) <= 1 + 1e-9  # type: ignore[arg-type]
    assert nearness(one, one) == 1  # type: ignore[arg-type]


def test_scripts_with_one_sign_for_two_of_our_sounds_are_heard_as_one() -> None:
    assert merge_sounds("LFD") == merge_sounds("RBT")
    assert nearness(phonetic_word("안시프"), phonetic_word("Ansip")) > 0.7


def test_a_breath_that_other_languages_leave_away_is_little() -> None:
    assert nearness(phonetic_word("ஆரிசு"), phonetic_word("Harris")) > nearness(
        phonetic_word("ஆரிசு"), phonetic_word("Farris")
    )
    assert nearness(phonetic_word("Ahmed"), phonetic_word("Hamid")) < 0.8  # in one script it tells


def test_a_syllable_is_no_initial() -> None:
    assert nearness(phonetic_word("센"), phonetic_word("Sen")) > 0.8


def test_what_is_asked_for_is_heard_in_more_ways_than_what_is_kept() -> None:
    for word in ("Гун", "آلوراس", "يوسف", "Γιούλια", "나와즈", "フン", "ดาวิด"):
        assert query_phonetic_word(word).rare and not phonetic_word(word).rare, word
        assert query_phonetic_word(word).keys == phonetic_word(word).keys
    assert query_phonetic_word("Rubio") == phonetic_word("Rubio")
    assert query_phonetic_word("扬").keys == ("AN", "ANK")
    assert set(query_phonetic_word("Nováková").keys) == {
        *phonetic_word("Nováková").keys,
        *phonetic_word("Novák").keys,
    }


NEAR = [
    ("Rubio", "Rubbio"), ("Rubio", "Rubo"), ("Rubio", "Ruboi"), ("Kurilla", "Kurila"),
    ("Mohammed", "Muhammad"), ("Hussein", "Husayn"), ("Ishaq", "اسحاق"), ("Munir", "منیر"),
    ("Putin", "Путин"), ("Kenny", "Քեննի"), ("Rõivas", "로이바스"), ("Laar", "拉尔"),
    ("Jinping", "近平"), ("Adams", "एडम्स"), ("Papandreou", "Παπανδρέου"), ("Škoda", "Skoda"),
]  # fmt: skip
FAR = [
    ("Rubio", "Robles"), ("Dar", "Khan"), ("Munir", "Ahmad"), ("Putin", "Рубио"),
    ("nir", "munir"), ("Boris", "Benjamin"), ("", "Dar"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_what_is_one_word_is_near(one: str, other: str) -> None:
    assert nearness(phonetic_word(one), phonetic_word(other)) >= 0.6


@pytest.mark.parametrize(("one", "other"), FAR)
def test_what_is_another_word_is_far(one: str, other: str) -> None:
    assert nearness(phonetic_word(one), phonetic_word(other)) < 0.55
