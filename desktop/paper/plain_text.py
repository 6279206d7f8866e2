"""Sheets as plain text, to be pasted into a message: every word in its order, no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from desktop.paper.content.blocks import (
    Bullets,
    Chronology,
    Contents,
    Endnotes,
    Fields,
    Heading,
    Line,
    Paragraph,
    Quotation,
    Sheet,
    TableBlock,
    Tree,
    runs,
)
from desktop.paper.content.printable_text import printable


def plain_text(sheets: Iterable[Sheet]) -> str:
    """Return all sheets, an empty line between their parts.

    >>> print(plain_text([Sheet("Dar", [Heading("Offices"), Bullets(["Minister"])])]))
    DAR
    <BLANKLINE>
    Offices
    <BLANKLINE>
    – Minister
    <BLANKLINE>
    """
    return "\n\n\n".join("\n\n".join(filter(None, _parts(sheet))) for sheet in sheets) + "\n"


def _parts(sheet: Sheet) -> Iterator[str]:
    yield sheet.marking
    yield _plain(sheet.title or sheet.words.untitled).upper()
    yield printable(sheet.native)
    yield _plain(sheet.subtitle)
    yield ", ".join(filter(None, (sheet.as_of, sheet.checked)))
    for block in sheet.blocks:
        yield "\n".join(filter(None, WORDS_OF_BLOCKS[type(block)](block)))
    yield sheet.withheld_text
    yield ", ".join(filter(None, (sheet.desk, sheet.printed)))


def _plain(line: Line) -> str:
    """Return a line with the numbers of its notes in brackets."""
    parts = (
        printable(run.text) + (f" [{run.note}]" if run.note is not None else "")
        for run in runs(line)
    )
    return "".join(parts).replace("\u200b", "")


def _rows(rows: Iterable[Iterable[Line]], between: str) -> Iterator[str]:
    return (between.join(filter(None, map(_plain, row))) for row in rows)


def _table(block: TableBlock) -> Iterator[str]:
    return ("\t".join(map(_plain, row)) for row in (block.head, *block.rows))


def _quotation(block: Quotation) -> Iterator[str]:
    source = f" [{block.source}]" if block.source is not None else ""
    yield f"“{_plain(block.text)}”{source}"
    yield f"— {block.who}" if block.who else ""


def _endnotes(block: Endnotes) -> Iterator[str]:
    if block.rows:
        yield block.title
        yield from (f"[{number}] {_plain(text)}" for number, text in block.rows)


def _tree(block: Tree) -> Iterator[str]:
    for node in block.nodes:
        yield f"{'  ' * node.depth}{_plain(node.title)}"
        yield from (f"{'  ' * node.depth}  – {_plain(row)}" for row in node.rows)


WORDS_OF_BLOCKS: dict[type, Callable[[Any], Iterable[str]]] = {
    Heading: lambda block: [_plain(block.text)],
    Fields: lambda block: _rows(block.rows, ": "),
    Paragraph: lambda block: [_plain(block.text)],
    TableBlock: _table,
    Chronology: lambda block: _rows(((row.when, row.what, row.aside) for row in block.rows), "  "),
    Quotation: _quotation,
    Bullets: lambda block: (f"– {_plain(row)}" for row in block.rows),
    Endnotes: _endnotes,
    Contents: lambda block: [],
    Tree: _tree,
}
