"""Japanese names in Chinese characters in the spellings of their lists."""

from __future__ import annotations

import pytest

from db.names.romanisation.japanese import family_spellings, given_spellings


@pytest.mark.parametrize(
    ("written", "spelt"),
    [("岸田", "kishida"), ("麻生", "aso"), ("安倍", "abe"), ("河野", "kono"), ("佐藤", "sato")],
)
def test_a_family_name_has_its_spelling(written: str, spelt: str) -> None:
    assert spelt in family_spellings(written)


@pytest.mark.parametrize(
    ("written", "spelt"),
    [("文雄", "fumio"), ("太郎", "taro"), ("晋三", "shinzo"), ("陽子", "yoko")],
)
def test_a_given_name_has_its_spelling(written: str, spelt: str) -> None:
    assert spelt in given_spellings(written)


@pytest.mark.parametrize("text", ["", ",", "\n", "x", "習近平", "郎", "1887000"])
def test_what_is_no_listed_name_breaks_nothing(text: str) -> None:
    assert all(each.isalpha() for each in (*family_spellings(text), *given_spellings(text)))
