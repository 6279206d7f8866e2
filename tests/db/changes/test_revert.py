"""Taking changes back: exactly, in any order that does not contradict, without limit."""

from __future__ import annotations

import pytest

from db import (
    Citation,
    Conflict,
    Damaged,
    Event,
    HistoricalDate,
    Lens,
    Note,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Person,
    Record,
    Source,
    Tenure,
    parse_query,
)
from db.changes.revert import unreverted_changes
from tests.db.conftest import Small
from tests.db.desk_dump import dump
from tests.db.desk_sql import sql_of
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def edit(small: Small, record: Record, **fields: object) -> int:
    """Save some fields of a record; returns the change's id."""
    fresh = small.fresh(record)
    for name, value in fields.items():
        setattr(fresh, name, value)
    change = small.store.save(fresh, small.lens)
    assert change is not None
    return change.id


def test_an_edit_is_taken_back_and_done_again(small: Small) -> None:
    before = dump(small.store)
    change = edit(small, small.munir, title="Syed Asim", topics=["trade"], notes=[Note(text="n")])
    after = dump(small.store)
    undone = small.store.revert(change)
    assert (undone.label, undone.reverts) == ("Undo: Edit Syed Asim", change)
    assert without_tags(dump(small.store)) == without_tags(before)
    assert small.store.revert(undone.id).label == "Redo: Edit Syed Asim"
    assert dump(small.store) == after
    assert small.store.verify() == []


