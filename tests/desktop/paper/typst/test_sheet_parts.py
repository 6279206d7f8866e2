"""A sheet of many hundred pages is cut where nobody minds, and nothing of it is lost."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.paper.content.blocks import (
    Block,
    Chronology,
    Contents,
    Endnotes,
    Entry,
    Heading,
    Paragraph,
    Sheet,
    TableBlock,
    cover,
    split_note_marks,
)
from desktop.paper.typst import pieces
from desktop.paper.typst import sheet_parts as parts
from desktop.paper.typst.payload import encode_sheet
from desktop.paper.typst.sheet_parts import split_sheet
from desktop.paper.typst.typeset import typeset


def years(count: int = 12) -> list[Block]:
    blocks: list[Block] = []
    for year in range(1900, 1900 + count):
        entries = [Entry(f"May {year}", f"Event {year}-{at}.", "aside") for at in range(12)]
        blocks += [Heading(str(year)), Chronology(entries)]
    return blocks


TABLE = TableBlock(["What", "When"], [[f"Row number {at}", str(at)] for at in range(400)])


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets of a few pages count as long."""
    monkeypatch.setattr(parts, "MAX_SHEET_LETTERS", 4_000)
    monkeypatch.setattr(parts, "MIN_PART_LETTERS", 2_000)
    monkeypatch.setattr(pieces, "MIN_LONG_LETTERS", 1)
    monkeypatch.setattr(pieces, "PIECE_LETTERS", 10)


def words(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_a_sheet_of_common_length_stays_whole() -> None:
    sheet = encode_sheet(Sheet("All", years()))
    assert split_sheet(sheet) == [sheet]


@pytest.mark.parametrize("blocks", [years(), [TABLE], [Heading("People"), TABLE, *years()]])
def test_every_row_is_there_once_and_in_order(small: None, blocks: list[Block]) -> None:
    sheet = Sheet("All", blocks, withheld=2)
    assert len(split_sheet(encode_sheet(sheet))) > 2
    printed = typeset(sheet)
    said = " ".join(words(printed.pdf))
    found = re.findall(r"Event \d+-\d+|Row number \d+", said)
    rows = [f"Row number {at}" for at in range(400)] if TABLE in blocks else []
    events = [f"Event {1900 + y}-{at}" for y in range(12) for at in range(12)]
    assert found == rows + (events if len(blocks) > 1 else [])
    assert said.count("2 items withheld") == 1
    assert printed.archival


def test_a_part_begins_with_a_year_and_names_what_it_continues(small: None) -> None:
    made = split_sheet(encode_sheet(Sheet("All", years(), "Chronology", marking="SECRET")))
    assert [part["continued"] for part in made] == [False, *[True] * (len(made) - 1)]
    assert all(part["blocks"][0]["kind"] == "heading" for part in made)
    assert made[1]["title"] == ["All", " (continued)"]
    assert all(part["marking"] == "SECRET" for part in made)


def test_the_contents_name_the_whole_and_every_page_is_counted(small: None) -> None:
    sheets = [Sheet("One", years()), Sheet("Two", [Paragraph("x")])]
    printed = typeset([cover("Contents", sheets, ""), *sheets])
    pages = words(printed.pdf)
    assert sum("One (continued)" in page for page in pages) >= 2
    assert "continued" not in pages[0]
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page
    entries = [
        each for each in PdfReader(BytesIO(printed.pdf)).outline if not isinstance(each, list)
    ]
    assert [each.title for each in entries if "continued" not in each.title] == ["One", "Two"]


def test_what_has_sources_is_cut_too_and_its_numbers_are_no_links(small: None) -> None:
    noted_entry = Entry("1900", split_note_marks("An event with a source.", 1))
    sources = Endnotes([(1, "The source of it all.")])
    sheet = Sheet("All", [Heading("First"), Chronology([noted_entry]), *years(), sources])
    printed = typeset(sheet)
    said = words(printed.pdf)
    assert any("An event with a source.1" in page for page in said[:1])
    assert "The source of it all." in said[-1]
    assert printed.archival


def test_the_contents_are_never_cut(small: None) -> None:
    assert split_sheet(encode_sheet(Sheet("Contents", [Contents()]))) == [
        encode_sheet(Sheet("Contents", [Contents()]))
    ]
