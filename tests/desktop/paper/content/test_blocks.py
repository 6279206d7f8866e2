"""Blocks say the same thing however their texts are given."""

from __future__ import annotations

import pytest

from desktop.paper.content.blocks import (
    Line,
    Run,
    Sheet,
    Words,
    bold,
    cover,
    direction_of,
    plain,
    runs,
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", ""),
        ("Munir", "Munir"),
        (Run("Munir", note=1), "Munir"),
        (["Munir; ", bold("Syed")], "Munir; Syed"),
        ((), ""),
    ],
)
def test_every_line_has_its_words(line: Line, words: str) -> None:
    assert plain(line) == words
    assert all(isinstance(run, Run) for run in runs(line))


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("", "ltr"),
        ("1947", "ltr"),
        ("«عاصم» Munir", "rtl"),
        ("Munir عاصم", "ltr"),
        ("(שלום)", "rtl"),
        ("…漢字", "ltr"),
    ],
)
def test_the_first_strong_letter_gives_the_direction(text: str, way: str) -> None:
    assert direction_of(text) == way


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (0, ""),
        (1, "1 item withheld above this sheet’s ceiling."),
        (7, "7 items withheld above this sheet’s ceiling."),
    ],
)
def test_withheld_items_are_counted_in_a_sentence(count: int, says: str) -> None:
    assert Sheet("Dar", withheld=count).withheld_text == says


def test_a_cover_speaks_the_language_of_its_sheets() -> None:
    words = Words(page="صفحہ", of="از")
    sheet = Sheet("ڈار", desk="d", as_of="a", printed="p", language="ur", words=words)
    front = cover("فائل", [sheet], "SECRET")
    assert (front.language, front.words, front.marking) == ("ur", words, "SECRET")
    assert (front.desk, front.as_of, front.printed) == ("d", "a", "p")
