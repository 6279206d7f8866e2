"""What has changed since a document was printed is read out of the history, under any lens."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from db import (
    Changed,
    Citation,
    Conflict,
    Lens,
    Name,
    Note,
    OfficeRef,
    Organization,
    Part,
    Participant,
    Person,
    PrintedDocument,
    Record,
    Refused,
    Source,
    Tenure,
    import_files,
)
from db.changes.merging.merge import merge_records
from db.changes.record_snapshots import RecordHistory
from db.print_log.printed_changes import record_then
from tests.db.conftest import Small, small_desk
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")
OPEN = Lens("2025-09-15", 0)
COUNTED = {"version", "changed", "created"}


def kept(small: Small, *records: Record, named: tuple[Record, ...] = ()) -> PrintedDocument:
    """A document about some records that names others."""
    reader = small.store.reader
    ids = [record.id for record in records]
    used = reader.versions([*ids, *(record.id for record in named)])
    made = PrintedDocument("Sheet", "biography", LENS, 0, reader.last_change(), {"ids": ids}, used)
    return reader.printed_document(small.store.save_printed_document(made), LENS)


def edit(small: Small, record: Record, **changed: object) -> None:
    fresh = small.fresh(record)
    for name, value in changed.items():
        setattr(fresh, name, value)
    assert small.store.save(fresh, LENS) is not None


def said(record: Any) -> Any:
    """Everything a record says, without what counts its writings."""
    if isinstance(record, Record | Part):
        names = [field for field in type(record).model_fields if field not in COUNTED]
        return {name: said(getattr(record, name)) for name in names}
    return [said(each) for each in record] if isinstance(record, list) else record


def since(small: Small, document: PrintedDocument, lens: Lens = LENS) -> list[Changed]:
    return small.store.reader.changed_since(document, lens)[0]


def test_nothing_has_changed_at_first(small: Small) -> None:
    document = kept(small, small.munir, named=(small.army, small.call))
    assert small.store.reader.changed_since(document, LENS) == ([], 0)


def test_an_edited_record_is_given_as_it_was_and_as_it_is(small: Small) -> None:
    before = small.fresh(small.munir)
    document = kept(small, small.munir, named=(small.army,))
    edit(small, small.munir, title="Syed Asim Munir", ranks=[], topics=["trade", "army"])
    edit(small, small.munir, notes=[Note(text="new")], names=[Name(text="Munir", kind="alias")])
    (changed,) = since(small, document)
    assert changed.is_about and changed.id == small.munir.id
    assert said(changed.then) == said(before)
    assert said(changed.now) == said(small.fresh(small.munir))


def test_what_is_only_named_is_told_apart(small: Small) -> None:
    document = kept(small, small.munir, named=(small.army,))
    edit(small, small.army, title="Army of Pakistan")
    (changed,) = since(small, document)
    assert (changed.id, changed.is_about) == (small.army.id, False)
    assert (changed.then.title, changed.now.title) == ("Pakistan Army", "Army of Pakistan")


def test_an_edit_that_was_undone_leaves_both_alike(small: Small) -> None:
    document = kept(small, small.munir)
    edit(small, small.munir, biography="one")
    small.store.revert(small.store.reader.last_change())
    assert all(said(each.then) == said(each.now) for each in since(small, document))


def test_a_removed_record_is_given_as_it_was_with_whom_it_named(small: Small) -> None:
    before = small.fresh(small.munir)
    document = kept(small, small.munir, named=(small.army,))
    small.store.remove([small.munir.id], LENS)
    small.store.remove([small.army.id], LENS)
    munir, army = since(small, document)
    assert munir.now is None and army.now is None
    assert said(munir.then) == said(before)
    assert munir.then.tenures[0].office.title == "Chief of Army Staff"
    assert munir.then.tenures[0].office.organization.title == "Pakistan Army"


def test_a_removed_record_that_was_put_back_is_as_it_was(small: Small) -> None:
    document = kept(small, small.munir)
    small.store.remove([small.munir.id], LENS)
    small.store.revert(small.store.reader.last_change())
    edit(small, small.munir, gender="male")
    (changed,) = since(small, document)
    assert (changed.then.gender, changed.now.gender) == ("", "male")


def raise_the_record(small: Small) -> None:
    edit(small, small.munir, marking=2)


def raise_and_remove_the_record(small: Small) -> None:
    raise_the_record(small)
    small.store.remove([small.munir.id], LENS)


@pytest.mark.parametrize("act", [raise_the_record, raise_and_remove_the_record])
def test_a_record_raised_above_the_ceiling_is_counted_alone(
    small: Small, act: Callable[[Small], None]
) -> None:
    document = kept(small, small.pact, named=(small.munir,))
    act(small)
    assert OPEN.shows(document.marking)
    found, withheld = small.store.reader.changed_since(document, OPEN)
    # The agreement loses its signatory with him; that says no more than that it has one less.
    assert all(each.id != small.munir.id for each in found)
    assert withheld == 1
    assert "Munir" not in repr([said(each.then) for each in found])


def test_a_part_raised_since_is_in_neither(small: Small) -> None:
    edit(small, small.munir, notes=[Note(text="an open zebra"), Note(text="a plain horse")])
    document = kept(small, small.munir)
    fresh = small.fresh(small.munir)
    fresh.notes[0].marking = 3
    small.store.save(fresh, LENS)
    (changed,) = since(small, document, OPEN)
    assert [note.text for note in changed.then.notes] == ["a plain horse"]
    assert said(changed.then) == said(changed.now)
    (changed,) = since(small, document)
    assert len(changed.then.notes) == 2


def test_a_part_raised_and_then_removed_is_in_neither(small: Small) -> None:
    edit(small, small.munir, notes=[Note(text="an open zebra")])
    document = kept(small, small.munir)
    fresh = small.fresh(small.munir)
    fresh.notes[0].marking = 3
    small.store.save(fresh, LENS)
    edit(small, small.munir, notes=[])
    (changed,) = since(small, document, OPEN)
    assert changed.then.notes == []


def test_a_part_that_names_a_record_raised_since_is_in_neither(small: Small) -> None:
    document = kept(small, small.call)
    edit(small, small.call, participants=[Participant(who=ref(small.state))], place="Lahore")
    edit(small, small.munir, marking=3)
    (changed,) = since(small, document, OPEN)
    assert "Munir" not in repr(changed)


def test_an_import_is_looked_through_without_its_own_lines(small: Small, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,born\n" + "".join(f"Person {n},1950\n" for n in range(50)), "utf-8")
    import_files(small.store, [path], LENS)
    reader = small.store.reader
    ids = [line.id for line in reader.lines(reader.all_ids("person", LENS, "name"), LENS)]
    people = [reader.get(key, LENS) for key in ids if key != small.munir.id][:5]
    document = kept(small, *people)
    before = {person.id: said(person) for person in people}
    small.store.revert(document.change)  # the whole import is taken back
    found = since(small, document)
    assert {each.id: said(each.then) for each in found} == before
    assert all(each.now is None for each in found)


def test_a_record_that_is_made_later_is_no_part_of_it(small: Small) -> None:
    document = kept(small, small.munir)
    later = Person(title="Later")
    small.store.save(later, LENS)
    assert since(small, document) == []
    assert (
        record_then(
            sql_of(small.store),
            RecordHistory(sql_of(small.store), [later.id], document.change),
            later.id,
            LENS,
        )
        is None
    )


TEXTS = st.sampled_from(["", "one", "two"])
DEEDS = (
    "edit", "parts", "remove", "revert", "army", "source", "undo", "merge", "fold", "import",
    "body",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(DEEDS), TEXTS, TEXTS), max_size=8)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.integers(0, 8))
@example([("edit", "", "one"), ("revert", "", "")], 1)
@example([("edit", "", "one"), ("revert", "", ""), ("revert", "", ""), ("undo", "two", "")], 1)
@example([("edit", "", "one"), ("remove", "", ""), ("revert", "", ""), ("undo", "", "one")], 1)
@example([("edit", "", "one"), ("edit", "", "two"), ("undo", "", "one"), ("revert", "", "")], 1)
@example([("source", "one", ""), ("revert", "", "")], 1)
@example([("source", "one", ""), ("source", "two", "one")], 1)
@example([("parts", "one", "two"), ("body", "", ""), ("revert", "", "")], 0)
@example([("body", "", "")], 0)
@example([("parts", "one", "two"), ("body", "one", "")], 1)
@example([("merge", "one", "two"), ("edit", "", ""), ("undo", "", "one")], 1)
@example([("merge", "one", "two"), ("revert", "", "")], 1)
@example([("merge", "one", "two"), ("revert", "", "")], 0)
@example([("fold", "one", "two"), ("revert", "", "")], 0)
@example([("edit", "", "one"), ("fold", "", ""), ("revert", "", ""), ("revert", "", "")], 1)
@example([("import", "one", "two"), ("revert", "", "")], 1)
@example([("import", "one", "two"), ("revert", "", ""), ("revert", "", "")], 1)
def test_the_past_is_read_as_it_was_after_any_change(steps: list[Any], at: int) -> None:
    with tempfile.TemporaryDirectory() as folder, small_desk(Path(folder)) as small:
        change, before = 0, None
        for number, (what, one, two) in enumerate([*steps, ("end", "", "")]):
            if number == min(at, len(steps)):
                change, before = small.store.reader.last_change(), look(small)
            if what != "end":
                STEPPING.get(what, change_munir)(small, what, one, two)
        past = RecordHistory(sql_of(small.store), [small.munir.id], change)
        then = record_then(sql_of(small.store), past, small.munir.id, LENS)
        assert (said(then) if then else None) == before
        assert small.store.verify() == []


def is_there(small: Small, record: Record) -> bool:
    return bool(small.store.reader.versions([record.id]))


def look(small: Small) -> Any:
    return deepcopy(said(small.fresh(small.munir))) if is_there(small, small.munir) else None


def take_back(small: Small, what: str, one: str, two: str) -> None:
    """Take back the last change, or one of those before it; what is refused is not done."""
    back = 0 if what == "revert" else 1 + len(one) // 3 + 2 * (len(two) // 3)
    with contextlib.suppress(Conflict, Refused):
        small.store.revert(small.store.reader.last_change() - back)


def change_army(small: Small, what: str, one: str, two: str) -> None:
    if not is_there(small, small.army):
        return
    if what == "body" and not one:
        small.store.remove([small.army.id], LENS)
        return
    fresh = small.fresh(small.army)
    assert isinstance(fresh, Organization)
    if what == "body":
        fresh.title = f"{one} {two}"
        fresh.offices[0].title = two or one
    fresh.purpose = one
    small.store.save(fresh, LENS)


def merge_munir(small: Small, what: str, one: str, two: str) -> None:
    """Merge a double into the general, or the general into his double."""
    if not is_there(small, small.munir):
        return
    double = Person(
        title=one or "Asim Munir", biography=two, topics=[text for text in (two,) if text]
    )
    double.notes = [Note(text=one or "a note")]
    double.citations = [Citation(source=Source(title=two or "An article"), field="biography")]
    small.store.save(double, LENS)
    ids = small.munir.id, double.id
    kept, gone = ids if what == "merge" else ids[::-1]
    with small.store.unit_of_work("Merge") as work:
        merge_records(work, kept, gone, {"biography": "theirs"}, LENS)


def import_munir(small: Small, what: str, one: str, two: str) -> None:
    path = small.store.path.with_name("people.csv")
    row = f"Asim Munir,pk,{one},{two},Chief of Army Staff,Pakistan Army,{two}@example.org"
    head = "name,country,biography,aliases,office,organization,email"
    path.write_text(f"{head}\n{row}\n", "utf-8")
    import_files(small.store, [path], LENS, kind="people")


def change_munir(small: Small, what: str, one: str, two: str) -> None:
    if not is_there(small, small.munir):
        return
    if what == "remove":
        small.store.remove([small.munir.id], LENS)
        return
    fresh = small.fresh(small.munir)
    assert isinstance(fresh, Person)
    if what == "edit":
        fresh.biography, fresh.topics = one, [text for text in (two,) if text]
    if what == "source":
        cited = fresh.citations[0].source if two and fresh.citations else Source()
        cited.title = one or "A book"
        fresh.citations = [Citation(source=cited, field="biography", passage=two)]
    if what == "parts":
        fresh.notes = [Note(text=text) for text in (one, two) if text]
        office = OfficeRef(small.army.offices[0].id)
        there = one and is_there(small, small.army)
        fresh.tenures = [*fresh.tenures[:1], Tenure(office=office, note=two)] if there else []
    with contextlib.suppress(Conflict, Refused):  # a source may have gone with another record
        small.store.save(fresh, LENS)


STEPPING = {
    "revert": take_back,
    "undo": take_back,
    "army": change_army,
    "body": change_army,
    "merge": merge_munir,
    "fold": merge_munir,
    "import": import_munir,
}
