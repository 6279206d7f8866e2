"""What would come of an import: counts, which column becomes what, and the faults."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db import FieldMap, FileLook, ImportReport, Mapping
from db.exchange.placing.import_report import SplitName
from desktop.importing.import_choice import Preview
from desktop.importing.import_outcome import ImportOutcome
from desktop.importing.import_words import split_text

LOOK = FileLook("a.csv", 9, "", "utf-8", ",", ("name", "date"), ("Call on cotton", "4 May 2021"))


@pytest.fixture
def outcome(owner: QWidget) -> ImportOutcome:
    return ImportOutcome(owner)


def lines(outcome: ImportOutcome) -> list[list[str]]:
    model = outcome.columns.columns
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def is_open(outcome: ImportOutcome, widget: QWidget) -> bool:
    """Whether the tab that holds a widget is offered."""
    at = outcome.tabs.indexOf(widget.parentWidget())
    return outcome.tabs.isTabVisible(at)


def test_it_is_blank_until_there_is_a_preview(outcome: ImportOutcome) -> None:
    assert lines(outcome) == []
    assert outcome.left_out.isHidden()
    assert not is_open(outcome, outcome.faults) and not is_open(outcome, outcome.rows)


def test_new_changed_and_unchanged_are_counted(
    outcome: ImportOutcome, report: ImportReport
) -> None:
    outcome.show_preview(Preview((LOOK,), report))
    assert [label.text() for label in outcome.counts] == [
        "2 events; only named in rows: 1 person",
        "none",
        "none",
    ]


def test_each_column_says_what_it_becomes_with_an_example(outcome: ImportOutcome) -> None:
    mapping = Mapping(
        "events",
        fields={
            "title": [FieldMap("name")],
            "place": [FieldMap(template="{name}, {date}")],
            "type": [FieldMap(constant="call")],
        },
    )
    outcome.show_preview(Preview((LOOK,), None), 0, mapping)
    assert lines(outcome) == [
        ["name", "title", "Call on cotton"],
        ["date", "left out", "4 May 2021"],
        ["{name}, {date}", "place", "Call on cotton, 4 May 2021"],
        ["always “call”", "type", ""],
    ]


def test_the_fields_of_a_popolo_file_are_told_and_cannot_be_chosen(outcome: ImportOutcome) -> None:
    fields, first = ("persons.name", "persons.born"), ("Ana", "1964")
    look = FileLook("a.json", 9, "", "utf-8", "", fields, first, (("persons", 2),))
    report = ImportReport(created={"people": 2}, mapping={"people.name": "persons.name"})
    outcome.show_preview(Preview((look,), report))
    assert lines(outcome) == [["persons.name", "People: name", "Ana"]]
    assert outcome.columns.columns.targets(0) == []
    assert outcome.hint.isHidden()


def test_rows_that_are_left_out_are_named_and_taken_again(
    outcome: ImportOutcome, report: ImportReport, qtbot: QtBot
) -> None:
    look = replace(LOOK, rows=tuple((number, ("Call", "2021")) for number in range(2, 40)))
    outcome.show_preview(Preview((look,), report), 0, None, frozenset(range(20, 40)))
    named = ", ".join(map(str, range(20, 32)))
    assert outcome.skipped.text() == f"20 rows left out: {named}…"
    with qtbot.waitSignal(outcome.ticked) as told:
        outcome.take_all.click()
    assert told.args == [frozenset()]
    outcome.show_preview(Preview((look,), report))
    assert outcome.take_all.isHidden()
    assert is_open(outcome, outcome.rows) and is_open(outcome, outcome.faults)


def test_what_is_left_out_and_what_is_wrong_are_told(
    outcome: ImportOutcome, report: ImportReport
) -> None:
    outcome.show_preview(Preview((LOOK,), report))
    assert outcome.left_out.text() == "Left out: colour"
    assert outcome.faults_title.text() == "Refused: 1 row; to check: 1 remark."
    outcome.show_preview(Preview((LOOK,), None, "It cannot be read."))
    assert [line[1] for line in lines(outcome)] == ["", ""], "nothing says what they become"
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
