"""The columns that can be chosen are read for the rows in sight, only while they are shown."""

from __future__ import annotations

import pytest

from db import (
    KINDS,
    Agreement,
    Contact,
    Event,
    HistoricalDate,
    Lens,
    Link,
    Organization,
    Parent,
    Participant,
    Person,
    Rank,
    Record,
    Ref,
    Store,
)
from db.lists.more_columns import MORE_COLUMNS, list_columns
from db.lists.record_lists import COLUMNS, ORDERS

LENS = Lens("2025-09-15", 1)


def day(text: str) -> HistoricalDate:
    return HistoricalDate.parse(text)


def cells(store: Store, record: Record, *wanted: str, lens: Lens = LENS) -> dict[str, str]:
    [line] = store.reader.lines([record.id], lens, wanted)
    keys = [column.key for column in list_columns(record.KIND)]
    return {key: cell for key, cell in zip(keys, line.cells, strict=True) if cell}


@pytest.mark.parametrize("kind", KINDS)
def test_each_column_has_a_key_of_its_own_and_an_order_where_it_sorts(kind: str) -> None:
    keys = [column.key for column in list_columns(kind)]
    assert len(keys) == len(set(keys))
    for column in list_columns(kind):
        assert not column.is_sortable or column.key in ORDERS


@pytest.mark.parametrize("kind", KINDS)
def test_every_order_can_be_asked(store: Store, kind: str) -> None:
    for column in list_columns(kind):
        assert list(store.reader.all_ids(kind, LENS, column.key)) == []


def test_a_person_has_rank_and_ways_to_be_reached(store: Store) -> None:
    person = Person(
        title="Asim Munir",
        topics=["army", "talks"],
        marking=1,
        checked_on="2025-09-01",
        born=day("1968"),
        ranks=[
            Rank(title="General", since=day("2022-11"), until=day("May 2025")),
            Rank(title="Field Marshal", since=day("20 May 2025")),
        ],
        contacts=[
            Contact(kind="email", value="a@b.pk"),
            Contact(value="+92 51 1"),
            Contact(kind="mobile", value="+92 300 2"),
        ],
    )
    store.save(person, LENS)
    keys = [column.key for column in MORE_COLUMNS["person"]]
    assert {key: text for key, text in cells(store, person, *keys).items() if key in keys} == {
        "rank": "Field Marshal",
        "telephone": "+92 51 1, +92 300 2",
        "email": "a@b.pk",
        "born": "1968",
        "topics": "army, talks",
        "marking": "Restricted",
        "checked": "1 September 2025",
    }
    assert cells(store, person, "rank", lens=Lens("2024-01-01"))["rank"] == "General"


def test_what_is_not_shown_is_not_read(store: Store) -> None:
    person = Person(title="Asim Munir", topics=["army"])
    store.save(person, LENS)
    assert "topics" not in cells(store, person, "rank")
    [line] = store.reader.lines([person.id], LENS)
    assert len(line.cells) == len(COLUMNS["person"])


def test_the_body_above_is_that_of_the_day_and_below_the_ceiling(store: Store) -> None:
    old, new, hidden = (Organization(title=title) for title in ("Old", "New", "Hidden"))
    hidden.marking = 3
    for body in (old, new, hidden):
        store.save(body, Lens())
    unit = Organization(
        title="Unit",
        parents=[
            Parent(parent=Ref(old.id), until=day("2020")),
            Parent(parent=Ref(new.id), since=day("2021")),
            Parent(parent=Ref(hidden.id)),
        ],
    )
    store.save(unit, Lens())
    assert cells(store, unit, "parent")["parent"] == "New"
    assert cells(store, unit, "parent", lens=Lens("2019-01-01", 3))["parent"] == "Old, Hidden"


def test_agreements_and_events_have_theirs(store: Store) -> None:
    pact = Agreement(
        title="Pact",
        reference="X 1",
        laterality="bilateral",
        place="Lahore",
        in_force=day("1 March 2025"),
    )
    talks = Event(title="Talks", kind="meeting", status="planned")
    for record in (pact, talks):
        store.save(record, LENS)
    found = cells(store, pact, "reference", "laterality", "place", "in_force")
    assert (found["reference"], found["laterality"], found["place"], found["in_force"]) == (
        "X 1",
        "bilateral",
        "Lahore",
        "1 March 2025",
    )
    assert cells(store, talks, "type", "state")["state"] == "planned"


def test_an_event_names_the_agreements_it_is_linked_to_and_its_hour_in_each_capital(
    store: Store,
) -> None:
    pact, hidden = Agreement(title="Pact"), Agreement(title="Hidden pact", marking=3)
    body = Organization(title="Ministry", kind="ministry", country="pk")
    for each in (pact, hidden, body):
        store.save(each, LENS if each.marking < 2 else Lens())
    event = Event(
        title="Call",
        start=day("2025-11-17"),
        local_time="23:30",
        zone="America/New_York",
        country="us",
        participants=[Participant(who=Ref(body.id))],
        links=[Link(other=Ref(pact.id)), Link(other=Ref(hidden.id))],
    )
    store.save(event, Lens())
    found = cells(store, event, "agreements", "times")
    assert found["agreements"] == "Pact"
    assert found["times"] == ("17 November 2025 23:30 (New York); 18 November 2025 09:30 (Karachi)")
