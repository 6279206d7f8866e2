"""A saved record has a label and keeps what it had when refused; many take one value, or none."""

from __future__ import annotations

import pytest

from db import Citation, FieldChange, Lens, Note, Person, Refused, Source, Store
from db.changes.saving import MAX_LABEL_LETTERS, reset_ids_on_refusal, short

LENS = Lens("2025-09-15", 1)


def test_a_title_is_one_line_of_a_label() -> None:
    assert short("Agreement\non  minerals") == "Agreement on minerals"
    assert len(short("long " * 99)) == MAX_LABEL_LETTERS


def test_what_a_refused_record_was_given_is_taken_back() -> None:
    record = Person(
        title="One",
        notes=[Note(text="a"), Note(id=7, text="b")],
        citations=[Citation(source=Source())],
    )
    had = record.uid, record.version
    with pytest.raises(ZeroDivisionError), reset_ids_on_refusal(record):
        record.id, record.version = 5, 3
        record.notes[0].id = record.citations[0].source.id = 9
        raise ZeroDivisionError
    assert (record.id, record.uid, record.version) == (0, *had)
    assert [note.id for note in record.notes] == [0, 7]
    assert record.citations[0].source.id == 0


def three(store: Store) -> list[int]:
    people = [Person(title=title) for title in ("Ann Ashe", "Ben Bond", "Cy Cole")]
    for person in people:
        store.save(person, LENS)
    return [person.id for person in people]


def test_all_take_the_value_and_one_step_takes_it_back(store: Store) -> None:
    ids = three(store)
    change = store.change_field(ids, FieldChange("checked_on", "2025-09-15"), LENS)
    assert change is not None and change.label == "Edit 3 records"
    read = [store.reader.get(key, LENS) for key in ids]
    assert {each.checked_on for each in read} == {"2025-09-15"}
    assert {each.version for each in read} == {2}
    store.revert(change.id)
    assert {store.reader.get(key, LENS).checked_on for key in ids} == {None}
    assert store.verify() == []


def test_one_that_differs_is_named_and_none_that_differs_is_no_change(store: Store) -> None:
    ids = three(store)
    change = store.change_field(ids[:1], FieldChange("country", "pk"), LENS)
    assert change is not None and change.label == "Edit Ann Ashe"
    assert store.change_field(ids[:1], FieldChange("country", "pk"), LENS) is None
    before = len(store.reader.changes())
    assert store.change_field(ids[:1], FieldChange("country", "pk"), LENS) is None
    assert len(store.reader.changes()) == before


@pytest.mark.parametrize(
    ("field", "bad"), [("checked_on", "spring"), ("title", ""), ("marking", 9)]
)
def test_what_one_cannot_take_none_takes_and_it_is_named(
    store: Store, field: str, bad: object
) -> None:
    ids = three(store)
    before = [store.reader.get(key, LENS) for key in ids]
    with pytest.raises(Refused, match="“Ann Ashe” cannot be changed so"):
        store.change_field(ids, FieldChange(field, bad), LENS)
    assert [store.reader.get(key, LENS) for key in ids] == before


def test_what_the_lens_hides_is_refused_and_its_parts_stay(store: Store) -> None:
    ids = three(store)
    store.save(secret := Person(title="Di Dean", marking=3), Lens())
    with pytest.raises(Refused, match="above the ceiling"):
        store.change_field([*ids, secret.id], FieldChange("country", "pk"), LENS)
    noted = Person(title="Ed Eade", notes=[Note(text="For few eyes.", marking=3)])
    store.save(noted, Lens())
    store.change_field([noted.id], FieldChange("country", "pk"), LENS)
    read = store.reader.get(noted.id, Lens())
    assert (read.country, [note.text for note in read.notes]) == ("pk", ["For few eyes."])


def test_progress_is_told_and_may_stop_it_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.progress.PACE_SECONDS", 0.0)
    ids, told = three(store), []
    store.change_field(
        ids, FieldChange("country", "pk"), LENS, lambda done, total: told.append((done, total))
    )
    assert told == [(1, 3), (2, 3), (3, 3)]
