"""Texts made of columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.mapping.template import fill, shorten


@pytest.mark.parametrize(
    ("place", "country", "title"),
    [
        ("Lima", "Peru", "Ana to Peru (Lima)"),
        ("", "Peru", "Ana to Peru"),
        ("", "", "Ana to"),
    ],
)
def test_brackets_around_what_is_missing_go_with_it(place: str, country: str, title: str) -> None:
    texts = {"who": "Ana", "country": country, "place": place}
    assert fill("{who} to {country} ({place})", texts) == title


@pytest.mark.parametrize("template", ["{a.__class__}", "{a[0]}", "{a!r}", "{a:>9}", "{0}", "{}"])
def test_nothing_but_a_column_name_is_understood(template: str) -> None:
    assert fill(template, {"a": "secret"}) == ""


@given(st.text(), st.text())
def test_what_a_cell_says_is_put_in_as_it_stands(first: str, second: str) -> None:
    filled = fill("{a}|{b}", {"a": first, "b": second})
    if first and second:
        assert filled == f"{first}|{second}"


@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_is_short(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_a_title_is_the_first_sentence_and_abbreviations_do_not_end_it() -> None:
    text = "President J. Q. Adams met Gen. Lafayette in Paris. He left the next day."
    assert shorten(text, 120) == "President J. Q. Adams met Gen. Lafayette in Paris"
