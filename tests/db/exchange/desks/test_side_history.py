"""A side says what it touched since the two parted, which part is which, who wrote what last."""

from __future__ import annotations

from db import Contact, Person, Store, merge_records
from db.exchange.desks.merge_memory import Memory, agreement_setting
from db.exchange.desks.side_history import (
    SideHistory,
    Stamp,
    common_change,
    fields_stamp,
    last_stamp,
)
from db.record_types import copy_with
from tests.db.desk_sql import sql_of
from tests.db.exchange.desks.copies import LENS


def _save(store: Store, person: Person) -> Person:
    store.save(person, LENS)
    found = store.reader.get(person.id, LENS)
    assert isinstance(found, Person)
    return found


def test_parts_from_before_are_known_by_number_and_later_ones_by_their_change(store: Store) -> None:
    dar = _save(store, Person(title="Dar", contacts=[Contact(value="1")]))
    fork = store.reader.last_change()
    dar.contacts.append(Contact(value="2"))
    dar = _save(store, dar)
    dar.contacts = [copy_with(dar.contacts[0], value="3"), dar.contacts[1]]
    dar = _save(store, dar)
    history = SideHistory(sql_of(store.reader), fork)
    first, second = (each.id for each in dar.contacts)
    assert history.part_key("contact", first) == f"contact {first}"
    [add, change] = [each for each in reversed(store.reader.changes()) if each.id > fork]
    made = f"contact {second} of {add.id} {add.time} {add.author}"
    assert history.part_key("contact", second) == made
    assert history.touched == {dar.id}
    stamps = history.row_stamps("contact", first)
    assert last_stamp(stamps, ["value"]) == Stamp(change.time, change.author)
    assert last_stamp(stamps, ["note"]) == Stamp()
    made_by = last_stamp(history.row_stamps("contact", second), ["value"])
    assert made_by == Stamp(add.time, add.author)
    assert history.record_stamp([dar.id]) == Stamp(change.time, change.author)


def test_a_part_that_was_deleted_and_put_back_is_the_one_it_was(store: Store) -> None:
    dar = _save(store, Person(title="Dar", contacts=[Contact(value="1")]))
    fork, key = store.reader.last_change(), dar.contacts[0].id
    dar.contacts = []
    _save(store, dar)
    store.revert(store.reader.last_change())
    assert SideHistory(sql_of(store.reader), fork).part_key("contact", key) == f"contact {key}"


def test_rows_of_an_import_belong_to_their_records(store: Store) -> None:
    from db.changes.writing import insert_record

    with store.unit_of_work("Import", compact=True) as work:
        for title in ("A", "B", "C"):
            insert_record(work, Person(title=title, contacts=[Contact(value="1")]))
    history = SideHistory(sql_of(store.reader), 0)
    assert history.touched == {1, 2, 3}
    assert history.touched_after(store.reader.last_change())[0] == set()


def test_a_desk_has_all_in_common_with_itself(store: Store) -> None:
    store.save(Person(title="Dar"), LENS)
    sql = sql_of(store.reader)
    assert common_change(sql, sql) == store.reader.last_change() > 0


def test_what_was_agreed_counts_as_written_until_it_is_written_anew(store: Store) -> None:
    dar = _save(store, Person(title="Dar"))
    fork = store.reader.last_change()
    dar.gender = "male"
    dar = _save(store, dar)
    sql = sql_of(store.reader)
    memory = Memory(stamps={f"person {dar.id} gender": ("9999", "her")}, agreed=[dar.id])
    store.keep_setting(*agreement_setting(sql, store.reader.last_change(), memory))

    def stamp() -> Stamp:
        row_stamps = SideHistory(sql, fork).row_stamps
        return fields_stamp(row_stamps, "person", dar.id, ("gender",))

    assert stamp() == Stamp("9999", "her")
    later = SideHistory(sql, store.reader.last_change())
    assert later.touched == {dar.id} and later.taken_columns("person", dar.id) == {"gender"}
    dar.gender = "female"
    dar = _save(store, dar)
    assert stamp().time < "9999"


def test_of_a_part_that_is_gone_it_is_known_whether_it_was_dropped(store: Store) -> None:
    dar, munir = (
        _save(store, Person(title=title, contacts=[Contact(value="1"), Contact(value=title)]))
        for title in ("Dar", "Munir")
    )
    fork = store.reader.last_change()
    dar.contacts = dar.contacts[:1]
    dar = _save(store, dar)
    with store.unit_of_work("Merge") as work:
        merge_records(work, dar.id, munir.id, {}, LENS)
    history = SideHistory(sql_of(store.reader), fork)
    assert history.is_dropped("contact 2")  # by hand
    assert not history.is_dropped("contact 3")  # one with the other “1”
    assert not history.is_dropped("contact 4")
