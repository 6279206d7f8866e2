"""What a file is, told from its first rows; the import dialog asks."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

from db.exchange.file_reading import FileReading
from db.exchange.files.table_file import open_table
from db.exchange.object_files import ObjectFile, contacts_of, read_objects
from db.exchange.placing.import_report import FileLook

MAX_SHOWN_ROWS = 5_000  # rows that are shown, and looked through for an example of each column
MAX_SHOWN_CELLS = 200_000  # cells of these rows
MAX_EXAMPLE_LETTERS = 120  # characters of an example or a shown cell


def look_at_file(path: Path, how: FileReading | None = None) -> FileLook:
    """Tell what a table or another file is, before it is imported.

    Raises Refused when it holds neither, Unavailable when it cannot be read.
    """
    how = how or FileReading()
    if (file := read_objects(path, how.kind)) is not None:
        return _look_at_objects(file)
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
    look = FileLook(
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
    contacts = contacts_of(table, how)
    if contacts is None:
        return look
    return replace(look, lists=contacts.lists(), format=contacts.format.name)


def _look_at_objects(file: ObjectFile) -> FileLook:
    found = {heading: _example(value) for heading, value in file.examples().items()}
    path = file.path
    return FileLook(
        path.name, path.stat().st_size, "", file.encoding, "", tuple(found),
        tuple(found.values()), file.lists(), format=file.format.name,
    )  # fmt: skip


def _example(text: str) -> str:
    return " ".join(text[: 2 * MAX_EXAMPLE_LETTERS].split())[:MAX_EXAMPLE_LETTERS]
