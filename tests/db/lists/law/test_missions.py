"""Missions stand by the precedence of their heads, with their staff by rank on the day."""

from __future__ import annotations

import pytest

from db import (
    Accreditation,
    Contact,
    Lens,
    Link,
    Mission,
    Office,
    OfficeRef,
    OfficeRule,
    Organization,
    Person,
    Store,
    Tenure,
)
from db.lists.law.missions import NO_RANK, staff_rank
from tests.cabinet_desk import day
from tests.saved_records import ref

LENS = Lens("2025-06-30")
TITLES = ("Ambassador", "Driver", "Press Attaché", "First Secretary", "Counsellor")


def embassy(store: Store, title: str, country: str, *titles: str) -> dict[str, OfficeRef]:
    body = Organization(
        title=title, kind="embassy", country=country,
        contacts=[Contact(kind="phone", value="+32 2 548 87 00")],
        offices=[Office(title=each) for each in titles],
    )  # fmt: skip
    store.save(body, LENS)
    found = store.reader.get(body.id, LENS)
    assert isinstance(found, Organization)
    return {each.title: OfficeRef(each.id, each.title, ref(body)) for each in found.offices}


def person(store: Store, name: str, office: OfficeRef | None = None, **more: object) -> Person:
    state = more.pop("end_state", "ongoing")
    tenures = [Tenure(office=office, since=day("2023-01-01"), end_state=state)] if office else []
    made = Person(title=name, tenures=tenures, **more)  # type: ignore[arg-type]
    store.save(made, LENS)
    return made


def head(store: Store, name: str, state: str, since: str, office: OfficeRef | None = None,
         farewell: str = "", marking: int = 0) -> Person:  # fmt: skip
    line = Accreditation(state=state, receiving="Belgium", mission_class="ambassador",
                         credentials=day(since), farewell=day(farewell))  # fmt: skip
    return person(store, name, office, accreditations=[line], marking=marking)


def missions(store: Store, lens: Lens = LENS) -> dict[str, Mission]:
    return {each.state: each for each in store.reader.missions("be", lens)}


@pytest.fixture
def corps(store: Store) -> Store:
    offices = embassy(store, "Embassy of France", "fr", *TITLES)
    head(store, "Xavier", "France", "2024-01-01", offices["Ambassador"])
    for name, title in (("D", "Driver"), ("P", "Press Attaché"), ("F", "First Secretary")):
        person(store, name, offices[title])
    person(store, "Gone", offices["Counsellor"], end_state="ended-unknown")
    head(store, "Yoko", "Japan", "2023-01-01")
    head(store, "Hans", "Germany", "2021-01-01", farewell="2025-01-31")
    german = embassy(store, "Embassy of Germany in Belgium", "de", "Counsellor")
    embassy(store, "Embassy of Germany in Peru", "de", "Counsellor")
    person(store, "Otto", german["Counsellor"], end_state="unknown")
    return store


def test_they_stand_in_the_order_of_precedence(corps: Store) -> None:
    found = missions(corps)
    assert list(found) == ["Japan", "France", "Germany"]
    assert [each.person.title for each in found["France"].heads] == ["Xavier"]
    assert (found["Germany"].heads, found["Germany"].vacancy) == ((), "Hans took leave")


def test_staff_are_those_of_the_embassy_by_rank(corps: Store) -> None:
    found = missions(corps)
    assert [each.person.title for each in found["France"].members] == ["F", "P", "D"]
    assert [each.title for each in found["Germany"].bodies] == ["Embassy of Germany in Belgium"]
    (otto,) = found["Germany"].members
    assert (otto.person.title, otto.certainty) == ("Otto", "end unknown")
    assert found["France"].contacts[0].value == "+32 2 548 87 00"
    assert found["Japan"].members == ()


def test_a_state_says_who_stands_first_among_its_staff(corps: Store) -> None:
    rules = [OfficeRule(title="Press Attaché"), OfficeRule(title="Driver")]
    state = Organization(title="France", kind="state", country="fr", office_rules=rules)
    corps.save(state, LENS)
    assert [each.person.title for each in missions(corps)["France"].members] == ["P", "D", "F"]


def test_it_is_that_of_the_day(corps: Store) -> None:
    found = missions(corps, Lens("2022-06-01"))
    assert [each.person.title for each in found["Germany"].heads] == ["Hans"]
    assert found["Germany"].members == ()


def test_a_spouse_is_named_whichever_record_says_so(corps: Store) -> None:
    ids = {line.title: line.id for line in corps.reader.lines(range(1, 99), LENS)}
    for of, other in (("F", "P"), ("D", "Yoko")):
        record = corps.reader.get(ids[of], LENS)
        named = corps.reader.ref(ids[other], LENS)
        record.links = [Link(other=named, nature="spouse of")]
        corps.save(record, LENS)
    found = missions(corps)
    spouses = {each.person.title: each.spouse for each in found["France"].members}
    assert spouses == {"F": "P", "P": "F", "D": "Yoko"}
    assert found["Japan"].heads[0].spouse == "D"


def test_what_is_above_the_ceiling_stands_nowhere(corps: Store) -> None:
    head(corps, "Secret", "Spain", "2020-01-01", marking=3)
    assert "Spain" in missions(corps)
    assert "Spain" not in missions(corps, Lens("2025-06-30", 2))


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Ambassador Extraordinary", 1),
        ("Deputy Head of Mission", 2),
        ("Minister-Counsellor", 2),
        ("Counselor", 3),
        ("Third Secretary (Consular)", 6),
        ("Defence Attaché", 7),
        ("Cook", NO_RANK),
    ],
)
def test_titles_have_their_rank(title: str, rank: int) -> None:
    assert staff_rank(title) == rank
