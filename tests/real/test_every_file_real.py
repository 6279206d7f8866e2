"""Every real file is previewed with nothing unexplained: each row counted, each column told."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import DeskError, ImportReport, Lens, Refused, import_files, make_desk, open_desk
from db.exchange.files.table_file import open_table

LENS = Lens("2025-09-15")
FOLDERS = ("csv", "vcards", "treaties", "popolo", "ministers", "travels")
LARGE = "treaties/iea-memb.xlsx"
TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")


def kinds_of(report: ImportReport, is_popolo: bool) -> set[str]:
    """The kinds that rows of the file are about; an object of Popolo may be of any."""
    own = {*report.updated, *report.unchanged, *report.joined}
    return own | set(report.created) if is_popolo else own


def uneven_counts(report: ImportReport, is_popolo: bool) -> list[str]:
    """Say of which kind rows were read that are not made, known, joined or refused."""
    counts = {
        kind: sum(
            each.get(kind, 0)
            for each in (report.created, report.updated, report.unchanged, report.joined)
        )
        for kind in kinds_of(report, is_popolo)
    }
    total = sum(counts.values()) + len(report.rejected)
    return [] if total >= report.read else [f"{report.read} read, {total} told: {counts}"]


def untold_columns(path: Path, report: ImportReport) -> set[str]:
    """The columns with values that are neither mapped nor listed as left out."""
    table = open_table(path)
    told = " ".join(report.mapping.values())
    untold = {each for each in table.headers if each not in told} - set(report.left_out)
    filled = {
        heading
        for _, cells in table.rows
        for heading, cell in zip(table.headers, cells, strict=True)
        if cell
    }
    return untold & filled


def faults_of(path: Path, desk: Path) -> list[str]:
    """Say what the preview of a file leaves unexplained."""
    with open_desk(desk) as store:
        try:
            report = import_files(store, [path], LENS, preview=True)
        except DeskError as refusal:
            says = str(refusal)
            is_told = says.endswith(".") and says.startswith((path.name, "The columns ("))
            return [] if is_told and isinstance(refusal, Refused) else [says]
    faults = [] if report.read else ["nothing was read"]
    faults += uneven_counts(report, path.suffix == ".json")
    remarks = (*report.rejected, *report.flagged)
    faults += [each["why"] for each in remarks if not each["why"].strip().endswith((".", ")"))]
    if path.suffix in TABLES:
        faults += [f"{each} is not told" for each in untold_columns(path, report)]
    return faults


@pytest.mark.parametrize("folder", [*FOLDERS, pytest.param(LARGE, marks=pytest.mark.slow)])
def test_every_file_is_previewed_with_nothing_unexplained(
    real_data: Path, tmp_path: Path, folder: str
) -> None:
    desk, place = tmp_path / "a.desk", real_data / folder
    make_desk(desk)
    files = [place] if place.is_file() else [each for each in place.rglob("*") if each.is_file()]
    files = [each for each in files if folder == LARGE or each != real_data / LARGE]
    faults = {each.name: said for each in files if (said := faults_of(each, desk))}
    assert files and faults == {}
