"""Each form looks and reads as it did when somebody last looked at it and found it good.

The references lie in `tests/desktop/paper/golden`: the number of pages, the words, and the first
page as a coarse picture of ink, so that another version of a font is no other page. After a change
that is meant, look at the PDFs, then run this once with AIDE_MEMOIRE_GOLDEN=write.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from db import Store
from desktop.paper.content.blocks import Sheet
from desktop.paper.sheets.several import lines_sheet_of, sheets_of
from desktop.paper.sheets.sheet_forms import bind_sheets
from desktop.paper.typst.typeset import Paper, typeset
from tests.desktop.paper.conftest import LENS, NOW
from tests.desktop.paper.sheets.test_brief_sheet import key_of
from tests.desktop.paper.typst.test_typeset import every_block

FOLDER = Path(__file__).parents[1] / "golden"
COLUMNS, ROWS, SCALE = 42, 60, 0.5
SHADES = 9
MOST_APART = 0.2  # of the ink of a page


def _records(form: str, *titles: str) -> Callable[[Store], list[Sheet]]:
    def made(store: Store) -> list[Sheet]:
        ids = [key_of(store, title) for title in titles]
        return bind_sheets(sheets_of(form, ids, store.reader, LENS, "Pakistan desk", NOW))

    return made


def _lines(form: str) -> Callable[[Store], list[Sheet]]:
    def made(store: Store) -> list[Sheet]:
        reader = store.reader
        ids = [key for kind in ("agreement", "event") for key in reader.all_ids(kind, LENS, "")]
        lines = sorted(reader.lines(ids, LENS), key=lambda line: line.title)
        about = (form, lines, reader, LENS, "Pakistan desk", "All")
        return [lines_sheet_of(*about, withheld=2, now=NOW)]

    return made


def _from_the_right(_: Store) -> list[Sheet]:
    sheet = Sheet("اسحاق ڈار", every_block("وزیر خارجہ"), "پاکستان", language="ur", marking="محدود")
    return [sheet]


SHEETS: dict[str, tuple[Callable[[Store], list[Sheet]], Paper]] = {
    "biography": (_records("", "Ishaq Dar"), "a4"),
    "organization": (_records("", "Ministry of Foreign Affairs"), "a4"),
    "agreement": (_records("", "Treaty of Strelsau"), "us-letter"),
    "event": (_records("", "Meeting on trade"), "a4"),
    "brief": (_records("brief", "Meeting on trade"), "a4"),
    "several": (_records("", "Ishaq Dar", "Brad Cooper"), "a4"),
    "chronology": (_lines("chronology"), "a4"),
    "list": (_lines("list"), "us-letter"),
    "right-to-left": (_from_the_right, "a4"),
    "empty": (lambda _: [Sheet("Nobody", printed="printed 23 November 2026")], "a4"),
}


def picture(pdf: bytes) -> list[str]:
    """The first page as rows of cells, 0 for bare paper to 9 for the most ink there is."""
    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[0].render(scale=SCALE, grayscale=True)
    width, height, stride, points = bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
    ink = [[0] * COLUMNS for _ in range(ROWS)]
    for y in range(height):
        row = points[y * stride : y * stride + width]
        for x, light in enumerate(row):
            ink[y * ROWS // height][x * COLUMNS // width] += 255 - light
    full = 255 * (width / COLUMNS) * (height / ROWS) * 0.35
    cells = [[min(SHADES, round(SHADES * each / full)) for each in row] for row in ink]
    document.close()
    return ["".join(map(str, row)) for row in cells]


def apart(one: list[str], other: list[str]) -> float:
    """Which share of the ink of two pictures lies elsewhere: 0 where they are alike, 1 at most."""
    cells = [[int(each) for row in picture for each in row] for picture in (one, other)]
    moved = sum(abs(a - b) for a, b in zip(*cells, strict=True))
    return moved / max(1, sum(map(sum, cells)))


def words(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return "\n".join(" ".join(page.extract_text().split()) for page in pages)


def tight(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", SHEETS)
def test_a_form_is_as_it_was(full: Store, name: str) -> None:
    made, paper = SHEETS[name]
    printed = typeset(made(full), paper)
    path = FOLDER / f"{name}.txt"
    told = [f"{printed.pages} pages", words(printed.pdf), *picture(printed.pdf)]
    if os.environ.get("AIDE_MEMOIRE_GOLDEN") == "write":
        path.write_text("\n".join(told) + "\n", encoding="utf-8")
    *said, _ = path.read_text(encoding="utf-8").split("\n")
    pages, text, drawn = said[0], "\n".join(said[1:-ROWS]), said[-ROWS:]
    assert pages == told[0]
    assert tight(text) == tight(told[1])
    assert apart(drawn, told[2:]) < MOST_APART


def test_a_page_that_is_laid_out_otherwise_is_seen(full: Store) -> None:
    made, _ = SHEETS["biography"]
    given = picture(typeset(made(full)).pdf)
    lower = [given[-1], given[-1], *given[:-2]]
    assert apart(given, lower) > 2 * MOST_APART
