"""Saving writes the difference and no more: derived keys, places, shared sources, topics."""

from __future__ import annotations

from typing import Any

import pytest

from db import (
    RECORD_TYPES,
    Agreement,
    Citation,
    Event,
    HistoricalDate,
    Lens,
    Name,
    Note,
    Office,
    Organization,
    Parent,
    Person,
    Refused,
    Source,
    Store,
)
from db.changes.writing import day_of
from tests.db.conftest import Small, ref
from tests.db.desk_sql import sql_of

LENS = Lens("2025-09-15")


def date(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


def logged(store: Store) -> list[tuple[Any, ...]]:
    """Table and row of every line of the latest change."""
    return sql_of(store).rows(
        "SELECT table_name, row FROM revision WHERE change_id=(SELECT max(id) FROM change)"
        " ORDER BY id"
    )


@pytest.mark.parametrize(
    ("record", "day"),
    [
        (Event(start=date("2025-07"), end=date("2025-08")), "2025-07-01"),
        (Event(end=date("2025-08")), "2025-08-01"),
        (Event(start=date("before 2019")), "2018-12-31"),
        (Agreement(concluded=date("2024"), in_force=date("2023")), "2024-01-01"),
        (Agreement(in_force=date("2023")), "2023-01-01"),
        (Organization(founded=date("1947-08-14")), "1947-08-14"),
        (Person(born=date("about 1968")), "1967-01-01"),
        (Person(), None),
        (Event(start=HistoricalDate("", None, None, "long ago")), None),
    ],
)
def test_a_list_is_sorted_by_the_first_day_that_can_be_meant(record: Any, day: str | None) -> None:
    assert day_of(record) == day


def test_a_name_carries_the_keys_it_is_searched_by(store: Store) -> None:
    person = Person(title="Łukasz Müller", names=[Name(text="عاصم", kind="native")])
    store.save(person, LENS)
    rows = sql_of(store).rows("SELECT kind, position, folded, script FROM name ORDER BY position")
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("primary", 0, "lukasz muller"),
        ("native", 1, "عاصم"),
    ]
    assert rows[1][3] == person.names[0].script != ""


def test_a_new_title_renames_the_main_name_and_keeps_its_row(small: Small) -> None:
    question = "SELECT id, text, folded FROM name WHERE record_id=? AND kind='primary'"
    [before] = sql_of(small.store).rows(question, (small.army.id,))
    army = small.fresh(small.army)
    army.title = "Army of Pakistan"
    small.store.save(army, LENS)
    assert sql_of(small.store).rows(question, (small.army.id,)) == [
        (before[0], "Army of Pakistan", "army of pakistan")
    ]


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_changed_field_is_one_line_of_history(small: Small, kind: str) -> None:
    records = {"person": small.munir, "organization": small.army}
    record = small.fresh({**records, "agreement": small.pact, "event": small.call}[kind])
    record.country = "fr"
    small.store.save(record, LENS)
    assert logged(small.store) == [("record", record.id)]


def test_a_line_keeps_its_row_while_the_order_stands(store: Store) -> None:
    person = Person(title="A", notes=[Note(text=text) for text in "abc"])
    store.save(person, LENS)
    first, second, third = (note.id for note in person.notes)
    person.notes[1].text = "B"
    store.save(person, LENS)
    assert logged(store) == [("note", second)]
    del person.notes[0]
    store.save(person, LENS)
    assert logged(store) == [("note", first)]
    person.notes.insert(0, Note(text="new"))
    store.save(person, LENS)
    read = store.reader.get(person.id, LENS)
    assert [note.text for note in read.notes] == ["new", "B", "c"]
    assert [note.id for note in read.notes[1:]] == [second, third]
    person.notes.reverse()
    store.save(person, LENS)
    assert [note.text for note in store.reader.get(person.id, LENS).notes] == ["c", "B", "new"]


def test_a_source_like_one_there_is_that_one(store: Store) -> None:
    for title in ("One", "Two"):
        source = Source(title="An article", publisher="A paper", published=date("2025-09"))
        store.save(Event(title=title, citations=[Citation(source=source)]), LENS)
    assert sql_of(store).value("SELECT count(*) FROM source") == 1


FIELDS = ("title", "publisher", "author", "published", "url", "text", "marking")


