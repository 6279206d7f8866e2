"""Texts of another direction stand apart from what separates them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.content.isolates import FSI, PDI, direction_mark, isolate, isolate_each, pieces

TEXTS = st.text(alphabet="aZ1 ,.;·(عاصمא")


@given(TEXTS)
def test_enclosing_adds_nothing_to_read(text: str) -> None:
    for made in (isolate(text), isolate_each(text)):
        assert "".join(pieces(made)) == text


@given(TEXTS, TEXTS)
def test_what_is_enclosed_comes_back_whole(text: str, other: str) -> None:
    made = f"{isolate(text)}; {isolate(other)}"
    if FSI in made:
        assert [each for each in (text, other) if FSI in isolate(each)] == [
            each for each in pieces(made) if each in (text, other) and FSI in isolate(each)
        ]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Dar, عاصم; Rubio", ["Dar, ", "عاصم", "; Rubio"]),
        ("عاصم, משה", ["عاصم", ", ", "משה"]),
        ("وزیر خارجہ · Minister – لاہور", ["وزیر خارجہ", " · Minister – ", "لاہور"]),
        ("ކެޔޮ, Dar", ["ކެޔޮ", ", Dar"]),
    ],
)
def test_joined_names_are_told_apart(text: str, cut: list[str]) -> None:
    assert list(pieces(isolate_each(text))) == cut


def test_a_stray_sign_of_an_officers_text_is_no_cut() -> None:
    assert list(pieces(f"a{FSI}b")) == [f"a{FSI}b"]
    assert list(pieces(f"a{PDI}{isolate('عاصم')}")) == [f"a{PDI}", "عاصم"]


def test_the_mark_is_that_of_the_line() -> None:
    assert (direction_mark("ltr"), direction_mark("rtl")) == ("\u200e", "\u200f")