def without_tags(said: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    return {table: rows for table, rows in said.items() if table != "blob"}


def test_undo_and_redo_have_no_end(small: Small) -> None:
    before = dump(small.store)
    change = edit(small, small.munir, biography="one")
    after = dump(small.store)
    for _ in range(30):
        change = small.store.revert(change).id
        change = small.store.revert(change).id
    assert dump(small.store) == after
    small.store.revert(change)
    assert dump(small.store) == before
    with pytest.raises(Conflict):
        small.store.revert(change)
    assert small.store.verify() == []


def test_thousands_of_undos_and_redos_are_counted(small: Small) -> None:
    sql = sql_of(small.store)
    sql.run_many(
        "INSERT INTO change (id,time,author,label,reverts) VALUES (?,'','','',?)",
        [(key, key - 1) for key in range(6, 5006)],
    )
    assert unreverted_changes(sql, {5}, 6000) == [5]
    assert unreverted_changes(sql, {5}, 5005) == []


def test_an_older_edit_of_another_field_is_taken_back_beneath_a_newer_one(small: Small) -> None:
    older = edit(small, small.munir, biography="older")
    edit(small, small.munir, gender="male")
    small.store.revert(older)
    found = small.fresh(small.munir)
    assert isinstance(found, Person)
    assert (found.biography, found.gender) == ("", "male")


def test_an_edit_under_a_later_one_is_refused_by_name(small: Small) -> None:
    older = edit(small, small.munir, biography="older")
    newer = edit(small, small.munir, biography="newer")
    before = dump(small.store)
    with pytest.raises(Conflict, match=f"change {newer} “Edit Asim Munir” came after") as refusal:
        small.store.revert(older)
    assert refusal.value.changes == (newer,)
    assert dump(small.store) == before
    small.store.revert(newer)
    small.store.revert(older)
    assert small.store.verify() == []


def test_a_change_is_not_taken_back_twice(small: Small) -> None:
    change = edit(small, small.munir, biography="once")
    undone = small.store.revert(change)
    with pytest.raises(Conflict, match=f"already been undone by change {undone.id}"):
        small.store.revert(change)
    redone = small.store.revert(undone.id)
    small.store.revert(redone.id)
    with pytest.raises(Conflict, match="already been undone by change"):
        small.store.revert(change)


def test_taking_back_the_making_of_what_is_named_later_is_refused(small: Small) -> None:
    person = Person(title="Marco Rubio")
    made = small.store.save(person, small.lens)
    meeting = Event(title="Meeting", participants=[Participant(who=ref(person))])
    later = small.store.save(meeting, small.lens)
    assert made is not None and later is not None
    with pytest.raises(Conflict, match="Add Meeting") as refusal:
        small.store.revert(made.id)
    assert refusal.value.changes == (later.id,)
    small.store.revert(later.id)
    small.store.revert(made.id)
    assert small.store.verify() == []


def test_putting_back_what_names_something_gone_is_refused(small: Small) -> None:
    meeting = Event(title="Meeting", participants=[Participant(who=ref(small.munir))])
    small.store.save(meeting, small.lens)
    removed = small.store.remove([meeting.id], small.lens)
    gone = small.store.remove([small.munir.id], small.lens)
    with pytest.raises(Conflict, match="Delete Asim Munir"):
        small.store.revert(removed.id)
    small.store.revert(gone.id)
    small.store.revert(removed.id)
    assert small.fresh(meeting).participants  # type: ignore[attr-defined]


def web(small: Small) -> list[Record]:
    """Records that name one another in every way; the first is named by the rest."""
    body = Organization(
        title="Ministry",
        offices=[Office(title="Minister"), Office(title="Secretary")],
        citations=[Citation(source=Source(title="Gazette", text="long"), passage="page 3")],
    )
    small.store.save(body, small.lens)
    office = OfficeRef(body.offices[0].id)
    dar = Person(title="Ishaq Dar", tenures=[Tenure(office=office, note="first")])
    baloch = Person(title="Amna Baloch", tenures=[Tenure(office=OfficeRef(body.offices[1].id))])
    wing = Organization(title="Wing", parents=[Parent(parent=ref(body))], predecessor=ref(body))
    visit = Event(
        title="Visit",
        initiated_by=ref(body),
        participants=[Participant(who=ref(body)), Participant(who=ref(small.munir))],
    )
    records: list[Record] = [body, dar, baloch, wing, visit]
    for record in records[1:]:
        small.store.save(record, small.lens)
    return records


def test_a_deletion_takes_all_parts_and_gives_them_all_back(small: Small) -> None:
    body, dar, *_ = web(small)
    before = dump(small.store)
    gone = small.store.remove([body.id], small.lens)
    found = small.fresh(dar)
    assert isinstance(found, Person) and found.tenures == []
    assert set(gone.ids) == {record.id for record in web_ids(small, body)}
    assert small.store.verify() == []
    after = dump(small.store)
    back = small.store.revert(gone.id)
    assert dump(small.store) == before
    assert small.store.verify() == []
    small.store.revert(back.id)
    assert dump(small.store) == after
    assert small.store.verify() == []


def web_ids(small: Small, body: Record) -> list[Record]:
    titles = ("Ishaq Dar", "Amna Baloch", "Wing", "Visit")
    reader = small.store.reader
    found = [
        reader.get(key, small.lens)
        for kind in ("person", "organization", "event")
        for key in reader.all_ids(kind, small.lens, "")
    ]
    return [body, *(record for record in found if record.title in titles)]


@pytest.mark.parametrize("kind", ["person", "organization", "agreement", "event"])
def test_every_kind_is_deleted_and_restored_exactly(small: Small, kind: str) -> None:
    web(small)
    before = dump(small.store)
    for key in small.store.reader.all_ids(kind, small.lens, "name"):
        small.store.revert(small.store.remove([key], small.lens).id)
        assert dump(small.store) == before
    assert small.store.verify() == []


def test_all_records_are_deleted_at_once_and_restored_exactly(small: Small) -> None:
    web(small)
    before = dump(small.store)
    reader = small.store.reader
    kinds = ("event", "person", "organization", "agreement")
    everything = [key for kind in kinds for key in reader.all_ids(kind, small.lens, "")]
    gone = small.store.remove(everything, small.lens)
    assert sum(reader.counts(small.lens).values()) == 0
    assert small.store.verify() == []
    small.store.revert(gone.id)
    assert dump(small.store) == before
    assert small.store.verify() == []


def test_a_restored_record_is_found_again_by_every_word(small: Small) -> None:
    queries = ("munir", "chief army", "zebra", "visits", "عاصم")
    gone = small.store.remove([small.munir.id], small.lens)
    reader = small.store.reader
    for text in queries:
        assert small.munir.id not in reader.page("person", parse_query(text), small.lens).ids
    small.store.revert(gone.id)
    for text in queries:
        assert small.munir.id in reader.page("person", parse_query(text), small.lens).ids


def test_a_changed_source_is_taken_back_in_every_index(small: Small) -> None:
    person = small.fresh(small.munir)
    person.citations[0].source.marking = 3
    change = small.store.save(person, small.lens)
    assert change is not None and small.store.verify() == []
    low = Lens(ceiling=0)
    query = parse_query("visits")
    assert not small.store.reader.page("person", query, low).ids
    small.store.revert(change.id)
    assert small.store.verify() == []
    assert small.munir.id in small.store.reader.page("person", query, low).ids


def test_removing_an_office_takes_the_tenures_of_others_and_gives_them_back(small: Small) -> None:
    before = dump(small.store)
    change = edit(small, small.army, offices=[])
    found = small.fresh(small.munir)
    assert isinstance(found, Person) and found.tenures == []
    small.store.revert(change)
    assert dump(small.store) == before


def test_an_import_edited_since_is_not_taken_back(small: Small) -> None:
    from tests.db.changes.test_unit_of_work import import_people

    change_id = import_people(small.store, 20)
    key = small.store.reader.page("person", parse_query('"person 7"'), small.lens).ids[0]
    person = small.store.reader.get(key, small.lens)
    edited = edit(small, person, gender="female")
    with pytest.raises(Conflict) as refusal:
        small.store.revert(change_id)
    assert refusal.value.changes == (edited,)
    small.store.revert(edited)
    small.store.revert(change_id)
    assert small.store.verify() == []


def test_dates_come_back_with_their_words(small: Small) -> None:
    born = HistoricalDate.parse("about 1968")
    change = edit(small, small.munir, born=born)
    small.store.revert(small.store.revert(change).id)
    found = small.fresh(small.munir)
    assert isinstance(found, Person) and found.born == born


STRANGE_LINES = [
    ("before = CAST('{}' AS BLOB)", "is missing"),
    ('before = CAST(\'{"kind": "person", "title": 7}\' AS BLOB)', "is missing"),
    ('before = CAST(\'{"ids": "all"}\' AS BLOB)', "is missing|has no “ids”"),
    ("row_to = 9223372036854775807", "of the history"),
    ("row_to = row + 1", "of the history"),
    ("table_name = 'nothing'", "no such table has a history"),
    ("table_name = 'sqlite_master'", "no such table has a history"),
    ("table_name = 'change'", "no such table has a history"),
    ("table_name = 'record; DROP TABLE note'", "no such table has a history"),
    ("table_name = x'00'", "table_name holds bytes"),
    ("row = 'first'", "row holds text"),
]


@pytest.mark.parametrize(("done", "says"), STRANGE_LINES, ids=[done for done, _ in STRANGE_LINES])
def test_a_line_of_history_that_its_table_cannot_hold_is_damage(
    done: str, says: str, small: Small
) -> None:
    removed = small.store.remove([small.call.id], LENS)
    sql_of(small.store).run(
        f"UPDATE revision SET {done} WHERE change_id = ? AND table_name = 'record'", (removed.id,)
    )
    before = dump(small.store)
    with pytest.raises(Damaged, match=says):
        small.store.revert(removed.id, LENS)
    assert dump(small.store) == before
    assert small.store.verify() != []


def test_a_change_of_columns_that_there_are_not_is_damage(small: Small) -> None:
    change = edit(small, small.munir, biography="one")
    sql_of(small.store).run(
        "UPDATE revision SET before = ? WHERE change_id = ? AND table_name = 'person'",
        (b'{"biography = 1, id":"x"}', change),
    )
    with pytest.raises(Damaged, match="has no “biography = 1, id”"):
        small.store.revert(change, LENS)
    assert small.store.verify() != []


def test_a_change_that_takes_back_itself_ends(small: Small) -> None:
    change = edit(small, small.munir, biography="one")
    sql_of(small.store).run("UPDATE change SET reverts = id")
    assert unreverted_changes(sql_of(small.store), {change}, change + 1) == [change]
