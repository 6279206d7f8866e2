"""The words of a sheet as plain lines, for claims about what it says."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.paper.content.blocks import (
    Block,
    Bullets,
    Chronology,
    Endnotes,
    Fields,
    Heading,
    Paragraph,
    Sheet,
    TableBlock,
    Tree,
    plain,
)


def words(sheet: Sheet, section: str = "") -> str:
    """Every line of a sheet, or those of one section, label and text parted by a bar."""
    told = (block for name, block in _sections(sheet) if section in ("", name))
    # A thin space stands between the marks of two endnotes, which are no words.
    return "\n".join(line for block in told for line in _lines(block)).replace("\u2009", "")


def headings(sheet: Sheet) -> list[str]:
    """The names of a sheet's sections."""
    return [block.text for block in sheet.blocks if isinstance(block, Heading) and block.level == 1]


def _sections(sheet: Sheet) -> Iterator[tuple[str, Block]]:
    name = ""
    for block in sheet.blocks:
        if isinstance(block, Heading) and block.level == 1:
            name = block.text
        elif isinstance(block, Endnotes):
            name = block.title
        yield name, block


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield plain(block.text)
    elif isinstance(block, Fields):
        yield from (f"{plain(label)} | {plain(held)}" for label, held in block.rows)
    elif isinstance(block, Chronology):
        for entry in block.rows:
            yield f"{plain(entry.when)} | {plain(entry.what)} | {plain(entry.aside)}"
    elif isinstance(block, Bullets):
        yield from map(plain, block.rows)
    elif isinstance(block, Endnotes):
        yield from (f"{number} | {plain(text)}" for number, text in block.rows)
    elif isinstance(block, TableBlock):
        yield " | ".join(map(plain, block.head))
        yield from (" | ".join(map(plain, row)) for row in block.rows)
    elif isinstance(block, Tree):
        for node in block.nodes:
            yield " | ".join([f"{'. ' * node.depth}{plain(node.title)}", *map(plain, node.rows)])
