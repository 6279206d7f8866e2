"""The columns of an exported table: those of a list, and any declared field by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.changes.merging.merging_fields import value_text
from db.dates import HistoricalDate
from db.errors import Refused
from db.exchange.export.export_job import RECORDS_A_BATCH, ExportJob
from db.lists.lines import Line
from db.lists.record_lists import COLUMNS
from db.record_types import RECORD_TYPES, Record
from db.tables.fields import meanings
from db.vocabulary.choices import MARKINGS, choice_text
from db.vocabulary.kinds import PLURALS

Cell = str | int | date | None
_DAYS_OF_LINE = ("date", "when")  # columns of a list that show the days of its span
_SORTS_IN_A_CELL = frozenset((
    "text", "title", "prose", "word", "number", "flag", "day", "date", "marking", "country",
    "reference", "topics",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of the file: its name and heading, and what it takes of a line or a whole record."""

    name: str
    label: str
    of_line: Callable[[Line], Cell] | None = None
    of_record: Callable[[Record], Cell] | None = None


def table_columns(kind: str, names: Sequence[str]) -> list[TableColumn]:
    """Return the columns of these names, those of the list when none is named, and the marking.

    >>> [column.label for column in table_columns("person", ["name", "born"])]
    ['Name', 'Born', 'Marking']
    """
    of_list = {column.key: index for index, column in enumerate(COLUMNS[kind])}
    chosen = dict.fromkeys((*(names or of_list), "marking"))
    of_record = {
        name: meaning
        for name, meaning in meanings(RECORD_TYPES[kind])
        if meaning.sort in _SORTS_IN_A_CELL and name != "id"
    }
    columns = []
    for name in chosen:
        if name in of_list:
            index = of_list[name]
            columns.append(TableColumn(name, COLUMNS[kind][index].label, _take_cell(name, index)))
        elif name == "marking":
            columns.append(TableColumn(name, of_record[name].label, _marking))
        elif name in of_record:
            take = _take_field(name, of_record[name].sort)
            columns.append(TableColumn(name, of_record[name].label, of_record=take))
        else:
            offered = ", ".join(dict.fromkeys((*of_list, *of_record)))
            raise Refused(f"“{name}” is no column of {PLURALS[kind]}; they have {offered}.")
    return columns


def table_rows(job: ExportJob, kind: str, columns: Sequence[TableColumn]) -> Iterator[list[Cell]]:
    """Yield the rows of a kind; whole records are read only where a column asks for more than a
    line.
    """
    ids = job.ids[kind]
    wants_records = any(column.of_record for column in columns)
    office = next((at for at, column in enumerate(columns) if column.name == "office"), None)
    for start in range(0, len(ids), RECORDS_A_BATCH):
        batch = ids[start : start + RECORDS_A_BATCH]
        records = {}
        if wants_records:
            records = job.reader.records(kind, batch, job.lens)
        lines = job.reader.lines(batch, job.lens)
        for line in lines:
            row = [_cell(column, line, records.get(line.id)) for column in columns]
            job.offices_told += office is not None and bool(row[office])
            yield row
        job.report.written[PLURALS[kind]] += len(lines)
        job.pace.step(len(batch))


def _cell(column: TableColumn, line: Line, record: Record | None) -> Cell:
    if column.of_line:
        return column.of_line(line)
    return column.of_record(record) if column.of_record and record else None


def _marking(line: Line) -> Cell:
    return MARKINGS[line.marking]


def _take_cell(name: str, index: int) -> Callable[[Line], Cell]:
    def take(line: Line) -> Cell:
        span = line.span
        if name in _DAYS_OF_LINE and span and span.first and span.first == span.last:
            return _day(span.first) or line.cells[index]
        return line.cells[index]

    return take


def _take_field(name: str, sort: str) -> Callable[[Record], Cell]:
    def take(record: Record) -> Cell:
        value = getattr(record, name)
        if sort == "marking":
            return MARKINGS[value]
        if sort == "topics":
            return "; ".join(value)
        if sort == "word":
            return choice_text(value or "")
        if isinstance(value, HistoricalDate):
            whole = value.first == value.last and value.edtf == value.first
            return (_day(value.edtf) if whole else None) or value.phrase()
        if sort == "day" and value:
            return _day(value)
        return value if isinstance(value, int) else value_text(name, value)

    return take


def _day(iso: str) -> date | None:
    """Return a day as a spreadsheet keeps one, None before 1900, where spreadsheets count wrongly.

    >>> _day("2025-07-14"), _day("1899-12-31")
    (datetime.date(2025, 7, 14), None)
    """
    if not iso[:1].isdecimal() or iso < "1900-03-01":
        return None
    return date.fromisoformat(iso)
