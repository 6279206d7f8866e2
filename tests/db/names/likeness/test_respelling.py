"""Only what romanisation leaves open counts as one name in other letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names.likeness.respelling import is_respelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"), ("Mohammed", "Muhammad"), ("Mohamad", "Muhammed"),
        ("Hassan", "Hasan"),
        ("Ahmed", "Ahmad"), ("Khalid", "Khaled"), ("Omar", "Umar"), ("Kareem", "Karim"),
        ("Hussain", "Hossein"), ("Zelenskyy", "Zelensky"), ("Rahman", "Rehman"),
        ("Tokayev", "Tokaev"), ("Erdoğan", "Erdogan"), ("Iqbal", "Ikbal"),
    ],
)  # fmt: skip
def test_one_name_in_other_letters(one: str, other: str) -> None:
    assert is_respelt(one, other)
    assert is_respelt(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan", "Hossein"), ("Maria", "Mario"), ("Maria", "Marie"), ("Zhang", "Zheng"),
        ("Chen", "Chan"), ("Wei", "Wai"), ("Hieu", "Hien"), ("Daniel", "Daniela"),
        ("Alexander", "Alexandra"), ("Salim", "Salam"), ("Omar", "Amir"), ("Said", "Saad"),
        ("Nawaz", "Niaz"), ("", ""), ("Ivan", "Ivana"),
    ],
)  # fmt: skip
def test_two_names(one: str, other: str) -> None:
    assert not is_respelt(one, other)
    assert not is_respelt(other, one)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_texts_are_answered_alike_both_ways(one: str, other: str) -> None:
    assert is_respelt(one, other) == is_respelt(other, one)