@pytest.mark.parametrize(
    "other",
    [
        Source(title="Another", publisher="A paper", author="N."),
        Source(title="An article", publisher="Another paper", author="N."),
        Source(title="An article", publisher="A paper", author="M."),
        Source(title="An article", publisher="A paper", author="N.", marking=1),
        Source(title="An article", publisher="A paper", author="N.", text="whole"),
        Source(title="An article", publisher="A paper", author="N.", published=date("2025")),
        Source(title="An article", publisher="A paper", author="N.", url="example.org"),
    ],
)
def test_a_source_that_says_anything_else_is_another(store: Store, other: Source) -> None:
    first = Source(title="An article", publisher="A paper", author="N.")
    for number, source in enumerate((first, Source(**{f: getattr(other, f) for f in FIELDS}))):
        store.save(Event(title=f"Event {number}", citations=[Citation(source=source)]), LENS)
    assert sql_of(store).value("SELECT count(*) FROM source") == 2


def test_an_edited_source_is_edited_for_all_who_cite_it(small: Small) -> None:
    call = small.fresh(small.call)
    munir = small.fresh(small.munir)
    source = munir.citations[0].source
    call.citations = [Citation(source=source, passage="a passage")]
    source.publisher = "A paper"
    small.store.save(call, LENS)
    assert small.fresh(munir).citations[0].source.publisher == "A paper"
    source.id = 999
    with pytest.raises(Refused, match="no longer on this desk"):
        small.store.save(call, LENS)


def test_a_topic_stands_under_the_one_that_its_name_begins_with(store: Store) -> None:
    store.save(Person(title="A", topics=["trade", "trade/minerals", "trade", "a/b"]), LENS)
    tags = sql_of(store).rows(
        "SELECT t.text, p.text FROM tag t LEFT JOIN tag p ON p.id=t.parent_id"
    )
    assert dict(tags) == {"trade": None, "trade/minerals": "trade", "a/b": None}
    assert sql_of(store).value("SELECT count(*) FROM record_tag") == 3


def test_a_topic_given_up_stays_for_others(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.topics = ["navy"]
    small.store.save(munir, LENS)
    assert small.fresh(munir).topics == ["navy"]
    assert {row[0] for row in sql_of(small.store).rows("SELECT text FROM tag")} == {"army", "navy"}


def test_an_office_keeps_its_uid_through_a_new_title(small: Small) -> None:
    army = small.fresh(small.army)
    assert isinstance(army, Organization)
    uid = army.offices[0].uid
    assert uid
    army.offices = [Office(id=army.offices[0].id, title="Chief of Defence")]
    small.store.save(army, LENS)
    read = small.fresh(army)
    assert isinstance(read, Organization)
    assert (read.offices[0].uid, read.offices[0].title) == (uid, "Chief of Defence")


LOW = Lens("2025-09-15", 0)


@pytest.mark.parametrize(
    ("stored", "seen", "after"),
    [
        ("H1 a", "b", "H1 b"),  # another one in its place
        ("a H1", "b", "b H1"),
        ("H1 a H2", "b", "H1 b H2"),
        ("H1", "b", "H1 b"),  # added where nothing is seen
        ("a H1", "a b", "a H1 b"),
        ("a H1 c", "b c", "b H1 c"),
        ("a H1 c", "a b", "a H1 b"),
        ("a H1 c", "c", "H1 c"),
        ("H1 a c", "b d", "H1 b d"),
        ("H1 a c", "b d e", "H1 b d e"),
        ("H1 a", "b a", "b H1 a"),
        ("a H1 c", "c a", "H1 c a"),
        ("H1 a H2", "", "H1 H2"),
    ],
)
def test_a_hidden_line_keeps_its_place_beside_those_that_are_changed(
    store: Store, stored: str, seen: str, after: str
) -> None:
    bodies = {
        name: Organization(title=name, marking=2 if name.startswith("H") else 0)
        for name in ("a", "b", "c", "d", "e", "H1", "H2")
    }
    for body in bodies.values():
        store.save(body, LENS)

    def parents(names: str) -> list[Parent]:
        return [Parent(parent=ref(bodies[name])) for name in names.split()]

    body = Organization(title="Office", parents=parents(stored))
    store.save(body, LENS)
    shown = store.reader.get(body.id, LOW)
    assert isinstance(shown, Organization)
    there = {each.parent.title: each for each in shown.parents if each.parent}
    shown.parents = [there.get(each.parent.title, each) for each in parents(seen) if each.parent]
    store.save(shown, LOW)
    whole = store.reader.get(body.id, LENS)
    assert isinstance(whole, Organization)
    assert " ".join(each.parent.title for each in whole.parents if each.parent) == after
