"""Runs for Word are cut where their direction turns, and nothing of a text is lost by it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.word.word_text import bookmark_elements, element, field, stretches


@given(
    st.text(st.sampled_from("ab 12().,اسحק\u0301٣"), max_size=30), st.sampled_from(["ltr", "rtl"])
)
def test_the_stretches_are_the_text(text: str, base: str) -> None:
    assert "".join(part for _, part in stretches(text, base)) == text


def test_neighbours_differ_in_direction() -> None:
    ways = [way for way, _ in stretches("Dar اسحاق ڈار, met שלום in 1947")]
    assert ways == ["ltr", "rtl", "ltr", "rtl", "ltr"]


def test_a_field_begins_parts_and_ends() -> None:
    kinds = [each[0].get(each[0].keys()[0]) for each in field("PAGE", "1") if each[0].keys()]
    assert kinds[0] == "begin"
    assert kinds[-1] == "end"


def test_a_bookmark_holds_what_it_is_given() -> None:
    start, inside, end = bookmark_elements("note_1", 7, element("w:r"))
    assert inside.tag.endswith("}r")
    assert start.get(start.keys()[0]) == end.get(end.keys()[0]) == "7"
