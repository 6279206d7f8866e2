"""Syllables of Chinese and Korean names are known in every spelling."""

from __future__ import annotations

import pytest

from db.names.romanisation.romanised import (
    chinese,
    cut_in_syllables,
    korean,
    korean_first,
    southern,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ze", "tse"), ("dong", "tung"), ("zhou", "chou"), ("xiao", "hsiao"), ("jian", "chien"),
        ("ye", "yeh"), ("qi", "chi"), ("guo", "kuo"), ("xu", "hsu"), ("rong", "jung"),
        ("de", "te"), ("huai", "hwai"), ("cai", "tsai"), ("zhi", "chih"), ("li", "lee"),
        ("song", "soong"), ("he", "ho"), ("you", "yu"), ("si", "szu"), ("jie", "chieh"),
    ],
)  # fmt: skip
def test_pinyin_and_wade_giles_are_one_syllable(one: str, other: str) -> None:
    assert other in chinese(one) and one in chinese(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gang", "kang"), ("gil", "kil"), ("bu", "pu"), ("jeong", "chong"), ("eun", "un"),
        ("bak", "park"), ("seok", "suk"), ("hui", "hee"), ("cheol", "chol"), ("yeong", "young"),
        ("jae", "chae"), ("choe", "choi"), ("mun", "moon"), ("geun", "kun"), ("baek", "paek"),
    ],
)  # fmt: skip
def test_korean_romanisations_are_one_syllable(one: str, other: str) -> None:
    assert other in korean(one) and one in korean(other)


def test_a_korean_name_may_begin_with_what_fell_away() -> None:
    assert {"yi", "ri", "rhee", "i"} <= set(korean_first("lee"))
    assert {"ro", "roh", "no"} <= set(korean_first("noh"))
    assert "lee" not in korean("yi")


@pytest.mark.parametrize("word", ["smith", "krug", "brandt", "x", ""])
def test_other_words_are_no_syllables(word: str) -> None:
    assert chinese(word) == korean(word) == ()


def test_a_word_is_cut_in_the_fewest_syllables() -> None:
    assert cut_in_syllables("tsetung", chinese) == (("tse", "tung"),)
    assert ("jong", "un") in cut_in_syllables("jongun", korean)
    assert cut_in_syllables("smith", chinese) == ()


def test_names_known_from_the_south() -> None:
    assert southern(["chiang", "kai", "shek"]) == ["chiang", "jie", "shi"]
    assert southern(["jiang", "jieshi"]) == ["jiang", "kaishek"]
    assert southern(["mao", "zedong"]) is None
