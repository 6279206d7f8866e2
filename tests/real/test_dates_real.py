"""Dates against the test strings of other EDTF projects, and the dates of real registers."""

import csv
from pathlib import Path

import pytest

from db.dates import HistoricalDate, describe_date, is_edtf
from db.errors import Refused


@pytest.fixture
def cases(real_data: Path) -> list[dict[str, str]]:
    path = real_data / "dates" / "edtf_cases.csv"
    if not path.is_file():
        pytest.skip(f"There are no EDTF strings at {path}.")
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["unanimous"] == "1"]


def test_what_all_projects_call_valid_is_edtf_and_is_read(cases: list[dict[str, str]]) -> None:
    valid = [row["string"] for row in cases if row["label"] == "1"]
    assert valid
    assert [text for text in valid if not is_edtf(text)] == []
    assert [text for text in valid if not describe_date(text)["valid"]] == []


def test_what_all_projects_call_invalid_is_refused(cases: list[dict[str, str]]) -> None:
    invalid = [row["string"] for row in cases if row["label"] == "0"]
    assert invalid
    assert [text for text in invalid if is_edtf(text)] == []
    assert [text for text in invalid if describe_date(text)["valid"]] == []


def test_bounds_are_those_given(cases: list[dict[str, str]]) -> None:
    for row in cases:
        if row["label"] == "1" and (row["lower"] or row["upper"]):
            found = HistoricalDate.parse(row["string"])
            assert (found.first or "", found.last or "") == (row["lower"], row["upper"]), row


def test_every_valid_string_survives_the_round_trip(cases: list[dict[str, str]]) -> None:
    for row in cases:
        if row["label"] == "1":
            found = HistoricalDate.parse(row["string"])
            again = HistoricalDate.parse(found.edtf)
            assert (again.edtf, again.first, again.last) == (found.edtf, found.first, found.last)
            spoken = HistoricalDate.parse(again.phrase())
            assert (spoken.first, spoken.last) == (found.first, found.last), again.phrase()


def test_no_hostile_string_breaks_the_reader(real_data: Path) -> None:
    folder = real_data / "text"
    if not folder.is_dir():
        pytest.skip(f"There are no hostile strings in {folder}.")
    lines = {
        line
        for path in folder.iterdir()
        if path.is_file()
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
    }
    assert lines
    for line in lines:
        try:
            HistoricalDate.parse(line)
        except Refused as refused:
            assert len(str(refused)) < 300
