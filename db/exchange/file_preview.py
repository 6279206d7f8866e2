"""What a file is, told from its first rows; the import dialog asks."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from db.exchange.file_reading import FileReading
from db.exchange.files.table_file import open_table
from db.exchange.placing.import_report import FileLook
from db.exchange.popolo.popolo_file import is_json, read_popolo
from db.exchange.popolo.popolo_table import first_rows

MAX_SHOWN_ROWS = 5_000  # rows that are shown, and looked through for an example of each column
MAX_SHOWN_CELLS = 200_000  # cells of these rows
MAX_EXAMPLE_LETTERS = 120  # characters of an example or a shown cell


def look_at_file(path: Path, how: FileReading | None = None) -> FileLook:
    """Tell what a table or a Popolo file is, before it is imported.

    Raises Refused when it holds neither, Unavailable when it cannot be read.
    """
    how = how or FileReading()
    if is_json(path):
        return _look_at_popolo(path, how.kind)
    table = open_table(path, encoding=how.encoding, sheet=how.sheet, header_row=how.header_row)
    count = max(min(MAX_SHOWN_ROWS, MAX_SHOWN_CELLS // len(table.headers)), 1)
    rows = tuple(
        (number, tuple(map(_example, cells))) for number, cells in islice(table.rows, count)
    )
    examples = [""] * len(table.headers)
    for _, cells in rows:
        examples = [known or cell for known, cell in zip(examples, cells, strict=True)]
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
        rows=rows,
        header_row=table.header_row,
        sheets=table.sheets,
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
