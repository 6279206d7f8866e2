"""The figures of what leaves a desk: the bundle beside a bare dump, a workbook beside openpyxl."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from db import KINDS, Lens, Store, export_records, open_desk
from tests.bench.figure import Figure, against_floor, seconds
from tests.bench.floors import dump_seconds
from tests.bench.ground import Ground

EXPORTS = 3
MAX_EXPORTED = 100_000  # records of a kind, so that a workbook ends within a minute


def bundle(ground: Ground) -> Figure:
    """All records of the desk as the bundle, beside every row of theirs as a bare line of JSON."""
    ours, floor = [], []
    with open_desk(ground.desk, read_only=True) as store:
        ids = {kind: store.reader.all_ids(kind, Lens(), "name") for kind in KINDS}
        for _ in range(EXPORTS):
            ours.append(_export_seconds(store, ground.room / "all.zip", ids))
            floor.append(dump_seconds(ground.desk, ground.room / "rows.jsonl"))
    return against_floor(ours, floor)


def workbook(ground: Ground) -> Figure:
    """The list of people as a workbook, beside the same cells through openpyxl's own writer."""
    path = ground.room / "people.xlsx"
    ours, floor = [], []
    with open_desk(ground.desk, read_only=True) as store:
        ids = {"person": store.reader.all_ids("person", Lens(), "name")[:MAX_EXPORTED]}
        for _ in range(EXPORTS):
            ours.append(_export_seconds(store, path, ids, keep=True))
            cells = list(_cells(path))
            floor.append(seconds(partial(_write_cells, ground.room / "bare.xlsx", cells)))
    path.unlink()
    return against_floor(ours, floor)


def _export_seconds(
    store: Store, path: Path, ids: Mapping[str, Sequence[int]], *, keep: bool = False
) -> float:
    taken = seconds(partial(export_records, store.reader, path, ids, Lens()))
    if not keep:
        path.unlink()
    return taken


def _cells(path: Path) -> Iterator[list[object]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            yield list(row)
    book.close()


def _write_cells(path: Path, rows: list[list[object]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)
    path.unlink()
