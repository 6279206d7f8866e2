"""Chinese characters in the spellings of Peking and Taipei."""

from __future__ import annotations

import pytest

from db.names.romanisation.mandarin import pinyin, sound, spellings


@pytest.mark.parametrize(
    ("char", "spelt"),
    [
        ("蔡", "cai tsai"), ("蒋", "jiang chiang"), ("洪", "hong hung"), ("国", "guo kuo"),
        ("秀", "xiu hsiu"), ("柱", "zhu chu"), ("志", "zhi chih"), ("金", "jin chin"),
        ("賢", "xian hsien"), ("月", "yue yueh"), ("友", "you yu"), ("萬", "wan"),
    ],
)  # fmt: skip
def test_a_character_in_pinyin_and_wade_giles(char: str, spelt: str) -> None:
    assert set(spelt.split()) <= set(spellings(char))


def test_a_family_name_is_read_in_its_own_way() -> None:
    assert pinyin("曾", is_family=True) == "zeng"
    assert "tseng" in spellings("曾", is_first=True)


def test_what_is_no_character_has_no_spelling() -> None:
    assert spellings("।") == () == spellings("42")
    assert sound("42") == ""


@pytest.mark.parametrize(("char", "key"), [("拜", "B"), ("登", "DN"), ("扬", "AN"), ("欣", "SN")])
def test_a_character_that_writes_a_foreign_name_is_heard(char: str, key: str) -> None:
    assert sound(char) == key
