"""The columns of an exported table: those of the list, or fields by name; days are days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db import COLUMNS, KINDS, Refused
from db.exchange.export.export_job import ExportJob
from db.exchange.export.export_report import ExportReport
from db.exchange.export.table_columns import table_columns, table_rows
from db.progress import PacedProgress
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS


def rows_of(small: Small, kind: str, key: int, *names: str) -> list[list[object]]:
    report = ExportReport(Path("x.csv"))
    job = ExportJob(small.store.reader, LENS, {kind: [key]}, names, report, PacedProgress(None))
    return list(table_rows(job, kind, table_columns(kind, names)))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_without_names_they_are_those_of_the_list_and_the_marking(kind: str) -> None:
    labels = [column.label for column in table_columns(kind, ())]
    assert labels[: len(COLUMNS[kind])] == [column.label for column in COLUMNS[kind]]
    assert "Marking" in labels


def test_a_row_is_what_the_list_shows(small: Small) -> None:
    assert rows_of(small, "person", small.munir.id, "name", "office", "country") == [
        ["Asim Munir", "Field Marshal · Chief of Army Staff, Pakistan Army", "Pakistan", "open"]
    ] or rows_of(small, "person", small.munir.id, "name", "country") == [
        ["Asim Munir", "Pakistan", "open"]
    ]


def test_a_day_is_a_day_and_what_is_less_known_is_words(small: Small) -> None:
    assert rows_of(small, "event", small.call.id, "when", "start") == [
        [date(2025, 9, 15), date(2025, 9, 15), "open"]
    ]
    assert rows_of(small, "agreement", small.pact.id, "date", "concluded") == [
        ["September 2025", "September 2025", "open"]
    ]


def test_fields_are_told_as_people_read_them(small: Small) -> None:
    assert rows_of(small, "person", small.munir.id, "family", "topics", "gender") == [
        ["Munir", "army", "", "open"]
    ]


def test_a_column_that_is_none_is_refused_with_those_there_are(small: Small) -> None:
    with pytest.raises(Refused, match="“hat” is no column of people; they have name, office"):
        table_columns("person", ["hat"])
