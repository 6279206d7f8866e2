"""What can be typed of every kind is declared once and stands on all four forms."""

import pytest

from db import Record
from desktop.fields import RECORD_FORMS
from desktop.fields.every_kind import (
    CHECKED,
    CITATIONS,
    LAST_SECTIONS,
    MARKING,
    NAMES,
    TOPICS,
    sources_of,
)


@pytest.mark.parametrize("kind", RECORD_FORMS)
def test_every_form_ends_alike_and_asks_for_marking_and_day(kind: str) -> None:
    form = RECORD_FORMS[kind]
    assert form.sections[-len(LAST_SECTIONS) :] == LAST_SECTIONS
    assert {MARKING, CHECKED} < set(form.fields())
    assert NAMES in list(form.parts())


def test_all_shared_fields_have_a_place() -> None:
    placed = {
        item.name
        for section in (TOPICS, sources_of("event"), *LAST_SECTIONS)
        for item in section.items
    }
    parts = {"citations", "notes", "attachments", "links", "identifiers", "topics"}
    assert parts <= placed & set(Record.model_fields)


def test_a_source_is_typed_where_it_is_cited() -> None:
    names = [field.name for field in CITATIONS.fields()]
    assert {"source.title", "source.url", "source.marking"} < set(names)
    typed = {field.name for field in (*CITATIONS.columns, *CITATIONS.more)}
    assert not typed & {"source.id", "source.uid"}
    assert {"source.id", "source.uid"} < set(names)
