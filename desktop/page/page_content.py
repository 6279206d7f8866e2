"""The blocks of a page: the sections that paper has too, the latest first, and what is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import Lens, Reading
from desktop.page.line_label import MAX_LABEL_LETTERS
from desktop.page.page_status import say
from desktop.paper.content.blocks import Block, Endnotes, Heading, Paragraph, with_field
from desktop.paper.sheets.sheet_forms import SheetFacts, sections


def page_blocks(reading: Reading, lens: Lens, known: SheetFacts | None = None) -> Sequence[Block]:
    """Return what the lens shows of a record, section by section.

    `known` is what `known_around` found: the titles that others had on a day.
    """
    blocks = sections(reading, lens, known, newest_first=True)
    ends = [block for block in blocks if isinstance(block, Endnotes)]
    body = [block for block in blocks if not isinstance(block, Endnotes)]
    return [*body, *_whole_name(reading), *ends, *_withheld(reading.withheld)]


def _whole_name(reading: Reading) -> Iterator[Block]:
    """Yield a name of which the head of the page holds no more than the beginning."""
    if len(reading.record.title) > MAX_LABEL_LETTERS:
        yield Heading(say("Page", "Whole name"))
        yield Paragraph(with_field(reading.record.title, "title"))


def _withheld(count: int) -> Iterator[Block]:
    if count == 1:
        yield Paragraph(say("Page", "1 item withheld above this ceiling."), quiet=True)
    elif count > 1:
        text = say("Page", "{count} items withheld above this ceiling.").format(count=count)
        yield Paragraph(text, quiet=True)
