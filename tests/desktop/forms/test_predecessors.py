"""Who newly holds an office of one seat ends its holder's tenure with the same change, if asked."""

import pytest

from db import (
    HistoricalDate,
    Lens,
    Office,
    OfficeRef,
    Organization,
    Person,
    Ref,
    Tenure,
)
from desktop.forms.predecessors import find_predecessors
from tests.desktop.small_desk import SmallDesk, office

SINCE = HistoricalDate.parse("28 November 2025")
LENS = Lens("2026-01-01")


def holder(desk: SmallDesk, title: str, **tenure: object) -> Person:
    made = Person(title=title, tenures=[Tenure(office=office(desk, "Foreign Minister"), **tenure)])
    desk.save(made)
    return made


def names(desk: SmallDesk, record: Person, before: Person | None = None) -> list[str]:
    found = find_predecessors(desk.reader, LENS, before, record)
    return [each.holder.person.title for each in found]


def successor(desk: SmallDesk, **tenure: object) -> Person:
    given = {"since": SINCE, "end_state": "ongoing"} | tenure
    return Person(
        title="Ann Lee", tenures=[Tenure(office=office(desk, "Foreign Minister"), **given)]
    )


def test_the_one_holder_is_found(desk: SmallDesk) -> None:
    holder(desk, "Bo Ray", since=HistoricalDate.parse("2020"), end_state="ongoing")
    holder(desk, "Cy Cole", since=HistoricalDate.parse("2015"), end_state="ended-unknown")
    assert names(desk, successor(desk)) == ["Bo Ray"]


def test_one_whose_end_is_not_known_may_be_the_holder(desk: SmallDesk) -> None:
    holder(desk, "Bo Ray", since=HistoricalDate.parse("2020"), end_state="unknown")
    (found,) = find_predecessors(desk.reader, LENS, None, successor(desk))
    assert not found.is_certain


@pytest.mark.parametrize(
    "tenure",
    [
        {"acting": True},
        {"since": None},
        {"end_state": "unknown"},
        {"until": HistoricalDate.parse("December 2025"), "end_state": "ended"},
        {"since": HistoricalDate.parse("2019")},  # before the holder came: no successor
    ],
)
def test_nobody_is_asked_about_for_another_tenure(
    desk: SmallDesk, tenure: dict[str, object]
) -> None:
    holder(desk, "Bo Ray", since=HistoricalDate.parse("2020"), end_state="ongoing")
    assert names(desk, successor(desk, **tenure)) == []


def test_an_office_of_two_seats_has_room(desk: SmallDesk) -> None:
    body = Organization(title="Court", offices=[Office(title="Judge", seats=2)])
    desk.save(body)
    judge = OfficeRef(body.offices[0].id, "Judge", Ref(body.id, "Court", "organization"))
    desk.save(
        Person(title="Bo Ray", tenures=[Tenure(office=judge, since=SINCE, end_state="ongoing")])
    )
    record = Person(title="Ann", tenures=[Tenure(office=judge, since=SINCE, end_state="ongoing")])
    assert names(desk, record) == []


def test_a_tenure_that_was_there_before_asks_nothing(desk: SmallDesk) -> None:
    holder(desk, "Bo Ray", since=HistoricalDate.parse("2020"), end_state="ongoing")
    record = successor(desk)
    desk.save(record)
    kept = desk.reader.get(record.id, desk.lens)
    assert isinstance(kept, Person)
    assert names(desk, kept, before=kept) == []
    assert names(desk, kept) == ["Bo Ray"]
