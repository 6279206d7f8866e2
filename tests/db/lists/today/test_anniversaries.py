"""Birthdays, round years and national days of the month to come."""

from __future__ import annotations

import re
from typing import Any

import pytest

from db import Contact, Lens, Organization, Person, Store, country_names
from db.lists.today.anniversaries import find_anniversaries, national_days
from tests.db.checks.case_desk import CaseDesk, day
from tests.db.desk_sql import sql_of

LENS = Lens("2026-06-01")


@pytest.mark.parametrize(
    "record, found",
    [
        ({"kind": "agreement", "concluded": "1976-06-20"}, ["Concluded 50 years ago."]),
        ({"kind": "agreement", "concluded": "1975-06-20"}, []),  # no round year
        ({"kind": "agreement", "concluded": "1976-06"}, []),
        ({"kind": "agreement", "concluded": "1976-06-20", "terminated": "2001"}, []),
        ({"kind": "organization", "founded": "2001-06-30"}, ["Founded 25 years ago."]),
        ({"kind": "organization", "founded": "2001-07-30"}, []),
    ],
)
def test_round_years_are_remembered(store: Store, record: dict[str, Any], found: list[str]) -> None:
    CaseDesk(store).fill([{"title": "It", **record}])
    assert [line.says for line in find_anniversaries(sql_of(store), LENS)] == found


@pytest.mark.parametrize(
    "born, died, found",
    [
        ("1960-06-15", None, ["66th birthday."]),
        ("1960-06-15", "2001", []),
        ("1860-06-15", None, []),
        ("1960-06", None, []),
        ("2026-06-15", None, []),
    ],
)
def test_birthdays_of_contacts(store: Store, born: str, died: str | None, found: list[str]) -> None:
    ann = Person(title="Ann", born=day(born), died=day(died), contacts=[Contact(value="+1 202")])
    store.save(ann, LENS)
    assert [line.says for line in find_anniversaries(sql_of(store), LENS)] == found


def test_national_days_of_the_countries_of_the_desk(store: Store) -> None:
    store.save(Organization(title="Italy", kind="state", country="it"), LENS)
    store.save(Person(title="Ann", country="ph"), LENS)
    lines = find_anniversaries(sql_of(store), LENS)
    assert [(line.day, line.title, line.says, bool(line.record_id)) for line in lines] == [
        ("2026-06-02", "Italy", "National day: Republic Day.", True),
        ("2026-06-12", "Philippines", "National day: Independence Day.", False),
    ]


def test_a_doubtful_national_day_says_so(store: Store) -> None:
    store.save(Organization(title="Nepal", kind="state", country="np"), LENS)
    (line,) = find_anniversaries(sql_of(store), Lens("2026-09-10"))
    assert line.says.startswith("National day: Constitution Day; to be confirmed: 3 Asoj")


def test_a_leap_day_is_remembered_in_every_year(store: Store) -> None:
    ann = Person(title="Ann", born=day("1960-02-29"), contacts=[Contact(value="+1 202")])
    store.save(ann, LENS)
    for year, on in (("2026", "2026-02-28"), ("2028", "2028-02-29")):
        (line,) = find_anniversaries(sql_of(store), Lens(f"{year}-02-10"))
        assert line.day == on


def test_every_national_day_is_a_day_of_a_state() -> None:
    found = national_days()
    assert set(found) <= set(country_names()) and len(found) > 180
    for text, name, _ in found.values():
        assert re.fullmatch(r"\d\d-\d\d", text) and name
        assert day(f"2024-{text}") is not None
