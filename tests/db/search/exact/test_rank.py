"""The best-fitting name of a record counts, and who serves on the day stands first."""

from __future__ import annotations

import pytest

from db import (
    Agreement,
    HistoricalDate,
    Lens,
    Name,
    OfficeRef,
    Organization,
    Person,
    Tenure,
)
from db.search.exact.rank import fit, fits_of, in_office, read_folded_names
from tests.db.conftest import Small


@pytest.mark.parametrize(
    ("name", "asked", "grade"),
    [
        ("ishaq dar", "ishaq dar", 0),
        ("dar ishaq", "ishaq dar", 0),
        ("ishaq dar", "dar", 1),
        ("dar khan", "dar", 1),
        ("dari khan dar", "dar khan", 2),
        ("ishaq dar khan", "dar", 2),
        ("darius", "dar", 3),
        ("al darwish", "dar", 4),
        ("rubio", "dar", 5),
        ("dar", "dar dar", 2),
    ],
)
def test_a_name_fits_the_better_the_less_it_says_beside(name: str, asked: str, grade: int) -> None:
    assert fit(name, asked, asked.split()) == grade


def test_an_alias_and_an_acronym_are_names_too(small: Small) -> None:
    fwo = Organization(title="Frontier Works Organization", acronym="FWO")
    alias = Person(title="Ada", names=[Name(text="Augusta King", kind="alias")])
    titled = Agreement(title="Pact", names=[Name(text="The Accord", kind="alias")])
    for record in (fwo, alias, titled):
        small.store.save(record, small.lens)
    with small.store.unit_of_work("look") as work:
        assert "fwo" in read_folded_names(work.sql, "organization", [fwo.id])[fwo.id]
        assert set(read_folded_names(work.sql, "agreement", [titled.id])[titled.id]) == {
            "pact",
            "the accord",
        }
        assert fits_of(work.sql, "person", [alias.id], "augusta king") == {alias.id: 0}
        assert fits_of(work.sql, "organization", [fwo.id], "fwo") == {fwo.id: 0}


@pytest.mark.parametrize(
    ("day", "is_serving"), [("2023-01-01", True), ("2022-11-29", True), ("2021-01-01", False)]
)
def test_in_office_is_who_serves_on_the_day(small: Small, day: str, is_serving: bool) -> None:
    with small.store.unit_of_work("look") as work:
        found = in_office(work.sql, "person", [small.munir.id, small.call.id], Lens(day))
    assert found == ({small.munir.id} if is_serving else set())


def test_the_last_day_in_office_counts_and_the_next_does_not(small: Small) -> None:
    held = OfficeRef(small.army.offices[0].id)
    until = HistoricalDate.parse("2020-05-01")
    former = Person(title="Former", tenures=[Tenure(office=held, until=until, end_state="ended")])
    small.store.save(former, small.lens)
    with small.store.unit_of_work("look") as work:
        assert in_office(work.sql, "person", [former.id], Lens("2020-05-01")) == {former.id}
        assert in_office(work.sql, "person", [former.id], Lens("2020-05-02")) == set()
        assert in_office(work.sql, "person", [small.munir.id], Lens("2020-05-01")) == set()


def test_an_office_of_a_body_above_the_ceiling_tells_nothing(small: Small) -> None:
    army = small.fresh(small.army)
    army.marking = 2
    small.store.save(army, small.lens)
    with small.store.unit_of_work("look") as work:
        assert in_office(work.sql, "person", [small.munir.id], Lens("2023-01-01", 1)) == set()
        assert in_office(work.sql, "organization", [small.munir.id], Lens("2023-01-01")) == set()


def test_whose_end_is_not_known_does_not_serve_for_certain(small: Small) -> None:
    held = OfficeRef(small.army.offices[0].id)
    since = HistoricalDate.parse("2019")
    person = Person(title="Unsure", tenures=[Tenure(office=held, since=since, end_state="unknown")])
    small.store.save(person, small.lens)
    with small.store.unit_of_work("look") as work:
        assert in_office(work.sql, "person", [person.id], Lens("2020-05-01")) == set()
