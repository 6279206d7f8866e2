"""Sets sheets as a PDF with Typst: tagged, archival, and with no letter silently left out.

The `print` command and the preview ask for it. Texts travel as JSON and are never markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from db import Refused, Unavailable
from desktop.paper.blocks import Paragraph, Sheet
from desktop.paper.letters import shown
from desktop.paper.payload import encode

Paper = Literal["a4", "us-letter"]
Advance = Callable[[int, int], None]
"""Told how many sheets of how many are set; raises `Stopped` where the work is given up."""

templates = Path(__file__).resolve().parents[2] / "resources" / "typst"

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
    "Droid Sans Fallback",
)
"""Tried in this order for every letter; Libertinus (Latin, Greek, Cyrillic) comes with Typst."""

_unset = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_tree = re.compile(rb"^\d+ 0 obj\n<</Type/Pages/Count (\d+)", re.MULTILINE)
_escape = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document: its bytes, its pages, and the letters no font here can draw.

    `archival` tells whether it conforms to PDF/A-2a and PDF/UA-1.
    """

    pdf: bytes
    pages: int
    missing: tuple[str, ...] = ()
    archival: bool = True

    @property
    def says(self) -> str:
        """One sentence about missing letters, or nothing.

        >>> Printed(b"", 1, ("漢",)).says.startswith("No font on this computer has 漢 (U+6F22)")
        True
        """
        if not self.missing:
            return ""
        named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in self.missing[:12])
        more = f" and {len(self.missing) - 12} more letters" if len(self.missing) > 12 else ""
        return (
            f"No font on this computer has {named}{more}; the paper shows the code instead. "
            "Install a Noto font for that script and print again."
        )


@cache
def _fonts(system: bool) -> typst.Fonts:
    """The fonts of Typst alone (at once), or with those of the computer (about 0.2 s, once)."""
    return typst.Fonts(include_system_fonts=system)


@cache
def _families(system: bool) -> tuple[str, ...]:
    present = set(_fonts(system).families())
    return tuple(family for family in families if family in present)


def _needs_system_fonts(text: str) -> bool:
    """Whether a text goes beyond Latin, Greek, Cyrillic and general punctuation.

    >>> _needs_system_fonts("Türkiye – Ελλάδα, Москва"), _needs_system_fonts("اسحاق")
    (False, True)
    """
    return not text.isascii() and bool(re.search("[\u0530-\u1dff\u2190-\U0010ffff]", text))


def _compile(data: dict[str, Any], strict: bool, system: bool) -> bytes:
    return typst.compile(
        templates / "sheet.typ",
        root=templates,
        font_paths=_fonts(system),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=standards if strict else [],
    )


def _unescaped(text: str) -> str:
    """Typst's quoting of a text undone."""
    return _escape.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _unset_letters(error: typst.TypstError) -> set[str]:
    """The letters beyond ASCII in the texts that Typst could not draw; empty for other errors."""
    texts = (_unescaped(text) for text in _unset.findall(error.diagnostic or ""))
    return {letter for text in texts for letter in text if not letter.isascii()}


def _replaced(value: Any, table: dict[int, str]) -> Any:
    """JSON values with letters exchanged in every text."""
    if isinstance(value, str):
        return value if value.isascii() else value.translate(table)
    if isinstance(value, list):
        return [_replaced(item, table) for item in value]
    if isinstance(value, dict):
        return {key: _replaced(item, table) for key, item in value.items()}
    return value


def _set(data: dict[str, Any], system: bool) -> Printed:
    """The document, with the code in place of each letter that no font can draw."""
    missing: dict[str, None] = {}
    while True:
        try:
            pdf = _compile(data, strict=True, system=system)
            return Printed(pdf, _pages(pdf), tuple(missing))
        except typst.TypstError as error:
            found = sorted(_unset_letters(error) - set(missing))
            if not found and not error.message.startswith("PDF/"):
                raise
        if not found:  # A paper that only an archive would refuse is still handed over.
            pdf = _compile(data, strict=False, system=system)
            return Printed(pdf, _pages(pdf), tuple(missing), archival=False)
        missing.update(dict.fromkeys(found))
        data = _replaced(data, {ord(letter): shown(letter) for letter in found})


def typeset(
    sheets: Sheet | Iterable[Sheet], paper: Paper = "a4", *, advance: Advance | None = None
) -> Printed:
    """One document of all the sheets, each beginning on its own page.

    `paper` is ISO 216 A4 or US Letter. For a list of contents put `blocks.cover(...)` first.
    `advance` is told as the work goes on, and may end it by raising `Stopped`.
    Raises Refused for no sheet at all, Unavailable where the templates of the program are gone.
    """
    given = (sheets,) if isinstance(sheets, Sheet) else tuple(sheets)
    if not given:
        raise Refused("There is nothing to print: choose at least one record.")
    if not (templates / "sheet.typ").is_file():
        raise Unavailable(
            f"The templates for paper are missing from {templates}: install the program again."
        )
    if advance is not None:
        advance(0, len(given))
    data = encode(given, paper)
    system = _needs_system_fonts(json.dumps(data, ensure_ascii=False))
    return _set({**data, "fonts": list(_families(system))}, system)


def _pages(pdf: bytes) -> int:
    """How many pages the page tree counts (ISO 32000-1, 7.7.3.2); Typst writes it first."""
    found = _tree.search(pdf)
    if found is None:
        raise Unavailable("The document came out without pages: report this as a fault.")
    return int(found[1])


def missing_glyphs(texts: Iterable[str]) -> list[str]:
    """The letters of the texts that no font on this computer can draw, in order of code point.

    >>> missing_glyphs(["Đặng Văn Lâm", "Müller", "Αθήνα"])
    []
    """
    sheet = Sheet("?", [Paragraph("".join(sorted(set("".join(texts)))))])
    return sorted(typeset(sheet).missing)
