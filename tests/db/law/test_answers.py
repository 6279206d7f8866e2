"""An agreement gives one of five answers on a day, with its reason."""

from __future__ import annotations

import pytest

from db.law.answers import (
    IN_FORCE,
    NOT_IN_FORCE,
    NOT_RECORDED,
    UNCERTAIN,
)
from tests.db.law.agreements import agreement, answer, clock, fillers, party

ANSWERS = (
    # what is recorded, day, answer, words of the reason
    ({"in_force": "1940~"}, "1938-12-31", NOT_RECORDED, "No signature"),
    ({"in_force": "1940~"}, "1939-06-01", UNCERTAIN, "about 1940, which may be before this day"),
    ({"in_force": "1940~"}, "1942-01-01", IN_FORCE, "since about 1940"),
    ({"in_force": "1940", "terminated": "1950"}, "1950-06-01", UNCERTAIN,
     "Its end is given as 1950"),
    ({"in_force": "1940", "terminated": "1950"}, "1951-01-01", NOT_IN_FORCE, "since 1950"),
    ({}, "2025-01-01", NOT_RECORDED, "No signature and no entry into force is recorded."),
    ({"concluded": "1990-01-01"}, "2025-01-01", NOT_RECORDED, "no entry into force is recorded"),
    ({"stage": "announced"}, "2025-01-01", NOT_IN_FORCE, "Announced only."),
    ({"concluded": "1990-01-01", "stage": "announced"}, "2025-01-01", NOT_IN_FORCE, "Announced"),
    ({"concluded": "1947-10-30", "provisional_from": "1948-01-01",
      "provisional_until": "1995-12-31", "provisional_who": "all signatories"},
     "1970-01-01", NOT_IN_FORCE, "since 1 January 1948 by all signatories; not in force"),
    ({"concluded": "1947-10-30", "provisional_from": "1948-01-01",
      "provisional_until": "1995-12-31"}, "1996-01-01", NOT_RECORDED, "Signed 30 October 1947"),
    ({"concluded": "2000-01-01", "in_force": "2001-01-01", "duration": "5 years"},
     "2006-01-01", NOT_IN_FORCE, "its term ran out"),
    ({"concluded": "2000-01-01", "in_force": "2001-01-01", "in_force_rule": "signature"},
     "2006-01-01", IN_FORCE, "The rule gives 1 January 2000; the stated day counts."),
    ({"concluded": "2000-01-01", "in_force_rule": "when it pleases"},
     "2006-01-01", NOT_RECORDED, "Not computed: “when it pleases” says no rule"),
    ({"concluded": "2000-01-01", "in_force_rule": "signature + 30 days, and in force: CISG"},
     "2006-01-01", NOT_IN_FORCE, "missing CISG in force, then 30 days"),
)  # fmt: skip


@pytest.mark.parametrize(("fields", "day", "status", "words"), ANSWERS)
def test_an_agreement_answers_with_its_reason(
    fields: dict[str, str], day: str, status: str, words: str
) -> None:
    found = answer(agreement(**fields), day)
    assert found.status == status
    assert words in found.reason


def test_the_reading_names_the_deposit_and_the_day() -> None:
    facts = agreement(
        *fillers(49, "2019-01-01"),
        party("Honduras", "ratified 2020-10-24"),
        in_force_rule="50 deposits + 90 days",
    )
    reading = "50th deposit 24 October 2020, Honduras → 22 January 2021"
    assert clock(facts, "2022-01-01").reading() == reading
    assert answer(facts, "2022-01-01").reason == f"In force since 22 January 2021: {reading}."


def test_what_is_missing_is_told_with_the_period_that_follows() -> None:
    facts = agreement(
        *fillers(33, "2019-01-01"), concluded="2018-01-01", in_force_rule="35 deposits + 90 days"
    )
    found = answer(facts, "2022-01-01")
    assert clock(facts, "2022-01-01").missing() == "2 more ratifications, then 90 days"
    assert "missing 2 more ratifications, then 90 days" in found.reason


def test_an_incomplete_list_is_told_as_at_least() -> None:
    fields = {"in_force_rule": "2 deposits + 30 days", "parties_complete": "no"}
    some = agreement(*fillers(1, "2019-01-01"), concluded="2018-01-01", **fields)
    found = answer(some, "2022-01-01")
    assert found.status == UNCERTAIN and "at most 1 more ratification" in found.reason
    enough = agreement(*fillers(2, "2019-01-01"), concluded="2018-01-01", **fields)
    assert answer(enough, "2018-06-01").status == UNCERTAIN
    assert answer(enough, "2019-02-01").status == IN_FORCE


def test_nothing_that_happened_later_is_told() -> None:
    facts = agreement(
        party("Kenya", "signed 2019-01-01", "ratified 2020-05-05"),
        party("Togo", "signed 2019-01-01", "ratified 2020-06-06"),
        concluded="2019-01-01",
        in_force="2020-07-07",
        terminated="2022-01-01",
    )
    for name in ("", "Kenya"):
        found = answer(facts, "2019-12-31", name)
        assert "202" not in f"{found.reason}{found.since}{found.until}"


def test_a_withdrawal_from_a_bilateral_agreement_ends_it() -> None:
    facts = agreement(
        party("Kenya", "notice of withdrawal 2001-12-13"),
        party("Togo"),
        in_force="1972-10-03",
        withdrawal_rule="6 months",
    )
    found = answer(facts, "2002-06-13")
    assert (found.status, found.stage) == (NOT_IN_FORCE, "terminated")
    assert "Kenya left it" in found.reason
