"""What cannot be drawn is told by letter and place; the computer's fonts only where needed."""

from __future__ import annotations

import pytest

from desktop.paper.typst.compiling import (
    Printed,
    families,
    needs_system_fonts,
    set_numbers,
    with_fonts,
)


@pytest.mark.parametrize(
    ("text", "is_needed"),
    [
        ("Türkiye – Ελλάδα, Москва", False),
        ("“quoted” … €500", False),
        ("اسحاق ڈار", True),
        ("習近平", True),
        ("a → b", True),
        ("", False),
    ],
)
def test_fonts_of_the_computer_are_looked_for_only_where_a_letter_asks(
    text: str, is_needed: bool
) -> None:
    assert needs_system_fonts(text) == is_needed
    assert with_fonts({"title": text})[1] == is_needed


def test_families_are_those_that_are_here_in_their_order() -> None:
    named = with_fonts({"title": "اسحاق"})[0]["fonts"]
    assert named == [family for family in families if family in named]
    assert with_fonts({"title": "Dar"})[0]["fonts"][0] == "Libertinus Serif"


def test_values_keep_what_they_had() -> None:
    whole, _ = with_fonts({"title": "Dar", "sheets": []})
    assert whole["title"] == "Dar"
    assert "Libertinus Serif" in whole["fonts"]


def test_a_missing_letter_is_told_with_its_code_and_its_place() -> None:
    said = Printed(b"", 1, ("漢",), where=("in “漢 Li” on “Li”",)).says
    assert said.startswith("No font on this computer has 漢 (U+6F22) in “漢 Li” on “Li”; ")


def test_of_many_missing_letters_the_first_are_named() -> None:
    letters = tuple(map(chr, range(0x4E00, 0x4E00 + 15)))
    said = Printed(b"", 1, letters, also="A picture was left out.").says
    assert "and 3 more letters" in said
    assert said.endswith("A picture was left out.")


def test_nothing_is_said_of_a_whole_document() -> None:
    assert Printed(b"", 1).says == ""


def test_a_page_of_numbers_is_made_for_each_text() -> None:
    said = {"language": "en", "direction": "ltr"}
    numbers = [{"text": f"Page {n} of 2", **said} for n in (1, 2)]
    pdf = set_numbers({"paper": "a4", "title": "Two", "numbers": numbers})
    assert pdf.startswith(b"%PDF")
    assert b"/Count 2" in pdf
