"""What saving a record needs beside the writing."""

from __future__ import annotations

import pytest

from db import Citation, Note, Person, Source
from db.changes.saving import LABEL_LENGTH, filled_only_if_saved, short


def test_a_title_is_one_line_of_a_label() -> None:
    assert short("Agreement\non  minerals") == "Agreement on minerals"
    assert len(short("long " * 99)) == LABEL_LENGTH


def test_what_a_refused_record_was_given_is_taken_back() -> None:
    record = Person(
        title="One",
        notes=[Note(text="a"), Note(id=7, text="b")],
        citations=[Citation(source=Source())],
    )
    had = record.uid, record.version
    with pytest.raises(ZeroDivisionError), filled_only_if_saved(record):
        record.id, record.version = 5, 3
        record.notes[0].id = record.citations[0].source.id = 9
        raise ZeroDivisionError
    assert (record.id, record.uid, record.version) == (0, *had)
    assert [note.id for note in record.notes] == [0, 7]
    assert record.citations[0].source.id == 0
