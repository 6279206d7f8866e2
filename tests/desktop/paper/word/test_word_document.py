"""What a document for Word says, how it is styled, and which way its runs go."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.dom.minidom import parseString
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paper.content.blocks import (
    Bullets,
    Chronology,
    Endnotes,
    Entry,
    Fields,
    Heading,
    Paragraph,
    Portrait,
    Run,
    Sheet,
    TableBlock,
    cover,
    split_note_marks,
)
from desktop.paper.word.word_document import word_document
from tests.desktop.paper.pictures import PNG
from tests.desktop.paper.typst.test_typeset import every_block, full_sheet, hostile


def opened(*sheets: Sheet, **more: Any) -> Any:
    return Document(BytesIO(word_document(sheets, **more).content))


def words(document: Any) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(qn("w:t")))
                    for p in document.element.body.iter(qn("w:p")))  # fmt: skip


@pytest.mark.parametrize("text", [*hostile, "a\x00b\x1b[0m", "\ud800\ufffe", "ﷺ\u202e", "<w:t>]]>"])
def test_any_text_is_a_text_and_the_file_is_whole(text: str) -> None:
    content = word_document([full_sheet(text)]).content
    said = words(Document(BytesIO(content)))
    if text in hostile:
        assert said.count(text) >= 15
    with ZipFile(BytesIO(content)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            if name.endswith(".xml"):
                parseString(parts.read(name))


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
def test_whatever_is_typed_can_be_written(text: str) -> None:
    assert opened(Sheet(text, [Paragraph(text), Fields([(text, text)])]))


def test_a_long_name_is_kept_whole() -> None:
    assert "N" * 20_000 in words(opened(full_sheet("N" * 20_000)))


def test_headings_have_the_levels_of_word() -> None:
    blocks = [Heading("Contacts"), Heading("2025", 2), Heading(" "), Paragraph("x")]
    told = [(p.style.name, p.text) for p in opened(Sheet("Dar", blocks, "Minister")).paragraphs]
    assert told[:4] == [
        ("Heading 1", "Dar"),
        ("Subtitle", "Minister"),
        ("Heading 2", "Contacts"),
        ("Heading 3", "2025"),
    ]


def test_the_head_of_a_table_is_repeated_and_no_cell_is_lost() -> None:
    table = TableBlock(["Party", "Signed"], [["Ruritania", "2021"], ["Graustark"]], (2, 1))
    (made,) = opened(Sheet("t", [table])).tables
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["Party", "Signed"],
        ["Ruritania", "2021"],
        ["Graustark", ""],
    ]
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in made.rows]
    assert heads == [True, False, False]


def test_what_runs_from_the_right_says_so() -> None:
    document = opened(Sheet("Dar", [Paragraph("Dar (اسحاق ڈار) met"), Paragraph("وزیر")]))
    mixed, right = document.paragraphs[1:3]
    turned = [run.text for run in mixed.runs if run._r.find(f".//{qn('w:rtl')}") is not None]
    assert turned == ["اسحاق ڈار"]
    assert mixed._p.find(f".//{qn('w:bidi')}") is None
    assert right._p.find(f".//{qn('w:bidi')}") is not None


def test_urdu_has_its_own_hand_and_its_language() -> None:
    run = Run("عاصم منیر", language="ur")
    (made,) = opened(Sheet("t", [Paragraph(run)])).paragraphs[1].runs
    assert made._r.find(f".//{qn('w:rFonts')}").get(qn("w:cs")) == "Noto Nastaliq Urdu"
    assert made._r.find(f".//{qn('w:lang')}").get(qn("w:bidi")) == "ur"


def test_a_sheet_from_the_right_turns_its_tables_and_its_section() -> None:
    document = opened(Sheet("اسحاق ڈار", every_block("وزیر"), language="ur"))
    assert all(t._tbl.tblPr.find(qn("w:bidiVisual")) is not None for t in document.tables)
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None


def test_head_and_foot_have_marking_dates_desk_and_the_fields_of_the_page() -> None:
    sheet = Sheet(
        "Dar", marking="SECRET", desk="Desk", as_of="as of 1 May", printed="printed 2 May"
    )
    section = opened(sheet).sections[0]
    head = section.header.paragraphs[0]
    assert head.text == "Desk\tSECRET\tas of 1 May"
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("printed 2 May\tSECRET\tpage ")
    codes = [each.text for each in foot._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_each_sheet_has_its_own_marking_and_the_contents_lead_to_it() -> None:
    sheets = [Sheet("One", marking="SECRET"), Sheet("Two")]
    document = opened(cover("Contents", sheets, "SECRET"), *sheets)
    marks = [section.header.paragraphs[0].text for section in document.sections]
    assert [mark.strip() for mark in marks] == ["SECRET", "SECRET", ""]
    links = [each.get(qn("w:anchor")) for each in document.element.body.iter(qn("w:hyperlink"))]
    names = {each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))}
    assert links == ["sheet_1", "sheet_2"]
    assert set(links) <= names


def test_an_endnote_number_leads_to_its_source() -> None:
    blocks = [
        Chronology([Entry("May", split_note_marks("Met.", 1, 1), "with Rubio")]),
        Endnotes([(1, "A source."), (1, "The same.")]),
    ]
    document = opened(Sheet("t", blocks))
    anchors = [each.get(qn("w:anchor")) for each in document.element.body.iter(qn("w:hyperlink"))]
    names = [each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))]
    assert anchors == ["note_0_1", "note_0_1"]
    assert names.count("note_0_1") == 1


def test_an_empty_sheet_says_so_and_what_was_withheld_is_counted() -> None:
    said = words(opened(Sheet("Nobody", withheld=2)))
    assert "Nothing is recorded here" in said
    assert "2 items withheld" in said


def test_the_file_names_its_title_its_author_and_its_language() -> None:
    about = opened(Sheet("Dar", [Bullets(["x"])], desk="Desk", language="en-GB")).core_properties
    assert (about.title, about.author, about.language) == ("Dar", "Desk", "en-GB")


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("us-letter", (216, 279))])
def test_the_paper_is_the_one_asked_for(paper: Any, size: tuple[int, int]) -> None:
    section = opened(Sheet("t"), paper=paper).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size


def test_a_portrait_floats_beside_the_name_and_says_what_it_is() -> None:
    document = opened(Sheet("Dar", portrait=Portrait(PNG, "image/png", "Portrait of Dar")))
    name = document.paragraphs[0]
    assert (name.style.name, name.text) == ("Heading 1", "Dar")
    (anchor,) = name._p.iter(qn("wp:anchor"))
    assert anchor.find(qn("wp:docPr")).get("descr") == "Portrait of Dar"


@pytest.mark.parametrize("data", [b"", b"no picture", PNG[:20], b"\xff\xd8\xff\xe0"])
def test_a_portrait_that_is_no_picture_is_left_out_and_told(data: bytes) -> None:
    output = word_document([Sheet("Dar", portrait=Portrait(data, "image/png", "x"))])
    assert output.says == "A portrait cannot be read as a picture and was left out."
    assert Document(BytesIO(output.content)).paragraphs[0].text == "Dar"
