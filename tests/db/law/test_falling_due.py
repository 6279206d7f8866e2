"""What falls due after a day is listed by day."""

from __future__ import annotations

import pytest

from db.dates import day_from_number
from db.law.falling_due import list_due
from tests.db.law.agreements import agreement, clock, fillers, party

TWO = (party("Kenya"), party("Togo"))
DUE = (
    ({"duration": "20 years", "renewal": "tacit 5 years, once, notice 1 year before the end"},
     "2020-01-01", ["2034-11-25 Last day for a notice against renewal",
                    "2035-11-25 Renewed for 5 years unless notice was given"]),
    ({"duration": "20 years", "renewal": "tacit 5 years, once, notice 1 year before the end"},
     "2036-01-01", ["2039-11-25 Last day for a notice against renewal",
                    "2040-11-25 Last term ends"]),
    ({"duration": "10 years, tacit, notice 6 months before the end"}, "2025-06-01",
     ["2025-11-25 Renewed for 10 years unless notice was given",
      "2035-05-25 Last day for a notice against renewal"]),
    ({"duration": "10 years"}, "2020-01-01", ["2025-11-25 Term ends"]),
    ({"duration": "5 years", "renewal": "by agreement, at most 5 years"}, "2020-01-01",
     ["2020-11-25 Term ends unless renewed by agreement"]),
    ({"duration": "10 years"}, "2026-01-01", []),
    ({"withdrawal_rule": "window 1 year every 10 years from entry into force"}, "2020-01-01",
     ["2025-11-25 The window for withdrawal opens"]),
    ({"withdrawal_rule": "window 1 year every 10 years from entry into force"}, "2026-01-01",
     ["2026-11-25 The window for withdrawal closes"]),
)  # fmt: skip


@pytest.mark.parametrize(("fields", "day", "due"), DUE)
def test_terms_and_windows_fall_due(fields: dict[str, str], day: str, due: list[str]) -> None:
    found = list_due(clock(agreement(*TWO, in_force="2015-11-25", **fields), day))
    assert [f"{day_from_number(each.day)} {each.what}" for each in found] == due


def test_entries_and_exits_to_come_fall_due() -> None:
    facts = agreement(
        *fillers(2, "2020-01-01"),
        party("Kenya", "ratified 2020-01-10"),
        party("Togo", "ratified 2019-01-01", "notice of withdrawal 2020-01-12 > 2021-01-12"),
        in_force_rule="3 deposits + 30 days",
        later_rule="90 days",
        concluded="2018-01-01",
        provisional_from="2019-01-01",
        provisional_until="2020-01-30",
    )
    found = list_due(clock(facts, "2020-01-15"))
    assert [f"{day_from_number(each.day)} {each.what}" for each in found] == [
        "2020-01-30 Last day of provisional application",
        "2020-01-31 Entry into force",
        "2020-04-09 Entry into force for Kenya",
        "2021-01-12 Out: Togo (notice of withdrawal 12 January 2020)",
    ]
