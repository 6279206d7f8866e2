"""What falls due, what was never signed, and dead letters by age."""

from __future__ import annotations

from typing import Any

import pytest

from db import Agreement, Lens, Store
from db.lists.today.due_agreements import find_announcements, find_dead_letters, find_due
from db.lists.today.today_line import read_days
from tests.db.checks.case_desk import CaseDesk
from tests.db.desk_sql import sql_of

LENS = Lens("2026-06-01")
PACT = {"kind": "agreement", "title": "Pact"}
TODAY = "db.lists.today.due_agreements.today"
BOTH = [{"who": "A", "acts": [("signed", "1998-05-03")]}]


@pytest.mark.parametrize(
    "more, found",
    [
        (
            {"in_force": "2016-09-01", "duration": "10 years",
             "renewal": "tacit, notice 6 months before the end"},
            [("2026-09-01", "Renewed for 10 years unless notice was given.")],
        ),
        (
            {"in_force": "2017-01-01", "duration": "10 years",
             "renewal": "tacit, notice 6 months before the end"},
            [("2026-07-01", "Last day for a notice against renewal.")],
        ),
        ({"in_force": "2016-09-01", "duration": "20 years"}, []),
        ({"in_force": "2016-09-01", "terminated": "2026-07-15"}, [("2026-07-15", "Ends.")]),
        ({"in_force": "2030-07-01"}, []),
        ({"signature_until": "2026-06-30"}, [("2026-06-30", "Last day for signature.")]),
        (
            {"in_force": "1980", "withdrawal_rule": "12 months",
             "parties": ["B", "C", {"who": "A", "acts": [("notice of withdrawal", "2025-08-01")]}]},
            [],
        ),
    ],
)  # fmt: skip
def test_what_falls_due_within_the_horizon(
    store: Store,
    more: dict[str, Any],
    found: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(TODAY, lambda: LENS.as_of)
    CaseDesk(store).fill([{**PACT, **more}])
    lines = find_due(sql_of(store), LENS, read_days(sql_of(store)))
    assert [(line.day, line.says) for line in lines] == found
    assert {line.title for line in lines} <= {"Pact"}


@pytest.mark.parametrize(
    "now, days",
    [
        ("2026-06-01", ["2026-06-30", "2026-07-15"]),
        ("2026-07-14", ["2026-06-30", "2026-07-15"]),
        ("2026-07-15", ["2026-06-30"]),
        ("2030-01-01", ["2026-06-30"]),
    ],
)
def test_an_end_that_has_come_since_is_not_told_on_a_past_day(
    store: Store, now: str, days: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TODAY, lambda: now)
    told = {"in_force": "2016", "terminated": "2026-07-15", "signature_until": "2026-06-30"}
    CaseDesk(store).fill([{**PACT, **told}])
    lines = find_due(sql_of(store), LENS, read_days(sql_of(store)))
    assert [line.day for line in lines] == days


def test_the_horizon_is_chosen(store: Store) -> None:
    CaseDesk(store).fill([{**PACT, "in_force": "2026-09-01"}])
    store.keep_setting("today-days", "30")
    assert find_due(sql_of(store), LENS, read_days(sql_of(store))) == []


@pytest.mark.parametrize(
    "more, says",
    [
        ({}, ["Announced, not signed; on the desk since 3 months ago."]),
        ({"concluded": "2026"}, []),
        ({"parties": BOTH}, []),
    ],
)
def test_what_was_announced_and_never_signed(
    store: Store, more: dict[str, Any], says: list[str]
) -> None:
    desk = CaseDesk(store)
    desk.fill([{**PACT, **more}])
    pact = store.reader.get(desk.ref("Pact").id, LENS)
    assert isinstance(pact, Agreement)
    pact.stage = "announced"
    store.save(pact, LENS)
    sql_of(store).run("UPDATE record SET created = '2026-02-15T08:00:00'")
    assert [line.says for line in find_announcements(sql_of(store), LENS)] == says


@pytest.mark.parametrize(
    "more, found",
    [
        ({"concluded": "1998-05-03"}, True),
        ({"concluded": "1998-05-03", "parties": BOTH}, True),
        ({"concluded": "1998-05-03", "in_force": "1999"}, False),
        ({"concluded": "1998-05-03", "provisional": "1999"}, False),
        ({"concluded": "1998-05-03", "terminated": "1999"}, False),
        ({"concluded": "1998-05-03", "rule": "signature", "parties": BOTH}, False),
        ({"concluded": "1998-05-03",
          "parties": [{"who": "A", "acts": [("ratified", "2001")]}]}, False),
        ({}, False),
    ],
)  # fmt: skip
def test_a_dead_letter_was_signed_and_nothing_came_of_it(
    store: Store, more: dict[str, Any], found: bool
) -> None:
    CaseDesk(store).fill([{**PACT, **more}])
    says = [line.says for line in find_dead_letters(sql_of(store), LENS)]
    assert says == ["Signed 3 May 1998, 28 years ago; nothing is recorded since."] * found


def test_the_youngest_dead_letter_comes_first_and_through_the_lens(store: Store) -> None:
    CaseDesk(store).fill([
        {**PACT, "concluded": "2010"}, {**PACT, "title": "Older", "concluded": "1998"},
    ])  # fmt: skip
    assert [line.title for line in find_dead_letters(sql_of(store), LENS)] == ["Pact", "Older"]
    sql_of(store).run("UPDATE record SET marking = 2")
    assert find_dead_letters(sql_of(store), Lens("2026-06-01", 1)) == []
