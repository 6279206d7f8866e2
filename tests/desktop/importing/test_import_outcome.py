"""What would come of an import: counts, which column becomes what, and the faults."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from db import FileLook, ImportReport
from db.exchange.placing.import_report import SplitName
from desktop.importing.import_choice import Preview
from desktop.importing.import_outcome import ImportOutcome
from desktop.importing.import_words import split_text

LOOK = FileLook("a.csv", 9, "", "utf-8", ",", ("name", "date"), ("Call on cotton", "4 May 2021"))


@pytest.fixture
def outcome(owner: QWidget) -> ImportOutcome:
    return ImportOutcome(owner)


def lines(outcome: ImportOutcome) -> list[list[str]]:
    table = outcome.columns
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_it_is_blank_until_there_is_a_preview(outcome: ImportOutcome) -> None:
    assert lines(outcome) == []
    assert outcome.left_out.isHidden() and outcome.faults.isHidden()


def test_new_changed_and_unchanged_are_counted(
    outcome: ImportOutcome, report: ImportReport
) -> None:
    outcome.show_preview(Preview((LOOK,), report))
    assert [label.text() for label in outcome.counts] == [
        "2 events; only named in rows: 1 person",
        "none",
        "none",
    ]


def test_each_column_says_what_it_becomes_with_an_example(
    outcome: ImportOutcome, report: ImportReport
) -> None:
    report.mapping |= {"place": "{name}, {date}", "kind": "“call”"}
    outcome.show_preview(Preview((LOOK,), report))
    assert lines(outcome) == [
        ["title", "name", "Call on cotton"],
        ["start", "date", "4 May 2021"],
        ["place", "{name}, {date}", "Call on cotton, 4 May 2021"],
        ["kind", "always “call”", ""],
    ]


def test_what_is_left_out_and_what_is_wrong_are_told(
    outcome: ImportOutcome, report: ImportReport
) -> None:
    outcome.show_preview(Preview((LOOK,), report))
    assert outcome.left_out.text() == "Left out: colour"
    assert outcome.faults_title.text() == "Refused: 1 row; to check: 1 remark."
    outcome.show_preview(Preview((LOOK,), None, "It cannot be read."))
    assert lines(outcome) == []
    assert outcome.left_out.isHidden() and outcome.faults_title.isHidden()


def test_names_that_were_taken_apart_here_are_told(
    outcome: ImportOutcome, report: ImportReport
) -> None:
    outcome.show_preview(Preview((LOOK,), report))
    assert outcome.split.isHidden()
    report.split = 2
    report.split_names = [
        SplitName(row=2, name="Suharto", given="Suharto", family=""),
        SplitName(row=3, name="Ishaq Dar", given="Ishaq", family="Dar"),
    ]
    outcome.show_preview(Preview((LOOK,), report))
    assert not outcome.split.isHidden()
    assert outcome.split.text() == (
        "Given and family name were read from the name of 2 people, not given in the file."
        " For example “Ishaq Dar”: Ishaq is the given name, Dar the family name."
    )
    report.split_names.pop()
    assert split_text(report).endswith("not given in the file.")
