"""Several records become a sheet each, or one together where their form is for all of them."""

from __future__ import annotations

import pytest

from db import Person, Refused, Stopped, Store
from desktop.paper.sheets.several import form_of, lines_sheet_of, sheets_of
from tests.desktop.paper.conftest import LENS, NOW, key_of, saved
from tests.desktop.paper.words import words


def titles(store: Store, form: str, *names: str) -> list[str]:
    ids = [key_of(store, name) for name in names]
    return [sheet.title for sheet in sheets_of(form, ids, store.reader, LENS, "desk", NOW)]


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("person", "biography"),
        ("organization", "organization"),
        ("agreement", "agreement"),
        ("event", "event"),
    ],
)
def test_every_kind_has_a_form_of_its_own(kind: str, form: str) -> None:
    assert form_of(kind) == form


def test_each_record_has_the_form_of_its_kind(full: Store) -> None:
    names = ("Ishaq Dar", "Treaty of Strelsau", "Lahore summit")
    assert titles(full, "", *names) == list(names)


def test_a_form_that_is_not_for_a_record_is_refused(full: Store) -> None:
    with pytest.raises(Refused):
        titles(full, "biography", "Treaty of Strelsau")


def test_one_event_with_people_is_one_brief_and_several_events_are_several(full: Store) -> None:
    meeting, summit = key_of(full, "Meeting on trade"), key_of(full, "Lahore summit")
    extra = saved(full, Person(title="Ada Extra", country="pk")).id
    one = sheets_of("brief", [meeting, extra], full.reader, LENS, "desk", NOW)
    assert len(one) == 1
    assert "Ada Extra" in words(one[0], "Participants")
    with pytest.raises(Refused, match="Nobody is named there to meet"):
        sheets_of("brief", [meeting, summit], full.reader, LENS, "desk", NOW)


def test_an_agreement_cannot_meet_anybody(full: Store) -> None:
    with pytest.raises(Refused, match="is an agreement; a brief is for an event or for people"):
        titles(full, "brief", "Treaty of Strelsau")


def test_the_work_can_be_given_up_between_two_sheets(full: Store) -> None:
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise Stopped

    ids = [key_of(full, name) for name in ("Ishaq Dar", "Brad Cooper")]
    with pytest.raises(Stopped):
        sheets_of("", ids, full.reader, LENS, "desk", NOW, progress=stop)
    assert told == [(0, 2), (1, 2)]


@pytest.mark.parametrize("form", ["chronology", "list"])
def test_lines_become_one_sheet_marked_as_high_as_asked(full: Store, form: str) -> None:
    lines = full.reader.lines([key_of(full, "Lahore summit")], LENS)
    sheet = lines_sheet_of(form, lines, full.reader, LENS, "desk", "Events", marking=2, now=NOW)
    assert sheet.title == "Events"
    assert sheet.marking == "CONFIDENTIAL"
    assert "Lahore summit" in words(sheet)
