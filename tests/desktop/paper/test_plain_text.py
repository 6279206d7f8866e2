"""Every word of a sheet is in its plain text, in the order in which it is read."""

from typing import get_args

from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Endnotes,
    Entry,
    Fields,
    Heading,
    Paragraph,
    Quotation,
    Run,
    Sheet,
    TableBlock,
)
from desktop.paper.plain_text import WORDS_OF_BLOCKS, plain_text

SHEET = Sheet(
    "Ishaq Dar",
    [
        Heading("Address"),
        Fields([("Spoken", ("Mr ", Run("Dar", note=1)))]),
        Paragraph("He <b>met</b> #them."),
        TableBlock(["Party", "Act"], [["Pakistan", "signed"]]),
        Chronology([Entry("in July 2025", "A call", "by telephone")]),
        Quotation("we agree", 1, "the Minister"),
        Bullets(["one", "two"]),
        Endnotes([(1, "A call, 2025")]),
    ],
    "Foreign Minister",
    native="اسحاق ڈار",
    marking="RESTRICTED",
    as_of="as of 1 May 2025",
    printed="printed today",
    desk="Lahore desk",
    withheld=2,
)


def test_every_word_is_there_in_its_order() -> None:
    assert plain_text([SHEET]).split("\n\n") == [
        "RESTRICTED",
        "ISHAQ DAR",
        "اسحاق ڈار",
        "Foreign Minister",
        "as of 1 May 2025",
        "Address",
        "Spoken: Mr Dar [1]",
        "He <b>met</b> #them.",
        "Party\tAct\nPakistan\tsigned",
        "in July 2025  A call  by telephone",
        "“we agree” [1]\n— the Minister",
        "– one\n– two",
        "Sources\n[1] A call, 2025",
        "2 items withheld above this sheet’s ceiling.",
        "Lahore desk, printed today\n",
    ]


def test_every_kind_of_block_has_its_words() -> None:
    assert set(get_args(Block)) <= set(WORDS_OF_BLOCKS)
