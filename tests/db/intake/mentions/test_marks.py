"""Marks cover tokens whole, and states under their formal names are one."""

from __future__ import annotations

import pytest

from db.intake.mentions.marks import TextMark, mark_places, place_of
from db.intake.text.sentences import cut_sentences


def test_a_mark_takes_the_place_of_those_under_it() -> None:
    marked = mark_places(cut_sentences("the United States Navy sailed.")[0])
    marked.put(TextMark("body", 2, 4, "x"))
    assert [(mark.kind, mark.start) for mark in marked.marks()] == [("body", 2)]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("of the Federative Republic of Brazil", "Federative Republic of Brazil", "br"),
        ("the Portuguese Republic", "Portuguese Republic", "pt"),
        ("the Hashemite Kingdom of Jordan", "Hashemite Kingdom of Jordan", "jo"),
    ],
)
def test_a_formal_name_is_one_state(text: str, name: str, code: str) -> None:
    marked = mark_places(cut_sentences(text)[0])
    (mark,) = marked.marks()
    assert marked.text(mark.start, mark.end) == name
    place = place_of(mark)
    assert place is not None and place.code == code
