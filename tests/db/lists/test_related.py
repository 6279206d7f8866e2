"""What other records say of one: each section once, through the lens, with the hidden counted."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    AgreementLink,
    Event,
    HistoricalDate,
    Lens,
    Link,
    Organization,
    Parent,
    Participant,
    Party,
    PartyAction,
    Person,
    Record,
    Related,
    Store,
)
from tests.db.conftest import Small
from tests.saved_records import ref

LENS = Lens("2025-09-15")


def around(store: Store, record: Record, lens: Lens = LENS) -> Related:
    return store.reader.read(record.id, lens).related


def test_a_page_tells_of_every_event_and_agreement_once(store: Store) -> None:
    person = Person(title="Dar")
    store.save(person, LENS)
    twice = [Participant(who=ref(person), role=role) for role in ("host", "principal")]
    visit = Event(
        title="Visit", start=HistoricalDate.parse("2025-08"), participants=twice,
        initiated_by=ref(person), links=[Link(other=ref(person))],
    )  # fmt: skip
    store.save(visit, LENS)
    store.save(Event(title="Undated", initiated_by=ref(person)), LENS)
    signed = [PartyAction(action=act, signatory=ref(person)) for act in ("initialled", "signed")]
    store.save(Agreement(title="Pact", parties=[Party(who=ref(person), actions=signed)]), LENS)
    related = around(store, person)
    assert [line.title for line in related.events] == ["Visit", "Undated"]
    assert related.roles == {visit.id: ["host", "principal"]}
    assert [line.title for line in related.agreements] == ["Pact"]
    assert (related.event_count, related.agreement_count, related.withheld) == (2, 1, 0)


# how a second record names the first → the section it stands in
WAYS = [
    (lambda one: Event(title="X", part_of=one), "event", "events"),
    (lambda one: Event(title="X", initiated_by=one), "event", "events"),
    (lambda one: Event(title="X", participants=[Participant(who=one)]), "person", "events"),
    (lambda one: Event(title="X", links=[Link(other=one)]), "agreement", "events"),
    (lambda one: Agreement(title="X", parties=[Party(who=one)]), "organization", "agreements"),
    (
        lambda one: Agreement(title="X", agreement_links=[AgreementLink(other=one)]),
        "agreement",
        "agreements",
    ),
    (lambda one: Agreement(title="X", links=[Link(other=one)]), "event", "agreements"),
    (lambda one: Organization(title="X", predecessor=one), "organization", "members"),
    (lambda one: Organization(title="X", parents=[Parent(parent=one)]), "organization", "members"),
    (lambda one: Person(title="X", links=[Link(other=one)]), "person", "mentions"),
    (lambda one: Organization(title="X", links=[Link(other=one)]), "person", "mentions"),
]
MADE = {
    "person": Person(title="One"),
    "organization": Organization(title="One"),
    "agreement": Agreement(title="One"),
    "event": Event(title="One"),
}


def titles(related: Related, section: str) -> list[str]:
    found = getattr(related, section)
    return [(each.other if section == "mentions" else each).title for each in found]


def test_each_way_of_naming_a_record_is_told_in_its_section_until_it_is_hidden(
    store: Store,
) -> None:
    ones: dict[str, Record] = {}
    for kind, one in MADE.items():
        ones[kind] = type(one)(title=one.title)
        store.save(ones[kind], LENS)
    for number, (make, kind, section) in enumerate(WAYS):
        other = make(ref(ones[kind]))
        store.save(other, LENS)
        assert titles(around(store, ones[kind]), section) == ["X"], number
        other.marking = 2
        store.save(other, LENS)
        under = around(store, ones[kind], Lens(ceiling=1))
        assert (titles(under, section), under.withheld) == ([], 1), number
        store.remove([other.id], LENS)
        assert around(store, ones[kind]) == Related(), number


def test_an_event_that_a_record_links_to_is_told_from_both_sides(store: Store) -> None:
    event = Event(title="Visit")
    store.save(event, LENS)
    person = Person(title="Dar", links=[Link(other=ref(event), nature="concerns")])
    store.save(person, LENS)
    assert titles(around(store, person), "events") == ["Visit"]
    assert titles(around(store, event), "mentions") == ["Dar"]


def test_what_is_hidden_is_counted_and_not_named(small: Small) -> None:
    call = small.fresh(small.call)
    call.marking = 3
    small.store.save(call, LENS)
    low = small.store.reader.read(small.munir.id, Lens("2025-09-15", 2))
    assert (low.related.events, low.related.event_count, low.related.withheld) == ([], 0, 1)
    assert low.withheld == 2  # the call, and a note of his


def test_holders_are_told_of_a_bodys_own_offices(small: Small) -> None:
    [holder] = around(small.store, small.army).holders
    assert (holder.person.title, holder.certainty) == ("Asim Munir", "held")
    assert around(small.store, small.state).holders == []


def test_holders_above_the_ceiling_are_counted_and_not_named(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.marking = 2
    small.store.save(munir, small.lens)
    over, under = (around(small.store, small.army, Lens("2025-09-15", top)) for top in (3, 1))
    assert ([each.person.title for each in over.holders], over.withheld) == (["Asim Munir"], 0)
    assert (under.holders, under.withheld) == ([], 1)


def test_a_chronology_has_them_all_though_a_page_shows_the_latest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.lists.related.MAX_SECTION_LINES", 3)
    person = Person(title="Dar")
    store.save(person, LENS)
    for day in range(1, 6):
        start = HistoricalDate.parse(f"2025-07-{day:02}")
        event = Event(title=f"{day}", start=start, participants=[Participant(who=ref(person))])
        event.marking = 3 if day == 4 else 0
        store.save(event, LENS)
    related = around(store, person, Lens(ceiling=2))
    assert [line.title for line in related.events] == ["5", "3", "2"]
    assert (related.event_count, related.withheld) == (4, 1)
    ids = store.reader.dated_ids(person.id, Lens(ceiling=2))
    assert [line.title for line in store.reader.lines(ids, LENS)] == ["5", "3", "2", "1"]
