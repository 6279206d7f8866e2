"""Counts, files and outcomes are told in whole words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db import TARGETS, FileLook, ImportReport
from desktop.importing.import_words import (
    KIND_NAMES,
    KINDS,
    MAX_DESCRIBED_FILES,
    count_phrase,
    done_text,
    faults_text,
    file_kind,
    files_text,
    look_text,
    target_text,
)

LOOK = FileLook("a.csv", 1500, "", "utf-8", ",", ("name", "born"), ("Ada", "1815"))


def test_every_target_is_told_in_words() -> None:
    for kind, targets in TARGETS.items():
        for target in targets:
            for name in (target, f"{kind}.{target}"):
                assert "_" not in target_text(name)


def test_what_is_none_is_left_out_and_one_is_no_plural() -> None:
    assert count_phrase({"events": 427, "people": 1, "offices": 0}) == "427 events, 1 person"
    assert KINDS.keys() == KIND_NAMES.keys()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("id", "the row's own identity"),
        ("born", "born"),
        ("people.native_name", "People: native name"),
        ("tenures.since", "Tenures: since"),
    ],
)
def test_a_target_is_told_in_words(target: str, said: str) -> None:
    assert target_text(target) == said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "text in UTF-8, comma-separated, 2 columns, 1.5 kB"),
        ({"delimiter": "^"}, "text in UTF-8, separated by “^”, 2 columns, 1.5 kB"),
        ({"delimiter": "", "sheet": "Sheet1"}, "spreadsheet, sheet “Sheet1”, 2 columns, 1.5 kB"),
        ({"headings": ("name",)}, "text in UTF-8, comma-separated, 1 column, 1.5 kB"),
        (
            {"lists": (("memberships", 1), ("persons", 2))},
            "Popolo in UTF-8: 2 persons, 1 membership, 1.5 kB",
        ),
        (
            {"lists": (("cards", 3),), "format": "vCard"},
            "vCard in UTF-8: 3 cards, 1.5 kB",
        ),
    ],
)
def test_a_file_is_told_in_one_line(changed: dict[str, object], said: str) -> None:
    assert look_text(replace(LOOK, **changed)) == said


def test_of_many_files_the_first_are_named() -> None:
    paths = [Path(f"{n}.csv") for n in range(MAX_DESCRIBED_FILES + 2)]
    lines = files_text(paths, [LOOK]).splitlines()
    assert lines[0].startswith("0.csv: text in UTF-8")
    assert lines[1] == "1.csv"
    assert lines[-1] == "and 2 more"


def test_what_an_import_did_is_a_sentence(report: ImportReport) -> None:
    assert done_text(report) == (
        "2 events imported; 1 person made because rows name them. "
        "Refused: 1 row; to check: 1 remark."
    )
    assert file_kind(report) == "events"


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ImportReport(), "No row of the file was imported."),
        (
            ImportReport(unchanged={"people": 3}),
            "Everything in the file is on the desk already; nothing was changed.",
        ),
        (ImportReport(updated={"people": 2}), "2 people updated."),
    ],
)
def test_an_import_that_made_nothing_says_so(report: ImportReport, said: str) -> None:
    assert done_text(report) == said
    assert faults_text(report) == ""
