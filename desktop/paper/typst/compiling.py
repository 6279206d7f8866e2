"""Has Typst set data as PDF: which fonts there are, and what is done where a letter has none.

`typeset` and `pieces` ask it. Texts travel as JSON and are never markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from db import Unavailable
from desktop.paper.content.printable_text import code_point, one_line
from desktop.paper.typst.nastaliq import FONT, hands, texts_to_draw, with_hands

Paper = Literal["a4", "us-letter"]
"""Told how many sheets of how many are set; raises `Stopped` where the work is given up."""

UNREAD = "A portrait cannot be read as a picture and was left out."

templates = Path(__file__).resolve().parents[3] / "resources" / "typst"

standards: list[typst.PDFStandard] = ["a-2a", "ua-1"]
"""ISO 19005-2 level A and ISO 14289-1. Both forbid a box in place of a letter, so Typst refuses
to write one and says which text it was: that refusal is how a missing glyph is found."""

families = (
    "Libertinus Serif",
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Noto Serif CJK KR",
    "Noto Serif Devanagari",
    "Noto Serif Bengali",
    "Noto Serif Hebrew",
    "Noto Serif Thai",
    "Noto Serif Armenian",
    "Noto Serif Georgian",
    "Noto Serif Ethiopic",
    "NanumMyeongjo",
    "NanumGothic",
    "Droid Sans Fallback",
)
"""Tried in this order for every letter; Libertinus (Latin, Greek, Cyrillic) comes with Typst."""

MAX_REMEMBERED_DOCUMENTS = 10  # documents whose pages Typst remembers
MAX_PLACE_LETTERS = 40  # letters of a text that tells where a letter is missing

_unset = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_tree = re.compile(rb"^\d+ 0 obj\n<</Type/Pages/Count (\d+)", re.MULTILINE)
_escape = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its bytes, its pages where they are known, and what must be said of it."""

    content: bytes
    pages: int | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document: its bytes, its pages, and the letters no font here can draw.

    `archival` tells whether it conforms to PDF/A-2a and PDF/UA-1, `where` says for each missing
    letter in which text of which sheet it stands first, `also` what else must be said.
    """

    pdf: bytes
    pages: int
    missing: tuple[str, ...] = ()
    archival: bool = True
    where: tuple[str, ...] = ()
    also: str = ""

    @property
    def says(self) -> str:
        """What must be said of the document: missing letters and pictures, or nothing.

        >>> Printed(b"", 1, ("漢",), where=("in “漢 Li” on “Li”",)).says[:61]
        'No font on this computer has 漢 (U+6F22) in “漢 Li” on “Li”; th'
        """
        if not self.missing:
            return self.also
        places = [*self.where, *[""] * len(self.missing)]
        examples = zip(self.missing[:12], places, strict=False)
        letters = ", ".join(
            f"{each} (U+{ord(each):04X}) {place}".rstrip() for each, place in examples
        )
        more = f" and {len(self.missing) - 12} more letters" if len(self.missing) > 12 else ""
        return (
            f"No font on this computer has {letters}{more}; the paper shows the code instead. "
            f"Install a Noto font for that script and print again. {self.also}"
        ).rstrip()


@cache
def _fonts(system: bool) -> typst.Fonts:
    """Return the fonts of Typst alone (at once), or with those of the computer (about 0.2 s,
    once).
    """
    return typst.Fonts(include_system_fonts=system)


@cache
def _families(system: bool) -> tuple[str, ...]:
    present = set(_fonts(system).families())
    return tuple(family for family in families if family in present)


def needs_system_fonts(text: str) -> bool:
    """Say whether a text goes beyond Latin, Greek, Cyrillic and general punctuation.

    >>> needs_system_fonts("Türkiye – Ελλάδα, Москва"), needs_system_fonts("اسحاق")
    (False, True)
    """
    return not text.isascii() and bool(re.search("[\u0530-\u1dff\u2190-\U0010ffff]", text))


def _compile(
    data: dict[str, Any], system: bool, standards: list[typst.PDFStandard], template: str
) -> bytes:
    return typst.compile(
        templates / template,
        root=templates,
        font_paths=_fonts(system),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=standards,
    )


def with_fonts(data: dict[str, Any]) -> tuple[dict[str, Any], bool]:
    """Return the values with the fonts that they need, and whether those of the computer are among
    them.

    Looking for the computer's own takes 0.2 s and is left out where Typst's have every letter.
    """
    system = needs_system_fonts(json.dumps(data, ensure_ascii=False))
    whole = {**data, "fonts": list(_families(system))}
    return (_in_nastaliq(whole) if system else whole), system


def _in_nastaliq(data: dict[str, Any]) -> dict[str, Any]:
    """Return the values with Urdu in its own hand, where the computer has it."""
    texts = texts_to_draw(data.get("sheets"))
    if not texts or FONT not in _fonts(True).families():
        return data
    drawn = hands(tuple(sorted(texts)), _fonts(True))
    return {**data, "sheets": with_hands(data["sheets"], drawn)}


def set_numbers(data: dict[str, Any]) -> bytes:
    """Return a page with nothing but its number for each text of `data`; it is untagged."""
    whole, system = with_fonts(data)
    return _compile(whole, system, ["a-2b"], "numbers.typ")


def _unescape(text: str) -> str:
    """Undo Typst's quoting of a text."""
    return _escape.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _unset_letters(error: typst.TypstError) -> set[str]:
    """Return the letters beyond ASCII in the texts that Typst could not draw; empty for other
    errors.
    """
    texts = (_unescape(text) for text in _unset.findall(error.diagnostic or ""))
    return {letter for text in texts for letter in text if not letter.isascii()}


