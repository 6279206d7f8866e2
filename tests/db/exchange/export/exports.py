"""Exporting a desk in a test, and what lies in the file; the tests of each format ask."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from db import DEFAULT_ORDER, KINDS, ExportReport, Lens, Store, export_records

LENS = Lens("2025-09-15")


def export_all(
    store: Store,
    path: Path,
    lens: Lens = LENS,
    *,
    kinds: Sequence[str] = KINDS,
    columns: Sequence[str] = (),
) -> ExportReport:
    """Export all records of some kinds in the order of their lists."""
    reader = store.reader
    ids = {kind: reader.all_ids(kind, lens, DEFAULT_ORDER[kind]) for kind in kinds}
    return export_records(reader, path, ids, lens, columns=columns)


def text_of(path: Path) -> str:
    """All that can be read in a file, in those that a zip holds too."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
