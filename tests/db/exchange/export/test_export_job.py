"""An export's records: each once, in order, counted, with the uids of what they name."""

from __future__ import annotations

from pathlib import Path

from db.exchange.export.export_job import ExportJob
from db.exchange.export.export_report import ExportReport
from db.progress import PacedProgress
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS


def job_of(small: Small, **ids: list[int]) -> ExportJob:
    report = ExportReport(Path("all.zip"))
    return ExportJob(small.store.reader, LENS, ids, (), report, PacedProgress(None))


def test_records_come_in_order_and_are_counted(small: Small) -> None:
    job = job_of(small, organization=[small.state.id, small.army.id], person=[small.munir.id])
    assert [record.title for record in job.records()] == ["Pakistan", "Pakistan Army", "Asim Munir"]
    assert job.report.written == {"organizations": 2, "people": 1}
    assert [record.title for record in job.records("person")] == ["Asim Munir"]


def test_parts_above_the_ceiling_are_counted_as_withheld(small: Small) -> None:
    job = job_of(small, person=[small.munir.id])
    job.lens = type(LENS)(LENS.as_of, 2)
    [munir] = job.records()
    assert munir.notes == [] and job.report.withheld == 1


def test_what_is_named_has_its_uid(small: Small) -> None:
    job = job_of(small, person=[small.munir.id])
    [munir] = job.records()
    [tenure] = munir.tenures  # type: ignore[attr-defined]
    assert tenure.office.organization
    assert job.uid(tenure.office.organization) == small.army.uid
    assert job.office_uid(tenure.office) == small.army.offices[0].uid


def test_kinds_that_a_format_has_no_place_for_are_counted(small: Small) -> None:
    job = job_of(small, agreement=[small.pact.id], person=[small.munir.id], event=[])
    job.lose_kinds("person")
    assert job.report.lost == {"Agreements": 1}
