"""An agreement and its parties are in force for spells of days."""

from __future__ import annotations

import pytest

from db.dates import day_from_number
from db.law.acts import EVER, NEVER
from db.law.spells import build_world, read_rules
from tests.db.law.agreements import agreement, fillers, party


def spells(*acts: str, late: bool = True, **fields: str) -> list[str]:
    """Return the spells of a party in an agreement of two deposits, as since/until."""
    fields = {"in_force_rule": "2 deposits + 30 days", "later_rule": "90 days"} | fields
    others = fillers(2, "2000-01-01")
    facts = agreement(*others, party("Kenya", *acts), concluded="1999-01-01", **fields)
    world = build_world(facts, read_rules(facts), late)
    return [
        f"{_text(each.since)}/{_text(each.until)}" for each in world.spells[facts.parties[2].key]
    ]


def _text(day: int) -> str:
    return ".." if day >= NEVER or day <= EVER else day_from_number(day)


SPELLS = (
    (["ratified 1999-06-01"], ["2000-01-31/.."]),
    (["ratified 2000-01-01"], ["2000-01-31/.."]),
    (["ratified 2000-01-15"], ["2000-04-14/.."]),  # after the threshold, before the own day
    (["acceded 2005-01-01"], ["2005-04-01/.."]),
    (["ratified 2005-01-01 > 2005-02-02"], ["2005-02-02/.."]),  # stated
    (["ratified 2005-01-01", "entry into force 2005-03-03"], ["2005-03-03/.."]),
    (["entry into force 2005-03-03"], ["2005-03-03/.."]),
    (["succeeded 2005-01-01 > 1991-10-08"], ["1991-10-08/.."]),
    (["succeeded 2005-01-01"], ["2005-01-01/.."]),
    (["signed 1999-01-01"], []),
    ([], []),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01"], ["2000-01-31/2011-01-01"]),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01 > 2010-02-02"],
     ["2000-01-31/2010-02-02"]),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01", "notice taken back 2010-05-01"],
     ["2000-01-31/.."]),
    (["ratified 2000-01-01", "ceased 2010-01-01"], ["2000-01-31/2010-01-01"]),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01", "acceded 2015-01-01"],
     ["2000-01-31/2011-01-01", "2015-04-01/.."]),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01", "acceded 2010-06-01"],
     ["2000-01-31/.."]),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01", "acceded 2010-12-01"],
     ["2000-01-31/2011-01-01", "2011-03-01/.."]),
    (["ratified 2000-01-10", "notice of withdrawal 2000-01-12"], []),
)  # fmt: skip


@pytest.mark.parametrize(("acts", "expected"), SPELLS)
def test_a_party_is_bound_for_spells(acts: list[str], expected: list[str]) -> None:
    assert spells(*acts, withdrawal_rule="1 year") == expected


def test_a_denunciation_without_a_rule_counts_from_its_day_a_notice_does_not() -> None:
    assert spells("ratified 2000-01-01", "denounced 2010-01-01") == ["2000-01-31/2010-01-01"]
    assert spells("ratified 2000-01-01", "notice of withdrawal 2010-01-01") == ["2000-01-31/.."]


def test_a_notice_ends_the_term_that_runs_where_no_rule_says_otherwise() -> None:
    fields = {"duration": "10 years, tacit, notice 6 months before the end"}
    acts = ("ratified 2000-01-01", "notice of withdrawal 2005-01-01")
    assert spells(*acts, **fields) == ["2000-01-31/2010-01-31"]


def test_an_agreement_that_ends_ends_for_all() -> None:
    assert spells("ratified 2000-01-01", terminated="2008-01-01") == ["2000-01-31/2008-01-01"]
    assert spells("ratified 2000-01-01", duration="5 years") == ["2000-01-31/2005-01-31"]


def test_without_a_rule_a_later_consent_binds_from_its_own_day() -> None:
    fields = {"in_force_rule": "", "later_rule": "", "in_force": "2000-01-31"}
    assert spells("ratified 1999-01-01", **fields) == ["2000-01-31/.."]
    assert spells("ratified 2001-01-01", **fields) == ["2001-01-01/.."]


def test_a_stated_day_of_the_agreement_beats_the_rule() -> None:
    assert spells("ratified 1999-06-01", in_force="2000-02-02") == ["2000-02-02/.."]


def test_uncertain_days_give_another_spell_in_each_world() -> None:
    assert spells("acceded 2005", late=False) == ["2005-04-01/.."]
    assert spells("acceded 2005", late=True) == ["2006-03-31/.."]


def test_both_sides_of_a_bilateral_agreement_are_bound_with_it() -> None:
    facts = agreement(party("Kenya"), party("Togo", "signed 1999-01-01"), in_force="2000-01-01")
    world = build_world(facts, read_rules(facts), True)
    assert [len(each) for each in world.spells.values()] == [1, 1]
    many = agreement(party("Kenya"), party("Togo"), in_force="2000-01-01", is_multilateral=True)
    world = build_world(many, read_rules(many), True)
    assert not any(world.spells.values())


def test_words_that_say_no_rule_compute_nothing_and_are_told() -> None:
    facts = agreement(party("Kenya"), in_force_rule="when it pleases", later_rule="30 days")
    rules = read_rules(facts)
    assert rules.entry is None and rules.later is not None and len(rules.faults) == 1
