"""Urdu stands in its own hand where the font is there, and its words stay words in the file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from desktop.paper.content.blocks import Fields, Paragraph, Run, Sheet
from desktop.paper.typst import compiling
from desktop.paper.typst.nastaliq import FONT, hands, is_short, texts_to_draw, with_hands
from desktop.paper.typst.payload import encode
from desktop.paper.typst.typeset import typeset

NAME = "عاصم منیر"
HAS_FONT = FONT in typst.Fonts(include_system_fonts=True).families()


def sheet(language: str = "ur") -> Sheet:
    held = (Run(NAME, language=language), Run(" (Urdu)"))
    return Sheet("Asim Munir", [Fields([("Native", held)])], native=NAME, native_language=language)


def data(given: Sheet) -> dict[str, Any]:
    return compiling.with_fonts(encode([given], "a4"))[0]


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (sheet(), {NAME}),
        (sheet("ar"), set()),
        (Sheet("x", [Paragraph(Run(NAME * 9, language="ur"))]), set()),
        (Sheet("x", [Paragraph(Run("Lahore", language="ur"))]), set()),
        (Sheet("x", [Paragraph("plain")]), set()),
    ],
)
def test_short_urdu_alone_is_drawn(given: Sheet, texts: set[str]) -> None:
    assert texts_to_draw(encode([given], "a4")) == texts


def test_the_drawing_goes_to_the_run_and_to_the_native_name() -> None:
    whole = with_hands(encode([sheet()], "a4"), {NAME: {"svg": "<svg/>", "w": 3.5}})
    (made,) = whole["sheets"]
    assert made["native_hand"] == {"svg": "<svg/>", "w": 3.5}
    assert made["blocks"][0]["rows"][0][1][0]["svg"] == "<svg/>"


def test_a_computer_without_the_font_sets_naskh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "FONT", "No Such Font")
    assert "svg" not in str(data(sheet()))


def test_a_drawing_has_a_width_of_its_own() -> None:
    drawn = hands(("ا", NAME), typst.Fonts(include_system_fonts=True))
    assert 0 < drawn["ا"]["w"] < drawn[NAME]["w"]
    assert all(each["svg"].startswith("<svg") for each in drawn.values())
    assert hands((), typst.Fonts()) == {}


def test_the_words_are_found_and_the_file_stays_archival() -> None:
    printed = typeset(sheet())
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)
    assert printed.archival
    assert printed.missing == ()
    assert all(said.count(word) == 2 for word in NAME.split())
    assert ("svg" in str(data(sheet()))) == HAS_FONT


def test_a_line_end_is_never_drawn_over() -> None:
    assert not is_short("ا\nب")
    assert not is_short(" ")
