"""A list as CSV or as a workbook: its columns in order, and no cell that a program would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import BinaryIO

from db.errors import Refused
from db.exchange.export.export_job import ExportJob
from db.exchange.export.table_columns import Cell, TableColumn, table_columns, table_rows
from db.exchange.export.table_losses import count_losses
from db.exchange.export.workbook_file import NOT_IN_XML, BookCell, WorkbookFile
from db.vocabulary.kinds import PLURALS

MAX_CELL_LETTERS = 32_767  # what a cell of a workbook can hold
MAX_SHEET_ROWS = 1_048_576
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_DEFUSED = "Cells that began as a formula and have an apostrophe before them"
_CUT = "Characters of long texts"


def write_csv(job: ExportJob, file: BinaryIO) -> None:
    """Write one kind as UTF-8 CSV with its byte mark, which spreadsheet programs look for."""
    kind, columns = _only_kind(job)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow([column.label for column in columns])
    for row in table_rows(job, kind, columns):
        writer.writerow([_defuse(job, cell) for cell in row])
    count_losses(job, kind, [column.name for column in columns])
    text.flush()
    text.detach()


def _defuse(job: ExportJob, cell: Cell) -> str:
    """Return a cell as text that no spreadsheet program takes for a formula.

    A number of ours is a number and stays as it is.
    """
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = "" if cell is None else str(cell)
    if isinstance(cell, str) and text.startswith(_FORMULA_SIGNS):
        job.report.lost[_DEFUSED] += 1
        return f"'{text}"
    return text


def write_workbook(job: ExportJob, file: BinaryIO) -> None:
    """Write a sheet for each kind; days are days, every text is a text."""
    book = WorkbookFile(file)
    for kind, ids in job.ids.items():
        if len(ids) >= MAX_SHEET_ROWS:
            raise Refused(
                f"A sheet holds {MAX_SHEET_ROWS - 1:,} rows; these are {len(ids):,}"
                f" {PLURALS[kind]}. Choose fewer, or write them as .csv."
            )
        columns = table_columns(kind, job.columns)
        book.write_sheet(
            PLURALS[kind].capitalize(), [*map(_width, columns)], _book_rows(job, kind, columns)
        )
        count_losses(job, kind, [column.name for column in columns])
    book.close()


def _book_rows(
    job: ExportJob, kind: str, columns: Sequence[TableColumn]
) -> Iterator[Sequence[BookCell]]:
    """Yield the heading and the rows of a kind as a sheet takes them."""
    yield [column.label for column in columns]
    for row in table_rows(job, kind, columns):
        if all(map(_is_plain, row)):
            yield row
        else:
            yield [cell if _is_plain(cell) else _book_cell(job, cell) for cell in row]


def _is_plain(cell: Cell) -> bool:
    """Say whether a sheet takes a cell as it is: most are a word or a name."""
    if type(cell) is str:
        return len(cell) <= MAX_CELL_LETTERS and cell.isprintable()
    return not isinstance(cell, (bool, str))


def _book_cell(job: ExportJob, cell: Cell) -> BookCell:
    """Return what a sheet can hold of a cell; what is cut off is counted."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if not isinstance(cell, str):
        return cell
    text = NOT_IN_XML.sub("", cell)[:MAX_CELL_LETTERS]
    job.report.lost[_CUT] += len(cell) - len(text)
    return text


def _only_kind(job: ExportJob) -> tuple[str, list[TableColumn]]:
    kinds = list(_filled_kinds(job)) or list(job.ids)
    if len(kinds) != 1:
        kind_names = " and ".join(PLURALS[kind] for kind in kinds)
        raise Refused(
            f"A .csv file holds one kind, these are {kind_names}; choose one, or write them as"
            " .xlsx."
        )
    return kinds[0], table_columns(kinds[0], job.columns)


def _filled_kinds(job: ExportJob) -> Iterator[str]:
    return (kind for kind, ids in job.ids.items() if ids)


def _width(column: TableColumn) -> int:
    """Return the width of a column in characters, by what its heading promises."""
    return 40 if column.label in ("Name", "Title", "Office", "Parties", "Participants") else 18
