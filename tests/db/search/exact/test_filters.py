"""Each filter of the search box keeps what it says and nothing that lies above the ceiling."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from db import (
    HELD,
    KINDS,
    Agreement,
    Citation,
    Event,
    HistoricalDate,
    Identifier,
    Lens,
    Link,
    Office,
    OfficeRef,
    Organization,
    Parent,
    Participant,
    Party,
    Person,
    Record,
    Ref,
    Source,
    Store,
    Tenure,
    make_desk,
    open_desk,
    parse_query,
)
from db.query import FILTERS
from db.search.exact.filters import CONDITIONS
from tests.db.conftest import Small
from tests.db.lists.test_offices import CASES, DAY
from tests.saved_records import ref

LENS = Lens("2025-09-15")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One desk for the cases of the table, each of which leaves it empty."""
    path = tmp_path_factory.mktemp("filters") / "shared.desk"
    make_desk(path)
    with open_desk(path) as opened:
        yield opened


def found(store: Store, text: str, lens: Lens = LENS) -> set[str]:
    """The titles of all that a text in the box finds."""
    query = parse_query(text)
    ids = [key for kind in KINDS for key in store.reader.page(kind, query, lens).ids]
    return {line.title for line in store.reader.lines(ids, lens)}


def keep(store: Store, *records: Record) -> None:
    for record in records:
        store.save(record, LENS)


def test_every_filter_of_the_box_has_its_condition() -> None:
    assert {kind.name for kind in FILTERS} == CONDITIONS.keys()


# what lies on the desk → filter → what is found
FOUND = [
    (Person(title="A", topics=["Ärzte"]), "topic:Ärzte", True),
    (Person(title="A", topics=["Ärzte"]), "topic:ÄRZTE", True),
    (Person(title="A", topics=["Ärzte/Kammer"]), "tag:kammer", True),
    (Person(title="A", topics=["budget"]), "topic:%", False),
    (Person(title="A", topics=["50% rule"]), "topic:50%", True),
    (Person(title="A", topics=["budget"]), "topic:b_dget", False),
    (Person(title="A", topics=["foreign aid"]), 'topic:"foreign aid"', True),
    (Organization(title="A", kind="non-governmental body"), 'type:"non-governmental body"', True),
    (Organization(title="A", kind="non-governmental body"), "type:non-governmental", True),
    (Agreement(title="A", kind="letter of intent"), "type:letter-of-intent", True),
    (Agreement(title="A", kind="Übereinkommen"), "type:übereinkommen", True),
    (Agreement(title="A", laterality="bilateral"), "laterality:bilateral", True),
    (Agreement(title="A", laterality="bilateral"), "laterality:Bilateral", True),
    (Agreement(title="A", laterality="multilateral"), "laterality:bilateral", False),
    (Agreement(title="A", laterality="multilateral"), "-laterality:bilateral", True),
    (Event(title="A", kind="call"), "type:%", False),
    (Event(title="A", kind="call"), "in:!", False),
    (Event(title="A", kind="call"), "type:visit", False),
    (Event(title="A", kind="call"), "-type:visit", True),
    (Event(title="A", kind="call"), "-type:call", False),
    (Person(title="A", identifiers=[Identifier(scheme="x", value="4")]), "id:4", True),
    (Person(title="A", identifiers=[Identifier(scheme="x", value="4")]), "id:x:4", True),
    (Person(title="A", identifiers=[Identifier(scheme="x", value="4")]), "id:y:4", False),
    (Person(title="A", identifiers=[Identifier(scheme="x", value="a:b")]), "id:a:b", True),
    (Person(title="A", identifiers=[Identifier(scheme="x", value="a:b")]), "id:x:a:b", True),
    (Person(title="A"), "id:" + ":" * 900, False),
    (Person(title="A", country="pk"), "country:pk", True),
    (Person(title="A", country="pk"), "country:Pakistan", True),
    (Person(title="A", country="pk"), "country:in", False),
    (Person(title="A", country=""), "-country:pk", True),
    (Person(title="A", marking=1), "marking:restricted", True),
    (Person(title="A", marking=1), "marking:1", True),
    (Person(title="A", marking=1), "marking:secret", False),
    (Person(title="A"), "marking:purple", False),
    (
        Person(title="A", citations=[Citation(source=Source(title="Communiqué final"))]),
        "in:communiqué",
        True,
    ),
    (
        Person(title="A", citations=[Citation(source=Source(title="Communiqué final"))]),
        "in:COMMUNIQUE",
        True,
    ),
    (
        Person(title="A", citations=[Citation(source=Source(title="Secret", marking=3))]),
        "in:secret",
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "text", "is_found"), FOUND, ids=[f"{text}-{here}" for _, text, here in FOUND]
)
def test_a_filter_keeps_what_it_says(
    shared: Store, record: Record, text: str, is_found: bool
) -> None:
    made = deepcopy(record)
    keep(shared, made)
    try:
        assert found(shared, text) == ({"A"} if is_found else set())
    finally:
        shared.remove([made.id], LENS)


