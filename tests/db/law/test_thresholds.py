"""Thresholds are counted by deposit, by name, by part, and what lacks is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.dates import day_from_number
from db.law.acts import NEVER, AgreementFacts, PartyFacts
from db.law.rules.in_force_rules import read_in_force_rule
from db.law.thresholds import Trigger, find_trigger
from tests.db.law.agreements import agreement, fillers, party


def trigger(words: str, *parties: PartyFacts, **fields: str) -> Trigger:
    facts: AgreementFacts = agreement(*parties, **fields)
    return find_trigger(read_in_force_rule(words), facts, True)


def day(found: Trigger) -> str | None:
    return None if found.day >= NEVER else day_from_number(found.day)


KENYA, TOGO = party("Kenya", "ratified 2001-01-01"), party("Togo", "acceded 2002-01-01")
MALI = party("Mali", "signed 2000-01-01")
MET = (
    ("2 deposits", "2002-01-01"),
    ("1 deposit", "2001-01-01"),
    ("3 deposits", None),
    ("2 deposits incl. Kenya", "2002-01-01"),
    ("1 deposit incl. Togo", "2002-01-01"),
    ("2 deposits incl. Mali", None),
    ("all of KE, TG", "2002-01-01"),
    ("1 deposit of TG, ML", "2002-01-01"),
    ("2 deposits of TG, ML", None),
    ("2 deposits and 55% of trade", "2004-01-01"),
    ("2 deposits of ASEAN members", "2004-01-01"),
    ("all signatories", None),
    ("signature", "2000-01-01"),
    ("exchange of notes", None),
    ("exchange of instruments", None),
)


@pytest.mark.parametrize(("words", "expected"), MET)
def test_conditions_are_met_on_the_day_of_the_last_act(words: str, expected: str | None) -> None:
    found = trigger(words, KENYA, TOGO, MALI, share_met="2004-01-01", concluded="2000-01-01")
    assert day(found) == expected


MISSING = (
    ("3 deposits", "1 more ratification"),
    ("5 deposits", "3 more ratifications"),
    ("2 deposits incl. Mali", "ratification of Mali"),
    ("4 deposits incl. Mali", "2 more ratifications, among them that of Mali"),
    ("2 deposits of TG, ML", "1 more ratification of TG, ML"),
    ("all of KE, ML, NE", "ratification of ML and NE"),
    ("all signatories", "ratification of Mali"),
    ("2 deposits and 55% of trade", "55% of trade"),
    ("last notification", "notification of Mali"),
    ("exchange of notes", "note of Mali"),
)


@pytest.mark.parametrize(("words", "missing"), MISSING)
def test_what_lacks_is_told(words: str, missing: str) -> None:
    assert trigger(words, KENYA, TOGO, MALI).missing == (missing,)


def test_two_sides_have_exchanged_when_both_have_notified() -> None:
    sides = [party("Kenya", "notified 2001-01-01"), party("Togo", "notified 2001-03-01")]
    for words in ("last notification", "exchange of notes", "exchange of instruments"):
        assert day(trigger(words, *sides)) == "2001-03-01"
    notes = [party("Kenya"), party("Togo")]
    assert day(trigger("exchange of notes", *notes, concluded="2001-01-01")) == "2001-01-01"


def test_all_signatories_are_those_that_signed() -> None:
    signed = party("Mali", "signed 2000-01-01", "ratified 2003-01-01")
    assert day(trigger("all signatories", KENYA, signed)) == "2003-01-01"


def test_a_majority_is_of_those_that_signed_and_are_not_named() -> None:
    others = [
        party(f"Signer {number}", "signed 2000-01-01", *done)
        for number, done in enumerate([["ratified 2001-01-01"], ["ratified 2005-01-01"], []])
    ]
    words = "all of KE and majority of other signatories"
    assert day(trigger(words, KENYA, *others)) == "2005-01-01"
    found = trigger(words, KENYA, *others[:1], *others[2:])
    assert found.missing == ("1 more ratification of signatories",)


def test_a_deposit_taken_back_counts_no_more() -> None:
    back = party("Mali", "ratified 2000-01-01", "notice of withdrawal 2000-06-01")
    assert day(trigger("2 deposits", back, KENYA)) is None
    assert day(trigger("2 deposits", back, KENYA, TOGO)) == "2002-01-01"


def test_several_on_one_day_are_all_named() -> None:
    found = trigger("2 deposits", *fillers(3, "2001-01-01"))
    assert found.who == ("Filler 1", "Filler 2", "Filler 3")


def test_a_notification_is_no_deposit_of_an_instrument() -> None:
    assert day(trigger("1 deposit", party("Kenya", "notified 2001-01-01"))) is None


ACTS = st.sampled_from(["signed", "ratified", "acceded", "notified", "notice of withdrawal"])
DAYS = st.sampled_from(["2001-01-01", "2001-01-02", "2003-05", ""])
RULES = ["1 deposit", "2 deposits", "3 deposits", "exchange of instruments", "last notification"]


@given(
    rule=st.sampled_from(RULES),
    acts=st.lists(st.lists(st.tuples(ACTS, DAYS), max_size=1), max_size=4),
    is_late=st.booleans(),
    capacity=st.sampled_from([(), ("witness",)]),
)
def test_short_ways_lead_where_going_day_by_day_does(
    rule: str, acts: list[list[tuple[str, str]]], is_late: bool, capacity: tuple[str, ...]
) -> None:
    parties = [
        party(name, *(f"{kind} {day}" for kind, day in done))
        for name, done in zip(("Kenya", "Togo", "Mali", "Niger"), acts, strict=False)
    ]
    for each in parties[:1]:
        each.is_bystander = bool(capacity)
    facts, read = agreement(*parties), read_in_force_rule(rule)
    short = find_trigger(read, facts, is_late)
    with pytest.MonkeyPatch.context() as without:
        for way in ("_nth_deposit", "_deposit_of_all"):
            without.setattr(f"db.law.thresholds.{way}", lambda *_: None)
        assert find_trigger(read, facts, is_late) == short


@pytest.mark.parametrize(("left", "met"), [("2003-06-01", "2002-01-01"), ("2001-02-01", None)])
def test_who_left_after_the_threshold_was_met_had_counted(left: str, met: str | None) -> None:
    former = party("Kenya", "ratified 2001-01-01", f"notice of withdrawal {left}")
    for words in ("2 deposits", "exchange of instruments"):
        assert day(trigger(words, former, TOGO)) == met
