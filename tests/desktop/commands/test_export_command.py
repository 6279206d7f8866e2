"""`export`: what is printed of it, its exit status, and what is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.desktop.commands.conftest import Command


def test_the_report_has_the_keys_of_the_contract(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    out = tmp_path / "all.json"
    outcome = command("export", desk, out, "--json")
    assert outcome.status == 0
    assert list(outcome.data) == ["written", "withheld", "lost", "file"]
    assert outcome.data["written"] == {"people": 7, "organizations": 12, "events": 10}
    assert {"what": "Agreements", "n": 4} in outcome.data["lost"]
    assert outcome.data["file"] == str(out) and out.exists()


def test_a_query_and_columns_choose_what_is_written(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    out = tmp_path / "people.csv"
    words = ["--kind", "people", "--query", "country:pk", "--columns", "name,country"]
    outcome = command("export", desk, out, *words, "--json")
    assert outcome.data["written"] == {"people": 2}
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:2] == ["Name", "Nationality"]
    assert {row[0] for row in rows[1:]} == {"Asim Munir", "Ishaq Dar"}


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["x.doc"], 2, "ends as no format"),
        (["x.json", "--columns", "name"], 2, "--columns is for"),
        (["x.csv", "--kind", "tenures"], 2, "tenures"),
        (["x.csv"], 3, "one kind"),
        (["x.csv", "--kind", "people", "--columns", "hat"], 3, "no column of people"),
        (["nowhere/x.json"], 3, "nowhere"),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(
    command: Command, desk: Path, tmp_path: Path, words: list[str], status: int, says: str
) -> None:
    outcome = command("export", desk, tmp_path / words[0], *words[1:])
    assert outcome.status == status and says in outcome.err
    assert not (tmp_path / words[0]).exists()


def test_records_above_the_ceiling_are_counted_and_not_written(
    command: Command, desk: Path, tmp_path: Path
) -> None:
    uid = command("search", desk, "munir", "--json").data["hits"][0]["uid"]
    command("edit", desk, uid, "marking=secret")
    out = tmp_path / "all.zip"
    outcome = command("export", desk, out, "--ceiling", "restricted", "--json")
    assert outcome.data["withheld"] >= 1 and outcome.data["written"]["people"] == 6
