"""Whatever is marked above the ceiling, every form is printed without it and without refusing."""

from __future__ import annotations

from typing import Any

import pytest

from db import DeskError, Lens, Store
from desktop.paper.forms import FORMS, lines_sheet
from desktop.paper.forms.several import sheets_of
from tests.desktop.paper.forms.conftest import LENS, NOW
from tests.desktop.paper.forms.words import words

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
        for form, made in FORMS.items():
            if line.kind not in made.kinds:
                continue
            try:
                sheets = sheets_of(form, [line.id], reader, UNDER, "desk", NOW)
            except DeskError as refusal:
                assert "Nobody is named there" in str(refusal)
                continue
            for sheet in sheets:
                assert HIDDEN[title] not in words(sheet)
                assert sheet.marking in ("OPEN", "RESTRICTED")
    for form in ("chronology", "list"):
        sheet = lines_sheet(form, list(shown.values()), UNDER, "desk", "All", now=NOW)
        assert HIDDEN[title] not in words(sheet)
