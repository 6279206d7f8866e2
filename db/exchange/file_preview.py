"""What a file is, told from its first rows; the import dialog asks."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from db.exchange.files.table_file import open_table
from db.exchange.placing.import_report import FileLook
from db.exchange.popolo.popolo_file import is_json, read_popolo
from db.exchange.popolo.popolo_table import first_rows

MAX_EXAMPLE_ROWS = 200  # rows looked through for an example of each column
MAX_EXAMPLE_LETTERS = 120  # characters of an example


def look_at_file(path: Path, kind: str | None = None) -> FileLook:
    """Tell what a table or a Popolo file is, before it is imported; `kind` is what it lists.

    Raises Refused when it holds neither, Unavailable when it cannot be read.
    """
    if is_json(path):
        return _look_at_popolo(path, kind)
    table = open_table(path)
    examples = [""] * len(table.headers)
    for _, cells in islice(table.rows, MAX_EXAMPLE_ROWS):
        for place, cell in enumerate(cells):
            if not examples[place]:
                examples[place] = _example(cell)
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


def _look_at_popolo(path: Path, kind: str | None) -> FileLook:
    file = read_popolo(path, kind)
    found = {heading: _example(value) for heading, value in first_rows(file)}
    lists = tuple((name, len(things)) for name, things in file.lists.items() if things)
    size = path.stat().st_size
    return FileLook(
        path.name, size, "", file.encoding, "", tuple(found), tuple(found.values()), lists
    )


def _example(text: str) -> str:
    return " ".join(text[: 2 * MAX_EXAMPLE_LETTERS].split())[:MAX_EXAMPLE_LETTERS]
