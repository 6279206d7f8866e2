"""The rules of an agreement read back while they are typed."""

from __future__ import annotations

from typing import Any

import pytest

from db import Agreement, HistoricalDate, Party, PartyAction, Ref
from db.lists.law.rule_readings import rule_readings

DAY = "2026-06-01"
SINCE = HistoricalDate.parse("2000-05-01")


def ratified(name: str, key: int, day: str) -> Party:
    act = PartyAction(action="ratified", date=HistoricalDate.parse(day))
    return Party(who=Ref(key, name, "organization"), actions=[act])


@pytest.mark.parametrize(
    "given, field, reads",
    [
        (
            {"in_force_rule": "1 deposit + 90 days",
             "parties": [ratified("Honduras", 1, "2020-10-24")]},
            "in_force_rule",
            "Reads: 1st deposit 24 October 2020, Honduras → 22 January 2021.",
        ),
        (
            {"in_force_rule": "2 deposits + 90 days",
             "parties": [ratified("Honduras", 1, "2020-10-24")]},
            "in_force_rule",
            "Reads: 2 deposits + 90 days. Missing 1 more ratification, then 90 days.",
        ),
        ({"later_rule": "30 days"}, "later_rule",
         "Reads: a later party is bound 30 days after its own act."),
        ({"withdrawal_rule": "12 months"}, "withdrawal_rule",
         "Reads: 12 months. A notice on 1 June 2026 is out on 1 June 2027."),
        ({"withdrawal_rule": "none"}, "withdrawal_rule", "Reads: no withdrawal."),
        (
            {"duration": "10 years", "renewal": "tacit", "in_force": SINCE},
            "renewal",
            "Reads: 10 years, tacit. The term that runs ends on 1 May 2030.",
        ),
        ({"duration": "5 years"}, "duration", "Reads: 5 years."),
        (
            {"provisional": HistoricalDate.parse("2020-01-01")},
            "provisional",
            "Provisionally applied since 1 January 2020; not in force.",
        ),
    ],
)  # fmt: skip
def test_a_rule_reads_back(given: dict[str, Any], field: str, reads: str) -> None:
    assert rule_readings(Agreement(title="Pact", **given), DAY)[field] == reads


@pytest.mark.parametrize(
    "field", ["in_force_rule", "later_rule", "duration", "renewal", "withdrawal_rule"]
)
def test_words_that_say_no_rule_stay_text(field: str) -> None:
    found = rule_readings(Agreement(title="Pact", **{field: "when it pleases"}), DAY)
    assert found[field].startswith("Stays text, nothing is computed: “when it pleases”")


def test_what_is_empty_says_nothing() -> None:
    assert rule_readings(Agreement(title="Pact"), DAY) == {}