def _replace_letters(value: Any, table: dict[int, str]) -> Any:
    """Return JSON values with letters exchanged in every text."""
    if isinstance(value, str):
        return value if value.isascii() else value.translate(table)
    if isinstance(value, list):
        return [_replace_letters(item, table) for item in value]
    if isinstance(value, dict):
        return {key: _replace_letters(item, table) for key, item in value.items()}
    return value


def forget() -> None:
    """Have Typst let go of what it remembers of pages: it keeps that of the last ten documents."""
    for _ in range(MAX_REMEMBERED_DOCUMENTS + 1):
        typst.compile(b"", font_paths=_fonts(False), ignore_system_fonts=True)


def set_data(data: dict[str, Any]) -> Printed:
    """Return the document, with the code in place of each letter that no font can draw."""
    data_to_set, missing, also = data, dict[str, str](), ""
    data, system = with_fonts(data)
    while True:
        try:
            pdf = _compile(data, system, standards, "sheet.typ")
            return _printed_result(pdf, missing, also)
        except typst.TypstError as error:
            if "image" in error.message and not also:
                data, also = _without_portraits(data), UNREAD
                continue
            found = sorted(_unset_letters(error) - set(missing))
            if not found and not error.message.startswith("PDF/"):
                raise
        if not found:  # A paper that only an archive would refuse is still handed over.
            return _printed_result(
                _compile(data, system, [], "sheet.typ"), missing, also, archival=False
            )
        missing.update((letter, _place_of(letter, data_to_set)) for letter in found)
        data = _replace_letters(data, {ord(letter): code_point(letter) for letter in found})


def _printed_result(
    pdf: bytes, missing: dict[str, str], also: str, archival: bool = True
) -> Printed:
    return Printed(pdf, pages_in(pdf), tuple(missing), archival, tuple(missing.values()), also)


def _without_portraits(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "sheets": [{**sheet, "portrait": None} for sheet in data["sheets"]]}


def _place_of(letter: str, data: dict[str, Any]) -> str:
    """Say in which text of which sheet a letter stands first."""
    for sheet in data["sheets"]:
        for text in _texts(sheet):
            if letter in text:
                place = one_line(text, MAX_PLACE_LETTERS)
                title = one_line("".join(_texts(sheet["title"])), MAX_PLACE_LETTERS)
                return f"in “{place}”" if place == title else f"in “{place}” on “{title}”"
    return ""


def _texts(value: Any) -> Iterator[str]:
    """Yield every text among JSON values, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def pages_in(pdf: bytes) -> int:
    """Say how many pages the page tree counts (ISO 32000-1, 7.7.3.2); Typst writes it first."""
    found = _tree.search(pdf)
    if found is None:
        raise Unavailable("The document came out without pages: report this as a fault.")
    return int(found[1])
