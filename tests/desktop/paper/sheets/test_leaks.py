"""Whatever is marked above the ceiling, every form is printed without it and without refusing."""

from __future__ import annotations

from typing import Any

import pytest

from db import DeskError, Lens, Store
from desktop.paper.content.blocks import Sheet
from desktop.paper.outputs import OUTPUTS
from desktop.paper.sheets.several import lines_sheet_of, sheets_of
from desktop.paper.sheets.sheet_forms import SHEET_FORMS, bind_sheets, lines_sheet
from tests.desktop.paper.conftest import LENS, NOW
from tests.desktop.paper.secrets import SECRET, fill, texts_in
from tests.desktop.paper.words import words

UNDER = Lens(LENS.as_of, 1)
HIDDEN = {  # what each record alone says; a side of an event is called Ruritania by itself
    "Ministry of Foreign Affairs": "Ministry of Foreign Affairs",
    "Ishaq Dar": "Ishaq Dar",
    "Brad Cooper": "Brad Cooper",
    "Treaty of Strelsau": "Strelsau",
    "Protocol of Zenda": "Zenda",
    "Lahore summit": "Lahore summit",
    "Meeting on trade": "Meeting on trade",
}
REFUSALS = ("Nobody is named there", "is no state", "No head of mission")


def every(store: Store, lens: Lens) -> dict[int, Any]:
    reader = store.reader
    ids = [key for kind in reader.counts(lens) for key in reader.all_ids(kind, lens, "")]
    return {line.id: line for line in reader.lines(ids, lens)}


@pytest.mark.parametrize("title", HIDDEN)
def test_a_hidden_record_is_on_no_sheet(full: Store, title: str) -> None:
    reader = full.reader
    key = next(line.id for line in every(full, LENS).values() if line.title == title)
    record = reader.get(key, LENS)
    record.marking = 2
    full.save(record, LENS)
    shown = every(full, UNDER)
    assert key not in shown
    for line in shown.values():
        for form, made in SHEET_FORMS.items():
            if line.kind not in made.kinds:
                continue
            try:
                sheets = sheets_of(
                    form, [line.id], reader, UNDER, "desk", NOW, other_day="2000-01-01"
                )
            except DeskError as refusal:
                assert any(says in str(refusal) for says in REFUSALS)
                continue
            for sheet in sheets:
                assert HIDDEN[title] not in words(sheet)
                assert sheet.marking in ("OPEN", "RESTRICTED")
    for form in ("chronology", "list"):
        sheet = lines_sheet(form, list(shown.values()), UNDER, "desk", "All", now=NOW)
        assert HIDDEN[title] not in words(sheet)


def documents(store: Store, lens: Lens) -> dict[str, list[Sheet]]:
    """Every form of what a lens shows, several records in one document among them."""
    reader = store.reader
    lines = list(every(store, lens).values())
    made: dict[str, list[Sheet]] = {}
    for form, told in SHEET_FORMS.items():
        ids = [line.id for line in lines if line.kind in told.kinds]
        if told.of_offices:
            made |= _of_offices(form, ids, store, lens)
        elif told.together:
            events = [line.id for line in lines if line.kind == "event"]
            people = [line.id for line in lines if line.kind == "person"]
            made[form] = sheets_of(form, events, reader, lens, "desk", NOW)
            made[f"{form} of people"] = sheets_of(form, people, reader, lens, "desk", NOW)
        elif told.blocks is None:
            made[form] = bind_sheets(sheets_of(form, ids, reader, lens, "desk", NOW))
        else:
            made[form] = [lines_sheet_of(form, lines, reader, lens, "desk", "All", now=NOW)]
    return made


def _of_offices(form: str, ids: list[int], store: Store, lens: Lens) -> dict[str, list[Sheet]]:
    """A form of offices of all bodies; the missions to a state, where anybody is accredited."""
    if form == "diplomatic-list":
        return {}  # `tests.desktop.paper.offices.test_office_forms` looks
    return {form: sheets_of(form, ids, store.reader, lens, "desk", NOW, other_day="2000-01-01")}


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html"])
def test_no_secret_word_is_in_any_file(store: Store, ending: str) -> None:
    open_titles = {record.title for record in fill(store)}
    low = Lens(LENS.as_of, 0)
    assert {line.title for line in every(store, low).values()} == open_titles
    for form, sheets in documents(store, low).items():
        assert sum(sheet.withheld for sheet in sheets) > 0, form
        assert {sheet.marking for sheet in sheets} == {"OPEN"}, form
        content = OUTPUTS[ending](sheets, "a4", None).content
        found = [text for text in texts_in(ending, content) if SECRET in text.casefold()]
        assert found == [], form
        assert any("withheld" in text for text in texts_in(ending, content)), form


def test_the_same_desk_shows_its_secret_words_to_those_who_may_see_them(store: Store) -> None:
    fill(store)
    for form, sheets in documents(store, LENS).items():
        content = OUTPUTS[".pdf"](sheets, "a4", None).content
        assert any(SECRET in text for text in texts_in(".pdf", content)), form
        assert {sheet.marking for sheet in sheets} == {"CONFIDENTIAL"}, form
        assert sum(sheet.withheld for sheet in sheets) == 0, form
