"""What a party might do is read from words, and the clock answers as if it had."""

from __future__ import annotations

import pytest

from db.errors import Refused
from db.law.what_if import read_what_if, suppose
from tests.db.law.agreements import agreement, clock, days, fillers


@pytest.mark.parametrize(
    ("text", "party", "kind", "date"),
    [
        ("Philippines ratified 2027-03-01", "Philippines", "ratified", "2027-03-01"),
        ("Philippines deposits 2027-03-01", "Philippines", "ratified", "2027-03-01"),
        ("if Türkiye accedes on 1 March 2027", "Türkiye", "acceded", "2027-03-01"),
        ("Bosnia and Herzegovina notice of withdrawal 2027", "Bosnia and Herzegovina",
         "notice of withdrawal", "2027"),
        ("Togo notice taken back 2027-03-01", "Togo", "notice taken back", "2027-03-01"),
        ("Togo DEFINITIVELY SIGNED 2027-03-01", "Togo", "definitively signed", "2027-03-01"),
    ],
)  # fmt: skip
def test_a_supposed_act_is_read(text: str, party: str, kind: str, date: str) -> None:
    found = read_what_if(text)
    assert (found.party, found.act.kind, found.act.days) == (party, kind, days(date))


@pytest.mark.parametrize(
    "text", ["", "Togo", "Togo ratified", "ratified 2027-03-01", "Togo dances 2027-03-01",
             "Togo ratified someday"],
)  # fmt: skip
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_what_if(text)


def test_one_deposit_more_brings_the_agreement_into_force() -> None:
    facts = agreement(*fillers(1, "2020-01-01"), in_force_rule="2 deposits + 30 days")
    supposed = suppose(facts, read_what_if("Togo deposits 1 March 2027"))
    assert clock(supposed, "2026-01-01").answer().since == "2027-03-31"
    assert clock(facts, "2026-01-01").answer().since is None
