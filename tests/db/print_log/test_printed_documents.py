"""A printed document is remembered with all it was made of, and shown to those who may see it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db import Lens, Locked, Person, PrintedDocument, Refused, open_desk
from tests.db.conftest import Small

OPEN = Lens("2025-09-15", 0)


def document(small: Small, *records: object, marking: int = 0, **more: object) -> PrintedDocument:
    ids = [record.id for record in records]
    return PrintedDocument(
        "Sheet",
        "biography",
        Lens("2025-09-15", 2),
        marking,
        small.store.reader.last_change(),
        {"title": "Sheet", "ids": ids, **more},
        small.store.reader.versions(ids),
    )


def keep(small: Small, *records: object, marking: int = 0, **more: object) -> PrintedDocument:
    made = document(small, *records, marking=marking, **more)
    number = small.store.save_printed_document(made)
    return small.store.reader.printed_document(number, small.lens)


def test_a_document_is_read_as_it_was_kept(small: Small) -> None:
    made = document(small, small.munir, small.call, words="عاصم")
    kept = keep(small, small.munir, small.call, words="عاصم")
    assert kept.author == small.store.author and kept.time.endswith("Z")
    for name in ("title", "form", "lens", "marking", "change", "asked", "used", "about"):
        assert getattr(kept, name) == getattr(made, name)
    (listed,) = small.store.reader.printed_documents(small.lens)
    assert listed == replace(kept, used={})  # a list does without


def test_keeping_is_no_change_of_the_desk(small: Small) -> None:
    before = small.store.reader.last_change()
    keep(small, small.munir)
    assert small.store.reader.last_change() == before
    assert small.store.verify() == []


def test_the_newest_stands_first_and_the_same_question_finds_it(small: Small) -> None:
    first, other, last = keep(small, small.munir), keep(small, small.pact), keep(small, small.munir)
    reader = small.store.reader
    assert [each.id for each in reader.printed_documents(small.lens)] == [
        last.id,
        other.id,
        first.id,
    ]
    assert [each.id for each in reader.printed_documents(small.lens, limit=2)] == [
        last.id,
        other.id,
    ]
    assert reader.last_printed_document(dict(first.asked), small.lens) == last
    assert reader.last_printed_document({"ids": [99]}, small.lens) is None


def test_a_document_marked_above_the_ceiling_is_not_there(small: Small) -> None:
    kept = keep(small, small.munir, marking=1)
    shown = keep(small, small.pact)
    reader = small.store.reader
    assert [each.id for each in reader.printed_documents(OPEN)] == [shown.id]
    assert reader.last_printed_document(dict(kept.asked), OPEN) is None
    with pytest.raises(Refused, match=f"no printed document {kept.id}"):
        reader.printed_document(kept.id, OPEN)
    with pytest.raises(Refused):
        reader.printed_document(99, small.lens)


def test_a_record_that_was_raised_since_takes_its_document_with_it(small: Small) -> None:
    kept = keep(small, small.munir)
    fresh = small.fresh(small.munir)
    fresh.marking = 2
    small.store.save(fresh, small.lens)
    assert small.store.reader.printed_documents(OPEN) == []
    small.store.remove([small.munir.id], small.lens)
    assert small.store.reader.printed_documents(OPEN) == []
    (shown,) = small.store.reader.printed_documents(Lens("2025-09-15", 2))
    assert shown.id == kept.id


def test_a_desk_that_is_only_read_remembers_nothing(desk_path: Path) -> None:
    with open_desk(desk_path, read_only=True) as store, pytest.raises(Locked):
        store.save_printed_document(PrintedDocument("Sheet", "list", Lens(), 0, 0))


def test_many_documents_are_read_a_page_at_a_time(small: Small) -> None:
    hidden = Person(title="Hidden", marking=3)
    small.store.save(hidden, small.lens)
    for _ in range(5):
        keep(small, hidden)
    last = keep(small, small.munir)
    for _ in range(5):
        keep(small, hidden)
    assert [each.id for each in small.store.reader.printed_documents(OPEN, limit=2)] == [last.id]
