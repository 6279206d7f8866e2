"""What is on a sheet can be read from its PDF, whatever characters it is made of."""

from __future__ import annotations

import re
from contextlib import closing
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from db import Refused
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Contents,
    Endnotes,
    Entry,
    Fields,
    Heading,
    Line,
    Paragraph,
    Portrait,
    Quotation,
    Run,
    Sheet,
    TableBlock,
    bold,
    cover,
    italic,
    split_note_marks,
)
from desktop.paper.typst import compiling as setting
from desktop.paper.typst.typeset import Printed, missing_glyphs, typeset
from tests.desktop.paper.pictures import PNG

hostile = [
    "#let x = 1; #x",
    "*bold* _italic_ `raw` ```more```",
    "$x^2$ costs $500",
    "@label <label> <a>b</a>",
    "back\\slash \\u{41} \\",
    "// comment /* block */",
    "= Heading - list + item / term: x",
    "[bracket] {brace} #[x] \"quoted\" 'single'",
    "~tilde -- dash --- dots ...",
    "https://example.org/#import?x=%20",
    "#panic()",
    '#read("/etc/passwd")',
    "&amp; <!-- --> %PDF {{x}}",
]


def words(pdf: bytes) -> str:
    """All text of the PDF on one line, for pages break lines where they like."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def tight(text: str) -> str:
    """Text without gaps: where a line was broken, extraction cannot know if there was one."""
    return re.sub(r"[\s\u200b]", "", text)


def every_block(text: str) -> list[Block]:
    """One block of every kind with the text in each place that takes one."""
    return [
        Heading(text),
        Heading(text, level=2),
        Fields([(text, [text, bold(text), italic(text)])]),
        Paragraph(text),
        Paragraph(text, quiet=True),
        TableBlock([text, "b"], [[text, text], [text]], [2, 1], frozenset({1})),
        Chronology([Entry(text, split_note_marks(text, 1, 2), text)]),
        Quotation(text, 1, text),
        Bullets([text]),
        Endnotes([(1, text), (1, text)], text),
    ]


def full_sheet(text: str) -> Sheet:
    return Sheet(
        text,
        every_block(text),
        subtitle=text,
        native=text,
        marking=text,
        as_of=text,
        printed=text,
        desk=text,
        checked=text,
        withheld=3,
    )


@pytest.mark.parametrize("text", hostile)
def test_markup_is_printed_as_itself_everywhere(text: str) -> None:
    printed = typeset(full_sheet(text))
    assert tight(words(printed.pdf)).count(tight(text)) >= 18
    assert printed.missing == ()
    assert printed.archival


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\x00\x01\x1f",
        "a\x00b",
        "\ud800",
        "\u202e\u2067",
        "\ufffe\ue000",
        "\u200b",
        "\u200e",
        "\xad",
        "\u2060",
        "\u0301",
    ],
)
def test_text_without_letters_never_fails(text: str) -> None:
    assert typeset(full_sheet(text)).pages >= 1


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
def test_any_text_can_be_set(text: str) -> None:
    assert typeset(Sheet(text or "?", [Paragraph(text), Fields([(text, text)])])).pages == 1


@pytest.mark.parametrize("word", ["W" * 20_000, "Ж" * 20_000, "x" * 10_000 + "-" * 10_000])
def test_an_endless_word_stays_on_the_paper(word: str) -> None:
    pdf = typeset(Sheet("t", [Paragraph(word), Fields([("f", word)])])).pdf
    assert tight(words(pdf)).count(word[0]) >= 2 * word.count(word[0])


def test_an_endless_name_stays_on_the_paper() -> None:
    assert typeset(full_sheet("N" * 20_000)).pages > 10


def test_mixed_directions_keep_every_word() -> None:
    text = "Ishaq Dar (اسحاق ڈار) met שלום in Москва on 6 April"
    found = words(typeset(Sheet("Dar", [Paragraph(text)])).pdf)
    for word in ("Ishaq", "Dar", "Москва", "April"):
        assert word in found


@pytest.mark.parametrize(
    ("native", "language"),
    [("عاصم منیر", "ur"), ("عباس عراقچی", "fa"), ("Лавров", "ru"), ("Μητσοτάκης", "el")],
)
def test_the_native_name_can_be_found_in_the_file(native: str, language: str) -> None:
    if missing_glyphs([native]):
        pytest.skip("This computer has no font for the script; install fonts-noto-core.")
    sheet = Sheet("Name", native=native, native_language=language, checked="checked today")
    found = words(typeset(sheet).pdf)
    assert all(word in found for word in native.split())


def test_a_letter_without_a_font_is_named_and_shown_as_its_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(setting, "needs_system_fonts", lambda text: False)
    printed = typeset(Sheet("t", [Paragraph("before 漢 after ﷽")]))
    assert printed.missing == ("漢", "﷽")
    assert "漢 (U+6F22)" in printed.says
    assert "before [U+6F22] after [U+FDFD]" in words(printed.pdf)


def test_missing_glyphs_names_only_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "needs_system_fonts", lambda text: False)
    assert missing_glyphs(["Müller 漢", "Αθήνα 字"]) == ["字", "漢"]
    assert Printed(b"", 1).says == ""


def test_a_long_chronology_fills_pages_in_order() -> None:
    rows = [Entry(f"{year}", f"Event number {year}.") for year in range(1000, 1200)]
    printed = typeset(Sheet("Long", [Chronology(rows)]))
    found = [int(number) for number in re.findall(r"Event number (\d+)", words(printed.pdf))]
    assert found == list(range(1000, 1200))
    assert printed.pages == len(PdfReader(BytesIO(printed.pdf)).pages) >= 3


def test_every_page_has_marking_dates_desk_and_number() -> None:
    sheet = Sheet(
        "Long",
        [Bullets([f"point {n}" for n in range(150)])],
        marking="RESTRICTED",
        as_of="as of 23 November 2026",
        printed="printed 24 November 2026",
        desk="Pakistan desk",
        withheld=2,
    )
    pages = PdfReader(BytesIO(typeset(sheet).pdf)).pages
    for number, page in enumerate(pages, 1):
        text = " ".join(page.extract_text().split())
        assert text.count("RESTRICTED") == 2
        for phrase in ("as of 23 November 2026", "printed 24 November 2026", "Pakistan desk"):
            assert phrase in text
        assert f"page {number} of {len(pages)}" in text
    assert "2 items withheld" in pages[-1].extract_text()


def test_several_sheets_are_one_document_with_contents() -> None:
    sheets = [Sheet(f"Person {n}", [Paragraph("x")], marking=f"M{n}") for n in range(1, 4)]
    printed = typeset([cover("Visit file", sheets, "M3"), *sheets])
    reader = PdfReader(BytesIO(printed.pdf))
    first = " ".join(reader.pages[0].extract_text().split())
    assert printed.pages == 4
    assert printed.archival
    assert all(f"Person {n}" in first for n in range(1, 4))
    assert first.count("Visit file") == 1
    assert "M2" in reader.pages[2].extract_text()
    assert "M1" not in reader.pages[2].extract_text()


def test_the_file_names_itself_and_has_an_outline() -> None:
    blocks = [Heading("Contacts"), Heading("2025", 2)]
    sheet = Sheet("Asim Munir", blocks, desk="Desk", language="en-GB")
    reader = PdfReader(BytesIO(typeset(sheet).pdf))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Asim Munir", "Desk")
    assert str(reader.root_object["/Lang"]).startswith("en")
    assert "/StructTreeRoot" in reader.root_object
    assert str(reader.outline).count("/Title") == 3


def test_an_endnote_number_leads_to_its_note() -> None:
    blocks: list[Block] = [
        Paragraph(split_note_marks("Met.", 1, 9)),
        Endnotes([(1, "A source."), (2, "Unused.")]),
    ]
    page = PdfReader(BytesIO(typeset(Sheet("t", blocks)).pdf)).pages[0]
    assert [note.get_object()["/Subtype"] for note in page.annotations or []] == ["/Link"]
    assert "Met.19" in tight(page.extract_text())


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_paper_has_the_size_asked_for(paper: setting.Paper, size: tuple[int, int]) -> None:
    box = PdfReader(BytesIO(typeset(Sheet("t"), paper).pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_an_empty_sheet_says_so() -> None:
    assert "Nothing is recorded here" in words(typeset(Sheet("Nobody")).pdf)


@pytest.mark.parametrize(
    "block",
    [Fields([]), Chronology([]), Bullets([]), Endnotes([]), TableBlock([], []), Contents()],
)
def test_an_empty_block_takes_no_harm(block: Block) -> None:
    assert typeset(Sheet("t", [block])).pages == 1


def test_nothing_to_print_is_refused() -> None:
    with pytest.raises(Refused, match="nothing to print"):
        typeset([])


def test_a_right_to_left_sheet_is_set() -> None:
    sheet = Sheet("اسحاق ڈار", every_block("وزیر خارجہ"), language="ur", native="Ishaq Dar")
    assert typeset(sheet).missing == ()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("اتفق", "right"),
        ([Run("اتفق", note=1)], "right"),
        ("Agreed", "left"),
        (["اتفق", ". ", "Agreed"], "left"),
        ("—", "left"),
    ],
)
def test_a_paragraph_begins_at_the_side_that_it_is_read_from(text: Line, side: str) -> None:
    printed = typeset(Sheet("t", [Paragraph(text)])).pdf
    with closing(PdfDocument(printed)) as pdf:
        page, letters = pdf[0], pdf[0].get_textpage()
        boxes = [letters.get_charbox(at) for at in range(letters.count_chars())]
        title, middle = boxes[0][1], page.get_width() / 2
        below = {box[0] > middle for box in boxes if page.get_height() / 2 < box[1] < title - 9}
    assert below == {side == "right"}


def test_a_run_may_name_its_direction_and_language() -> None:
    line = [Run("abc", direction="rtl", language="ar"), Run("عاصم", direction="ltr")]
    assert "abc" in words(typeset(Sheet("t", [Paragraph(line)])).pdf)


def test_a_portrait_stands_in_the_file_with_its_words() -> None:
    sheet = Sheet("Dar", native="اسحاق ڈار", portrait=Portrait(PNG, "image/png", "Portrait of Dar"))
    printed = typeset(sheet)
    assert (printed.archival, printed.says) == (True, "")
    assert len(PdfReader(BytesIO(printed.pdf)).pages[0].images) == 1
    assert b"/Alt(Portrait of Dar)" in printed.pdf


@pytest.mark.parametrize("data", [b"", b"no picture", PNG[:40], b"\xff\xd8\xff\xe0"])
def test_a_portrait_that_is_no_picture_is_left_out_and_told(data: bytes) -> None:
    printed = typeset(Sheet("Dar", portrait=Portrait(data, "image/png", "x")))
    assert printed.says == "A portrait cannot be read as a picture and was left out."
    assert "Dar" in words(printed.pdf)
