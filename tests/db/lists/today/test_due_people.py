"""What is coming, who was not met for long, and what nobody has checked for long."""

from __future__ import annotations

from typing import Any

import pytest

from db import Contact, Lens, Person, Store
from db.lists.today.due_people import find_coming, find_stale_checks, find_unmet
from db.lists.today.today_line import read_days
from tests.db.checks.case_desk import CaseDesk
from tests.db.desk_sql import sql_of

LENS = Lens("2026-06-01")


@pytest.mark.parametrize(
    "event, says",
    [
        ({"start": "2026-06-10", "place": "Rome"}, ["Visit, Rome, 10 June 2026."]),
        ({"start": "2026-05-30", "end": "2026-06-02"}, ["Visit, 30 May 2026."]),
        ({"start": "2026-05-30"}, []),
        ({"start": "2026-06-10", "status": "cancelled"}, []),
        ({"start": "2030"}, []),
        ({}, []),
    ],
)
def test_what_is_coming(store: Store, event: dict[str, Any], says: list[str]) -> None:
    CaseDesk(store).fill([{"kind": "event", "title": "E", "type": "visit", **event}])
    lines = find_coming(sql_of(store), LENS, read_days(sql_of(store)))
    assert [line.says for line in lines] == says


@pytest.mark.parametrize(
    "met, says",
    [
        ("2025-01-01", ["Last met 1 year ago; the rhythm of “minerals” is 180 days."]),
        ("2026-05-01", []),
        (None, ["Never met; the rhythm of “minerals” is 180 days."]),
    ],
)
def test_who_was_not_met_for_long(store: Store, met: str | None, says: list[str]) -> None:
    desk = CaseDesk(store)
    desk.fill([{"kind": "person", "title": "Ann"}])
    ann = store.reader.get(desk.ref("Ann").id, LENS)
    ann.topics = ["minerals"]
    store.save(ann, LENS)
    if met:
        desk.fill([{"kind": "event", "title": "E", "start": met, "participants": ["Ann"]}])
    lines = find_unmet(sql_of(store), LENS, read_days(sql_of(store)))
    assert [line.says for line in lines] == says
    store.keep_setting("rhythm.minerals", "0")
    assert find_unmet(sql_of(store), LENS, read_days(sql_of(store))) == []


@pytest.mark.parametrize(
    "checked, says",
    [
        ("2026-01-01", ["Checked 5 months ago: do the offices still hold?"]),
        ("2026-05-01", []),
        (None, ["Written 6 months ago: do the offices still hold?"]),
    ],
)
def test_an_office_is_checked_every_ninety_days(
    store: Store, checked: str | None, says: list[str]
) -> None:
    CaseDesk(store).fill([
        {"kind": "person", "title": "Ann", "tenures": [("Envoy", "2001", None)]},
        {"kind": "person", "title": "Ben", "tenures": [("Envoy", "2001", "2002")]},
    ])  # fmt: skip
    sql_of(store).run("UPDATE record SET checked_on=?, created='2025-11-15T08:00'", (checked,))
    section = find_stale_checks(sql_of(store), LENS, read_days(sql_of(store)))
    assert [line.says for line in section.lines] == says


def test_a_telephone_is_checked_every_year_and_a_birth_never(store: Store) -> None:
    store.save(Person(title="Ann", contacts=[Contact(value="+1 202 555 0100")]), LENS)
    desk = CaseDesk(store)
    desk.fill([{"kind": "person", "title": "Ben", "born": "1950"}])
    sql_of(store).run("UPDATE record SET created='2024-01-15T08:00'")

    def titles() -> list[str]:
        days = read_days(sql_of(store))
        return [line.title for line in find_stale_checks(sql_of(store), LENS, days).lines]

    assert titles() == ["Ann"]
    store.keep_setting("unchecked-births", "365")
    store.keep_setting("unchecked-telephones", "0")
    assert titles() == ["Ben"]
