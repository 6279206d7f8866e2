"""What a table file is, told from its first rows; `db.imports` asks for the window's preview."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from db.exchange.files import open_table
from db.imports import FileLook

SEEN = 200  # rows looked through for an example of each column
LENGTH = 120  # characters of an example


def look_at(path: Path) -> FileLook:
    """See `db.imports.look_at_file`."""
    table = open_table(path)
    examples = [""] * len(table.headers)
    for _, cells in islice(table.rows, SEEN):
        for place, cell in enumerate(cells):
            if not examples[place]:
                examples[place] = " ".join(cell[: 2 * LENGTH].split())[:LENGTH]
        if all(examples):
            break
    return FileLook(
        path.name,
        path.stat().st_size,
        table.sheet,
        table.encoding,
        table.delimiter,
        table.headers,
        tuple(examples),
    )
