"""Tables typed in one line: rows cut at a bar, cells at a semicolon."""

from __future__ import annotations

from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.guess.mapping_guess import guess_map
from db.exchange.mapping.guess.shapes import FileColumn, read_columns


def cells_of(table: str) -> tuple[list[str], list[list[str]]]:
    """The headings and the rows."""
    headings, *rows = [line.split(";") for line in table.split("|")]
    return headings, rows


def guess(table: str, kind: str | None = None, file: str = "list") -> Mapping:
    """What is guessed of a table."""
    return guess_map(*cells_of(table), kind, file)


def sources(mapping: Mapping) -> dict[str, str]:
    """Of each target what it comes from."""
    return {
        target: ", ".join(each.source() for each in maps) for target, maps in mapping.fields.items()
    }


def columns_of(table: str) -> list[FileColumn]:
    """The columns as the guess sees them."""
    return read_columns(*cells_of(table))
