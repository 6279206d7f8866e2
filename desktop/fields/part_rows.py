"""A row of a parts table while it is edited: the part it came from and what its cells hold now.

Tables change rows in place; the form asks them for parts, problems and the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any

from db import Part, Refused, attachment_of, copy_with
from desktop.fields.field_contents import Content, Unread, decode, encode
from desktop.fields.field_types import PartsTableSpec


@dataclass(slots=True)
class PartRow:
    """`cells` by the names of the table's fields; `inner` are the rows of the table inside."""

    origin: Part
    cells: dict[str, Content]
    inner: list[PartRow] = field(default_factory=list)
    path: str = ""  # of the file that a new attachment was read from


def row_of_file(path: str, parts: PartsTableSpec) -> PartRow:
    """Return the row that attaches a file; raises Refused when it cannot be."""
    row = row_of(attachment_of(Path(path)), parts)
    row.path = path
    return row


def row_of(part: Part, parts: PartsTableSpec) -> PartRow:
    """Return the row that shows a part."""
    cells = {item.name: attrgetter(item.name)(part) for item in parts.fields()}
    inner = (
        [row_of(item, parts.inner) for item in getattr(part, parts.inner.name)]
        if (parts.inner)
        else []
    )
    return PartRow(part, cells, inner)


def new_row(parts: PartsTableSpec) -> PartRow:
    """Return a row of which nothing is typed yet."""
    return row_of(parts.of(), parts)


def is_blank(row: PartRow, parts: PartsTableSpec) -> bool:
    """Say whether nothing was typed into a new row."""
    return not (row.origin.id or row.inner or row.path) and row.cells == new_row(parts).cells


def part_of(row: PartRow, parts: PartsTableSpec) -> Part:
    """Return the part a row now says. Shape as `parts.of`; what the table does not show is kept."""
    values: dict[str, Any] = {}
    deeper: dict[str, dict[str, Any]] = {}
    for name, content in row.cells.items():
        head, _, tail = name.partition(".")
        if tail:
            deeper.setdefault(head, {})[tail] = content
        else:
            values[head] = content
    for head, inside in deeper.items():
        values[head] = copy_with(getattr(row.origin, head), **inside)
    if parts.inner:
        values[parts.inner.name] = parts_of_rows(row.inner, parts.inner)
    return copy_with(row.origin, **values)


def parts_of_rows(rows: Sequence[PartRow], parts: PartsTableSpec) -> list[Part]:
    """Return the parts of a table, in its order."""
    return [part_of(row, parts) for row in rows]


def drop_blank(rows: list[PartRow], parts: PartsTableSpec) -> bool:
    """Take out the rows nothing was typed into; say whether there were any."""
    filled_rows = [row for row in rows if not is_blank(row, parts)]
    dropped = len(filled_rows) < len(rows)
    rows[:] = filled_rows
    inner = parts.inner
    if inner is not None:
        dropped = any(drop_blank(row.inner, inner) for row in rows) or dropped
    return dropped


def unread_in(rows: Sequence[PartRow], parts: PartsTableSpec) -> Iterator[tuple[str, str]]:
    """Yield the path and sentence of every cell that cannot be taken: `tenures[0].until`."""
    for place, row in enumerate(rows):
        path = f"{parts.name}[{place}]"
        for name, content in row.cells.items():
            if isinstance(content, Unread):
                yield f"{path}.{name}", content.why
        if parts.inner:
            for inner, why in unread_in(row.inner, parts.inner):
                yield f"{path}.{inner}", why


def without_unread(row: PartRow, parts: PartsTableSpec) -> PartRow:
    """Return a row with nothing in the cells that cannot be taken, the rows inside too."""
    empty = new_row(parts).cells
    cells = {
        name: empty[name] if isinstance(content, Unread) else content
        for name, content in row.cells.items()
    }
    inner = [without_unread(each, parts.inner) for each in row.inner] if parts.inner else []
    return PartRow(row.origin, cells, inner, row.path)


def write_rows(rows: Sequence[PartRow], parts: PartsTableSpec) -> list[dict[str, Any]]:
    """Return rows as JSON has them: the part's id, what the cells hold, the rows inside."""
    inner = parts.inner
    return [
        {
            "id": row.origin.id,
            "cells": {name: encode(content) for name, content in row.cells.items()},
            "inner": write_rows(row.inner, inner) if inner else [],
            "path": row.path,
        }
        for row in rows
    ]


def read_rows(
    written: Sequence[Any], parts: PartsTableSpec, known: Sequence[Part]
) -> list[PartRow]:
    """Return the rows that `write_rows` wrote, over the parts they came from where these are still
    there.

    A part that has gone since is taken as a new one.
    """
    by_id = {part.id: part for part in known if part.id}
    inner = parts.inner
    rows = []
    for item in written:
        row = row_of(by_id.get(item["id"]) or parts.of(), parts)
        if item["path"]:
            row = _read_file_again(item["path"], parts)
        row.cells |= {
            name: decode(value)
            for name, value in item["cells"].items()
            if name in row.cells and not isinstance(row.cells[name], Unread)
        }
        if inner:
            row.inner = read_rows(item["inner"], inner, getattr(row.origin, inner.name))
        rows.append(row)
    return rows


def _read_file_again(path: str, parts: PartsTableSpec) -> PartRow:
    """Return a draft keeps the place of a file, not its bytes; a file that has gone says so in its
    row.
    """
    try:
        return row_of_file(path, parts)
    except Refused as refused:
        row = new_row(parts)
        row.cells["file_name"] = Unread(Path(path).name, str(refused))
        row.path = path
        return row
