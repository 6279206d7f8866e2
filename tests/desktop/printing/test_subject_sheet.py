"""“All we hold on …” is one sheet: every field, line, trace and change, marked as high as any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import HIGHEST, Note, TracePlace, judge_different
from desktop.paper.outputs import OUTPUTS
from desktop.paper.plain_text import plain_text
from desktop.printing.subject_sheet import change_rows, own_facts, part_text, subject_sheet
from tests.db.conftest import Small, small_desk


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Small]:
    with small_desk(tmp_path) as found:
        yield found


def text_of(small: Small) -> str:
    sheet = subject_sheet(small.munir.id, small.store.reader, small.lens, "Desk")
    return plain_text([sheet]).casefold()


def test_the_sheet_tells_fields_lines_traces_and_changes(small: Small) -> None:
    store = small.store
    person = small.fresh(small.munir)
    person.biography = "A life of service"
    person.notes = [Note(text="Prefers tea", marking=1)]
    store.save(person, small.lens)
    with store.unit_of_work("Judge") as work:
        judge_different(work, small.munir.id, small.army.id)
    said = text_of(small)
    for each in (
        "All we hold on",
        small.fresh(small.munir).uid,
        "A life of service",
        "Prefers tea",
        "[restricted]",
        "Other records that name it",
        "History",
        "What each change did",
        "Judged not to be the same",
        "Pakistan Army",
    ):
        assert each.casefold() in said, each


def test_the_sheet_is_marked_as_high_as_anything_on_it(small: Small) -> None:
    person = small.fresh(small.munir)
    person.notes = [Note(text="Prefers tea", marking=HIGHEST)]
    small.store.save(person, small.lens)
    sheet = subject_sheet(small.munir.id, small.store.reader, small.lens, "Desk")
    assert sheet.marking == "SECRET" and not sheet.is_open


def test_a_record_that_was_made_is_told_whole(small: Small) -> None:
    report = small.store.reader.subject(small.munir.id, small.lens)
    rows = change_rows(report.changes[-1])
    assert {before for _, before, _ in rows} == {""}
    assert ("Name", "", "Asim Munir") in rows
    assert dict(own_facts(report.record))["Marking"] == "open"
    assert part_text(Note(text="x", marking=2)).endswith("[confidential]")
    assert report.at(TracePlace.RECORD) and ".pdf" in OUTPUTS
