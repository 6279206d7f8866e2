"""Blocks are set whole, escaped, and as the page has room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.page.look import Look, look_of
from desktop.page.rich_text import FIRST_ROWS, direction, document, longest_label
from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Contents,
    Endnotes,
    Entry,
    Fields,
    Heading,
    Paragraph,
    Quotation,
    Run,
    TableBlock,
)
from desktop.style.palette import LIGHT

WIDE = Look(LIGHT, 13, 11, 132, 36, 32, False)
NARROW = WIDE._replace(is_stacked=True)
UNSEEN = str.maketrans("", "", "\u2068\u2069")


def words(blocks: list[Block], look: Look = WIDE, opened: frozenset[int] = frozenset()) -> str:
    """What is read of blocks, line by line."""
    set_text = QTextDocument()
    set_text.setHtml(document(blocks, look, opened))
    return set_text.toPlainText().translate(UNSEEN)


EVERY: list[tuple[Block, list[str]]] = [
    (Heading("Offices"), ["Offices"]),
    (Heading("2025", 2), ["2025"]),
    (Fields([("Spoken", "Mr Dar")]), ["Spoken", "Mr Dar"]),
    (Paragraph("He rose.", quiet=True), ["He rose."]),
    (TableBlock(["Party", "Act"], [["Kenya", "signed"]]), ["Kenya", "signed"]),
    (Chronology([Entry("July 2025", Run("Met", note=2), "Doha")]), ["July 2025", "Met", "[2]"]),
    (Quotation("A rare meeting", 1, "The spokesman"), ["A rare meeting", "[1]", "The spokesman"]),
    (Bullets(["minerals", Run("rail", note=4)]), ["minerals", "rail", "[4]"]),
    (Endnotes([(1, "Desk note")]), ["Sources", "[1]", "Desk note"]),
]


@pytest.mark.parametrize("look", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("block,said", EVERY, ids=lambda given: type(given).__name__)
def test_every_block_says_its_words(
    qtbot: QtBot, look: Look, block: Block, said: list[str]
) -> None:
    text = words([block], look)
    assert [part for part in said if part not in text] == []


@pytest.mark.parametrize("block", [Contents(), Endnotes([])])
def test_what_holds_nothing_takes_no_room(block: Block) -> None:
    assert document([block], WIDE) == ""


@pytest.mark.parametrize("look", [WIDE, NARROW], ids=["wide", "narrow"])
@given(text=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_no_text_becomes_markup(look: Look, text: str) -> None:
    blocks: list[Block] = [Fields([("x", [text])])]
    set_text = QTextDocument()
    set_text.setHtml(document(blocks, look))
    assert text in set_text.toPlainText().translate(UNSEEN).translate({0x200B: None})


def test_a_picture_in_a_text_is_no_picture() -> None:
    out = document([Paragraph('<img src="file:///etc/passwd"><a href="record:9">x</a>')], WIDE)
    assert "<img" not in out and "<a " not in out


def test_a_long_section_shows_its_first_rows_and_a_way_to_the_others() -> None:
    rows = [Entry("", f"call {number};") for number in range(FIRST_ROWS + 7)]
    cut = document([Heading("Contacts"), Chronology(rows)], WIDE)
    assert f"call {FIRST_ROWS};" not in cut and 'href="all:1"' in cut and "Show 7 more" in cut
    whole = document([Heading("Contacts"), Chronology(rows)], WIDE, frozenset({1}))
    assert f"call {FIRST_ROWS + 6};" in whole and "all:1" not in whole


def test_marks_stand_in_a_column_of_their_own() -> None:
    line = [Run("Chief", note=2), Run(" of Staff", note=2)]
    out = document([Fields([("since 2022", line)])], WIDE)
    assert out.count("[2]") == 1 and out.index("[2]") > out.index("of Staff")


LONG_DATES = ("9 March 2011 – 2 March 2016", "between 1 and 31 July 2025")


def lefts_and_lines(blocks: list[Block], width: int) -> dict[str, tuple[float, int]]:
    """Where each paragraph of a page begins, in px, and of how many lines it is."""
    look = look_of(QApplication.palette(), QApplication.font(), width)
    set_text = QTextDocument()
    font = QApplication.font()
    font.setPixelSize(look.body)
    set_text.setDefaultFont(font)
    set_text.setTextWidth(width - 2 * look.margin)
    set_text.setHtml(document(blocks, look.with_labels(longest_label(blocks))))
    layout, found = set_text.documentLayout(), {}
    block = set_text.begin()
    while block.isValid():
        left = layout.blockBoundingRect(block).left()
        found[block.text().translate(UNSEEN)] = (left, block.layout().lineCount())
        block = block.next()
    return found


@pytest.mark.parametrize("width", [640, 700, 1000, 1500])
@pytest.mark.parametrize("date", LONG_DATES)
def test_no_date_wraps_where_there_is_room(qtbot: QtBot, width: int, date: str) -> None:
    found = lefts_and_lines([Chronology([Entry(date, "Minister of Foreign Affairs")])], width)
    assert found[date][1] == 1


@pytest.mark.parametrize("width", [700, 1500])
def test_what_has_no_label_stands_in_the_column_of_what_has_one(qtbot: QtBot, width: int) -> None:
    sections = [
        Chronology([Entry("since 2022", "Minister")]),
        Chronology([Entry("", "Chairman")]),
        Fields([("", "Ishaq Dar")]),
        Fields([("Born", "1950")]),
        Fields([("freebase", "/m/1")], is_folded=True),
    ]
    found = lefts_and_lines(sections, width)
    said = ("Minister", "Chairman", "Ishaq Dar", "1950", "Identifiers in files (1)")
    assert len({found[text][0] for text in said}) == 1


def test_a_card_of_a_narrow_page_begins_with_no_empty_line() -> None:
    table = TableBlock(["Office", "Holder"], [["Member", "Adams"], ["", "Aylward"]])
    assert '<p style="margin: 6px 0 2px 0"><br>' not in document([table], NARROW)


def test_narrow_pages_have_no_columns() -> None:
    table = TableBlock(["Party", "Act"], [["Kenya", "signed"]])
    assert "<table" not in document([Fields([("a", "b")]), table], NARROW)


def test_prose_that_is_read_from_the_right_is_set_from_the_right() -> None:
    assert 'dir="rtl"' in document([Paragraph("وزیر خارجہ نے کہا کہ " * 5)], WIDE)
    assert 'dir="rtl"' not in document([Fields([("Native", "اسحاق ڈار")])], WIDE)


def test_a_line_of_several_texts_is_read_from_the_side_of_the_page() -> None:
    """A source with an Arabic title is no Arabic prose: its address stays in one piece."""
    title = "بيان مشترك عن التعاون بين البلدين في المعادن والطاقة والتجارة"
    source = [Run("“"), Run(title), Run("”, 2025. "), Run("https://example.org/x")]
    assert direction(source) == "ltr"
    assert direction(title) == "rtl"


def test_a_page_shows_the_beginning_of_a_text_of_millions_of_letters(qtbot: QtBot) -> None:
    text = "A life of many words. " * 600_000
    for block in (Paragraph(text), Fields([("Biography", text)]), Bullets([text])):
        shown = words([block])
        assert text[:90_000] in shown and len(shown) < 110_000
        assert "13,100,000 more letters are in the form." in shown
