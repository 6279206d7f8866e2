"""Removing takes what hangs on a record and empties what merely names it; others notice."""

from __future__ import annotations

import pytest

from db import Conflict, Event, Lens, Link, Note, Organization, Parent, Person, Store
from db.changes.removing import remove_records, remove_rows
from db.record_types import RECORD_TYPES, Citation, Identifier, Source
from db.tables.rows import METADATA
from tests.db.conftest import Small
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def rows(store: Store, table: str) -> int:
    return int(sql_of(store).value(f"SELECT count(*) FROM {table}"))


def test_a_record_leaves_no_row_of_its_own_behind(small: Small) -> None:
    store = small.store
    for record in (small.munir, small.army, small.state, small.pact, small.call):
        store.remove([record.id], LENS)
        for table in METADATA.tables.values():
            if "record_id" in table.columns and table.name not in ("revision", "draft", "stale"):
                left = f"SELECT count(*) FROM {table.name} WHERE record_id=?"
                assert sql_of(store).value(left, (record.id,)) == 0, table.name
    for table in ("record", *(of.TABLE for of in RECORD_TYPES.values())):
        assert rows(store, table) == 0
    assert store.verify() == []


def test_a_line_that_needs_what_is_gone_goes_and_its_owner_has_changed(small: Small) -> None:
    before = small.fresh(small.call)
    small.store.remove([small.munir.id], LENS)
    after = small.fresh(small.call)
    assert isinstance(after, Event)
    assert after.participants == []
    assert after.version == before.version + 1
    with pytest.raises(Conflict, match="was changed after this form was opened"):
        before.title = "Call"
        small.store.save(before, LENS)


def test_a_field_that_can_be_empty_is_emptied_and_its_line_stays(small: Small) -> None:
    small.store.remove([small.munir.id], LENS)
    pact = small.fresh(small.pact)
    [action] = pact.parties[0].actions  # type: ignore[attr-defined]
    assert (action.action, action.signatory) == ("signed", None)


def test_an_owner_that_loses_several_lines_counts_up_once(store: Store) -> None:
    body = Organization(title="Body")
    store.save(body, LENS)
    links = [Link(other=ref(body), nature=nature) for nature in ("see also", "owner of")]
    person = Person(title="Person", links=links)
    store.save(person, LENS)
    store.remove([body.id], LENS)
    read = store.reader.get(person.id, LENS)
    assert (read.links, read.version) == ([], person.version + 1)


def test_records_that_name_each_other_are_removed_together(store: Store) -> None:
    one, other = Organization(title="One"), Organization(title="Other")
    store.save(one, LENS)
    other.predecessor = ref(one)
    store.save(other, LENS)
    one.parents = [Parent(parent=ref(other))]
    store.save(one, LENS)
    store.revert(store.remove([one.id, other.id], LENS).id)
    again = store.reader.get(one.id, LENS)
    assert isinstance(again, Organization)
    assert again.parents[0].parent == ref(other)
    assert store.verify() == []


def test_a_second_removal_is_refused(small: Small) -> None:
    small.store.remove([small.call.id], LENS)
    with pytest.raises(Conflict, match="already been deleted"), small.store.unit_of_work("x") as w:
        remove_records(w, [small.call.id])


def test_rows_are_removed_in_pieces(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.changes.removing.MAX_ROWS_A_STATEMENT", 3)
    munir = small.fresh(small.munir)
    munir.notes = [Note(text=str(number)) for number in range(10)]
    small.store.save(munir, LENS)
    ids = [note.id for note in small.fresh(munir).notes]
    with small.store.unit_of_work("Trim") as work:
        remove_rows(work, "note", ids[:8])
        work.touch(munir.id, "person")
    assert [note.text for note in small.fresh(munir).notes] == ["8", "9"]
    small.store.revert(work.change_id)
    assert [note.text for note in small.fresh(munir).notes] == [str(n) for n in range(10)]


def test_sources_and_topics_outlive_the_records_that_name_them(small: Small) -> None:
    small.store.remove([small.munir.id], LENS)
    assert (rows(small.store, "source"), rows(small.store, "tag")) == (1, 1)


def said_of_parts(store: Store) -> list[str]:
    """Of which parts sources and identifiers of the desk speak."""
    found = sql_of(store).rows("SELECT field FROM citation WHERE field<>'' ORDER BY id")
    found += sql_of(store).rows("SELECT about FROM identifier WHERE about<>'' ORDER BY id")
    return [text for (text,) in found]


@pytest.mark.parametrize("is_hidden", [False, True], ids=["shown", "above the ceiling"])
@pytest.mark.parametrize("way", ["by hand", "with its office"])
def test_what_is_said_of_a_part_goes_with_it_and_comes_back(
    small: Small, way: str, is_hidden: bool
) -> None:
    store, open_lens = small.store, Lens("2025-09-15", ceiling=0)
    munir = small.fresh(small.munir)
    assert isinstance(munir, Person)
    [tenure] = munir.tenures
    about = f"tenure {tenure.uid}"
    munir.citations = [
        Citation(source=Source(title="Gazette", marking=3 if is_hidden else 0), field=about),
        Citation(source=Source(title="Newspaper")),
        Citation(source=Source(title="Register"), field="born"),
    ]
    munir.identifiers = [Identifier(scheme="rows", value="7", about=about)]
    store.save(munir, LENS)
    assert said_of_parts(store) == [about, "born", about]
    if way == "by hand":
        found = store.reader.get(munir.id, open_lens)
        assert isinstance(found, Person)
        found.tenures = []
        change = store.save(found, open_lens)
        assert change is not None
    else:
        army = small.fresh(small.army)
        assert isinstance(army, Organization)
        army.offices = []
        change = store.save(army, LENS)
        assert change is not None
    assert said_of_parts(store) == ["born"]
    assert store.verify() == []
    store.revert(change.id, LENS)
    assert said_of_parts(store) == [about, "born", about]
    left = small.fresh(small.munir).citations
    assert {each.source.title for each in left} == {"Gazette", "Newspaper", "Register"}
