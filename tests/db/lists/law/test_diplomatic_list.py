"""Accreditations on a desk give the order of precedence in a state, by its practice."""

from __future__ import annotations

import pytest

from db import Accreditation, HistoricalDate, Lens, Person, Refused, Store
from db.lists.law.diplomatic_list import read_heads
from tests.db.desk_sql import sql_of

LENS = Lens("2025-06-01")


def head(store: Store, name: str, marking: int = 0, **fields: str) -> None:
    values = {
        key: value
        if key.endswith("_time") or key in ("state", "mission_class")
        else HistoricalDate.parse(value)
        for key, value in fields.items()
    }
    values = {"state": f"{name}-land", "mission_class": "ambassador"} | values
    line = Accreditation(receiving="Belgium", **values)  # type: ignore[arg-type]
    store.save(Person(title=name, marking=marking, accreditations=[line]), Lens())


@pytest.fixture
def corps(store: Store) -> Store:
    head(store, "Anna", credentials="2024-03-20", credentials_time="10:00", true_copy="2024-01-08")
    head(store, "Boris", credentials="2024-03-20", credentials_time="09:00", true_copy="2024-02-02")
    head(store, "Carla", credentials="2020-01-15", farewell="2024-12-31")
    head(store, "Nuno", credentials="2025-01-15", true_copy="2025-01-10", mission_class="nuncio")
    return store


def names(store: Store, lens: Lens = LENS) -> list[str]:
    return [each["person"] for each in store.reader.precedence("Belgium", lens)["order"]]


def test_the_order_follows_the_practice_that_the_desk_keeps(corps: Store) -> None:
    assert names(corps) == ["Boris", "Anna", "Nuno"]
    corps.keep_setting("precedence.be", "true copy, nuncio first")
    found = corps.reader.precedence("be", LENS)
    assert [each["person"] for each in found["order"]] == ["Nuno", "Anna", "Boris"]
    assert found["rule"] == "true copy, nuncio first"
    assert found["order"][0]["since"] == "2025-01-10"


def test_it_is_that_of_the_day(corps: Store) -> None:
    assert names(corps, Lens("2024-06-01")) == ["Carla", "Boris", "Anna"]
    assert corps.reader.precedence("Belgium", LENS)["vacant"] == ["Carla-land"]


def test_who_is_marked_above_the_ceiling_stands_nowhere(corps: Store) -> None:
    head(corps, "Secret", marking=3, credentials="2019-01-01")
    assert names(corps)[0] == "Secret"
    assert "Secret" not in str(corps.reader.precedence("be", Lens("2025-06-01", 2)))


def test_a_state_without_anybody_is_told_so(corps: Store) -> None:
    with pytest.raises(Refused, match="No head of mission is accredited to “Peru”"):
        corps.reader.precedence("Peru", LENS)


def test_absence_and_its_end_are_read(store: Store) -> None:
    head(store, "Away", credentials="2020-01-01", absent_from="2025-05-01")
    head(store, "Back", credentials="2021-01-01", absent_from="2025-05-01",
         absent_until="2025-05-31")  # fmt: skip
    found = {each.person: each.is_absent(739_500) for each in read_heads(sql_of(store), "be", LENS)}
    assert found == {"Away": True, "Back": False}
