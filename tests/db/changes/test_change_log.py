"""The list of changes: newest first, and silent about what the lens hides, gone or not."""

from __future__ import annotations

import pytest

from db import Lens, Note, Organization, Person, Refused, Store
from db.changes.change_log import list_changes, read_change
from db.changes.writing import insert_record
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of

LENS = Lens()
LOW = Lens(ceiling=1)


def labels(store: Store, lens: Lens = LENS, record_id: int | None = None) -> list[str]:
    return [change.label for change in store.reader.changes(record_id, lens=lens)]


def test_a_change_of_a_hidden_record_is_left_out_even_after_it_is_gone(store: Store) -> None:
    seen, hidden = Person(title="Seen"), Person(title="Hidden", marking=2)
    for person in (seen, hidden):
        store.save(person, LENS)
    store.remove([hidden.id], LENS)
    assert labels(store) == ["Delete Hidden", "Add Hidden", "Add Seen"]
    assert labels(store, LOW) == ["Add Seen"]
    assert labels(store, LOW, hidden.id) == []


@pytest.mark.parametrize("marking", [0, 3])
def test_a_change_counts_as_its_record_was_marked_then_and_ever_since(
    store: Store, marking: int
) -> None:
    person = Person(title="Person", marking=3 - marking)
    store.save(person, LENS)
    person.marking = marking
    store.save(person, LENS)
    store.remove([person.id], LENS)
    assert labels(store, LOW) == ([] if marking else ["Delete Person", "Edit Person"])


def test_many_removed_together_are_judged_one_by_one(store: Store) -> None:
    people = [Person(title=f"Person {number}", marking=3 * (number == 1)) for number in range(3)]
    for person in people:
        store.save(person, LENS)
    store.remove([person.id for person in people], LENS)
    assert labels(store, LOW) == ["Add Person 2", "Add Person 0"]
    assert labels(store, LOW, people[2].id) == ["Add Person 2"]


def test_an_import_is_shown_if_everything_in_it_is(store: Store) -> None:
    for marking in (0, 2):
        with store.unit_of_work(f"Import {marking}", compact=True) as work:
            for number in range(3):
                insert_record(work, Person(title="P", marking=marking if number == 1 else 0))
    assert labels(store) == ["Import 2", "Import 0"]
    assert labels(store, LOW) == ["Import 0"]
    assert [change.many for change in store.reader.changes()] == [True, True]


def test_a_number_that_is_none_and_one_that_is_hidden_are_refused_alike(store: Store) -> None:
    hidden = Person(title="Hidden", marking=2)
    change = store.save(hidden, LENS)
    assert change is not None
    for lens, number in ((LOW, change.id), (LENS, 99), (LENS, 0), (LENS, -1)):
        with pytest.raises(Refused, match=f"no change {number} on this desk"):
            read_change(sql_of(store), number, lens)
    assert read_change(sql_of(store), change.id, LENS).label == "Add Hidden"


def test_hidden_changes_do_not_shorten_a_page(store: Store) -> None:
    person, hidden = Person(title="Seen"), Person(title="Hidden", marking=2)
    store.save(person, LENS)
    store.save(hidden, LENS)
    for number in range(210):
        hidden.biography = str(number)
        store.save(hidden, LENS)
    told = list_changes(sql_of(store), LOW, limit=2, before=None)
    assert [change.label for change in told] == ["Add Seen"]


def test_pages_follow_each_other_without_gap_or_repetition(small: Small) -> None:
    whole = [change.id for change in small.store.reader.changes(limit=100)]
    paged: list[int] = []
    before = None
    while page := small.store.reader.changes(limit=2, before=before):
        paged += [change.id for change in page]
        before = paged[-1]
    assert paged == whole == sorted(whole, reverse=True)


def test_a_change_knows_what_it_reverts_and_what_reverted_it(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.notes.append(Note(text="new"))
    edit = small.store.save(munir, LENS)
    assert edit is not None
    undo = small.store.revert(edit.id)
    [latest, before] = small.store.reader.changes(limit=2)
    assert (latest.id, latest.reverts, latest.reverted_by) == (undo.id, edit.id, None)
    assert (before.id, before.reverts, before.reverted_by) == (edit.id, None, undo.id)


def test_a_record_made_in_an_import_has_it_in_its_history(store: Store) -> None:
    with store.unit_of_work("Import list", compact=True) as work:
        keys = [insert_record(work, Organization(title=f"Body {n}")) for n in range(4)]
    store.save(Person(title="Other"), LENS)
    assert labels(store, LENS, keys[2]) == ["Import list"]
    assert labels(store, LENS, keys[-1] + 1) == ["Add Other"]


def test_a_change_has_one_number_under_every_ceiling(store: Store) -> None:
    """A gap tells that something was done, and a number never means another change."""
    for number in range(4):
        store.save(Person(title=f"Person {number}", marking=3 * (number % 2)), LENS)
    every = {change.id: change.label for change in store.reader.changes(lens=LENS)}
    seen = {change.id: change.label for change in store.reader.changes(lens=LOW)}
    assert seen.items() < every.items() and len(seen) == 2


def test_changes_are_filtered_by_author_and_time(store: Store) -> None:
    store.set_author("Jane Doe")
    store.save(Person(title="Ann"), LENS)
    store.set_author("John Roe")
    store.save(Person(title="Bo", marking=2), LENS)
    reader = store.reader
    newest, oldest = reader.changes(limit=2)
    assert [change.label for change in reader.changes(author="Jane Doe")] == ["Add Ann"]
    assert [change.label for change in reader.changes(until=oldest.time)] == []
    since = reader.changes(since=oldest.time)
    assert since[-1] == oldest and newest in since
    assert reader.changes(since=oldest.time, author="Jane Doe") == [oldest]
    assert {"Jane Doe", "John Roe"} <= set(reader.authors(LENS))
    assert "John Roe" not in reader.authors(LOW)
