"""Records come back as an older copy has them, with what they name, as one change."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Lens, Note, Person, Refused, bring_back, compare_with_copy, copy_for_reading
from tests.db.conftest import Small


@pytest.fixture
def copy_path(small: Small, tmp_path: Path) -> Path:
    """A copy of the small desk."""
    path = tmp_path / "copy.desk"
    small.store.copies.save(path)
    return path


def test_all_that_was_deleted_and_changed_comes_back_and_can_be_undone(
    small: Small, copy_path: Path
) -> None:
    store, lens = small.store, small.lens
    munir = small.fresh(small.munir)
    munir.title, munir.notes, munir.topics = "Other Name", [Note(text="new")], ["trade"]
    store.save(munir, lens)
    store.remove([small.call.id, small.army.id], lens)
    with copy_for_reading(store, copy_path) as copy:
        found = compare_with_copy(store, copy, lens).differences
        done = bring_back(store, copy, [each.uid for each in found], lens)
        assert (done.added, done.refused) == (2, {})
        assert compare_with_copy(store, copy, lens).differences == []
    assert store.verify() == []
    back = small.fresh(small.munir)
    assert isinstance(back, Person)
    assert back.title == "Asim Munir"
    assert [note.text for note in back.notes] == ["a secret zebra"]
    assert back.tenures[0].office.title == "Chief of Army Staff"
    change = store.reader.changes(limit=1)[0]
    assert change.label.startswith("Bring back ")
    store.revert(change.id)
    assert store.reader.get(small.munir.id, lens).title == "Other Name"
    assert store.verify() == []


def test_one_record_brings_what_it_names_and_nothing_else(small: Small, copy_path: Path) -> None:
    store, lens = small.store, small.lens
    pact = small.fresh(small.pact)
    pact.title = "Renamed since"
    store.save(pact, lens)
    store.remove([small.munir.id], lens)
    store.remove([small.army.id], lens)
    with copy_for_reading(store, copy_path) as copy:
        done = bring_back(store, copy, [small.munir.uid], lens)
    assert (done.added, done.with_others) == (2, 1)
    assert store.reader.find(small.army.uid, lens) is not None
    assert small.fresh(small.pact).title == "Renamed since"
    assert store.reader.changes(limit=1)[0].label == "Bring back Asim Munir"
    assert store.verify() == []


def test_a_hidden_part_stays_as_it_is(small: Small, copy_path: Path) -> None:
    store, low = small.store, Lens(small.lens.as_of, 1)
    munir = small.fresh(small.munir)
    munir.title = "Other Name"
    munir.notes = [*munir.notes, Note(text="later secret", marking=3)]
    store.save(munir, small.lens)
    with copy_for_reading(store, copy_path) as copy:
        bring_back(store, copy, [small.munir.uid], low)
    back = small.fresh(small.munir)
    assert back.title == "Asim Munir"
    assert {note.text for note in back.notes} == {"a secret zebra", "later secret"}


def test_what_cannot_come_back_is_refused_in_a_sentence(small: Small, copy_path: Path) -> None:
    store, lens = small.store, small.lens
    new = Person(title="New Comer")
    store.save(new, lens)
    marked = small.fresh(small.munir)
    marked.marking = 3
    store.save(marked, lens)
    with copy_for_reading(store, copy_path) as copy:
        with pytest.raises(Refused, match="No record was chosen"):
            bring_back(store, copy, [], lens)
        with pytest.raises(Refused, match="is not in the copy, or is above the ceiling"):
            bring_back(store, copy, [new.uid], lens)
        with pytest.raises(Refused, match="above the ceiling"):
            bring_back(store, copy, [marked.uid], Lens(lens.as_of, 1))
    assert store.reader.get(marked.id, lens).marking == 3
