"""A record with more text than a document takes is refused in words, whatever field holds it."""

import pytest

from db import Event, Note, Person, Record, Refused
from desktop.paper.sections.text_length import MAX_RECORD_LETTERS, letters_of, need_printable_length

LONG = "word " * (MAX_RECORD_LETTERS // 5)


@pytest.mark.parametrize(
    "record",
    [
        Person(title="Long", biography=LONG),
        Person(title="Long", notes=[Note(text=LONG)]),
        Event(title="Long", outcome=LONG[: MAX_RECORD_LETTERS // 2], notes=[Note(text=LONG[::2])]),
    ],
    ids=["text", "note", "together"],
)
def test_too_long_a_text_is_refused_with_what_helps(record: Record) -> None:
    with pytest.raises(Refused, match=r"“Long” holds 3\.0 million letters .* attach the text"):
        need_printable_length(record)


def test_what_a_document_takes_is_taken() -> None:
    record = Person(title="Long", biography=LONG[:-100], notes=[Note(text="short")])
    assert letters_of(record) < MAX_RECORD_LETTERS
    need_printable_length(record)