SIGNINGS = [
    ("party:utopia", {"Signed"}),
    ("party:UTOPÍA", {"Signed"}),
    ("party:ut", {"Signed"}),
    ("party:opia", set()),
    ("party:ÖVU", {"Signed"}),
    ("party:%", set()),
    ("signed:2025-07-10", {"Signed"}),
    ("signed:2025", {"Signed"}),
    ("signed:..2025-06-30", set()),
    ("signed:2025-08..", set()),
    ("held:2025-07", {"Signed", "Announced"}),
]


def test_parties_are_named_and_signing_is_no_announcement(store: Store) -> None:
    state = Organization(title="Utopía", kind="state", acronym="ÖVU")
    keep(store, state)
    when = HistoricalDate.parse("10 July 2025")
    keep(
        store,
        Agreement(title="Signed", concluded=when, parties=[Party(who=ref(state))]),
        Agreement(title="Announced", concluded=when, stage="announced"),
    )
    assert [(text, found(store, text)) for text, _ in SIGNINGS] == SIGNINGS


def test_what_lies_above_the_ceiling_makes_nothing_match(store: Store) -> None:
    body = Organization(
        title="Hidden", country="pk", marking=3, offices=[Office(title="Hidden chief")]
    )
    keep(store, body)
    person = Person(title="A person", tenures=[Tenure(office=OfficeRef(body.offices[0].id))])
    keep(store, person)
    keep(
        store,
        Event(title="Hidden", kind="visit", marking=3, participants=[Participant(who=ref(person))]),
        Event(title="A call", participants=[Participant(who=ref(body))]),
        Organization(title="A child", parents=[Parent(parent=ref(body))]),
    )
    for text in ("country:pk", "party:hidden", "in:hidden", "office:hidden"):
        assert found(store, text, Lens(ceiling=3)) - {"Hidden"} != set(), text
        assert found(store, text, Lens(ceiling=2)) == set(), text


def test_a_link_is_no_party(small: Small) -> None:
    other = Person(title="Other", links=[Link(other=Ref(small.state.id), nature="adviser to")])
    keep(small.store, other)
    assert "Other" not in found(small.store, "party:pakistan")


def test_a_status_finds_exactly_the_agreements_that_have_it(store: Store) -> None:
    when = HistoricalDate.parse("10 July 2025")
    keep(
        store,
        Agreement(title="Binding", concluded=when),
        Agreement(title="In force", concluded=when, in_force=when),
        Agreement(title="Ended", concluded=when, terminated=when),
        Agreement(title="Announced", concluded=when, stage="announced"),
        Agreement(title="Shelved", stage="shelved"),
        Agreement(title="Unknown"),
        Event(title="Held", status="held"),
    )
    for status, title in {
        "signed": "Binding",
        "in-force": "In force",
        '"in force"': "In force",
        "terminated": "Ended",
        "announced": "Announced",
        "shelved": "Shelved",
        "not-recorded": "Unknown",
        "not-stated": "Unknown",
        "held": "Held",
    }.items():
        assert found(store, f"status:{status}") == {title}
        for text in (f"-status:{status}", f"{title} -status:{status}"):
            assert title not in found(store, text)
    assert found(store, "status:ratified") == set()
    assert found(store, "-status:ratified ended") == {"Ended"}


@pytest.mark.parametrize("word", ["", " pact"])
def test_a_status_that_the_first_hits_have_not_is_looked_for_behind_them(
    store: Store, word: str
) -> None:
    for number in range(12):
        keep(store, Agreement(title=f"Pact {number:02}"))
    keep(store, Agreement(title="Pact 99", terminated=HistoricalDate.parse("2020")))
    query = parse_query(f"status:terminated{word}")
    for thorough in (False, True):
        page = store.reader.page("agreement", query, LENS, cap=2, thorough=thorough)
        assert [line.title for line in store.reader.lines(page.ids, LENS)] == ["Pact 99"]
    assert not page.is_capped


def test_who_is_in_office_is_who_holds_one_for_certain_on_the_day(store: Store) -> None:
    body = Organization(title="Body", offices=[Office(title="Chair", seats=99)])
    store.save(body, LENS)
    office = OfficeRef(body.offices[0].id)
    expected = set()
    for number, (since, until, state, certainty) in enumerate(CASES):
        dates = [HistoricalDate.parse(text) if text else None for text in (since, until)]
        tenure = Tenure(office=office, since=dates[0], until=dates[1], end_state=state)
        store.save(Person(title=f"Case {number}", tenures=[tenure]), LENS)
        expected |= {f"Case {number}"} if certainty == HELD else set()

    def found(query: str, lens: Lens = LENS) -> set[str]:
        ids = store.reader.page("person", parse_query(query), lens).ids
        return {line.title for line in store.reader.lines(ids, lens)}

    assert LENS.as_of == DAY
    assert found("status:in-office") == expected
    assert found("-status:in-office") == {f"Case {at}" for at in range(len(CASES))} - expected
    assert found("status:held") == set()
    body.marking = 3
    store.save(body, LENS)
    assert found("status:in-office", Lens(DAY, 2)) == set()
