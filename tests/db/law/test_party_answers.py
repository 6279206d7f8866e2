"""A party is bound or not, and two parties are bound to each other, each with its reason."""

from __future__ import annotations

import pytest

from db.law.acts import PartyAct
from db.law.answers import IN_FORCE, NOT_A_PARTY, NOT_IN_FORCE, NOT_RECORDED, UNCERTAIN
from db.law.party_answers import answer_between
from tests.db.law.agreements import agreement, answer, clock, days, fillers, party

RULES = {
    "concluded": "1999-01-01",
    "in_force_rule": "2 deposits + 30 days",
    "later_rule": "90 days",
    "withdrawal_rule": "1 year, sunset 20 years",
}
ANSWERS = (
    # acts, day, answer, words of the reason
    ([], "2020-01-01", NOT_RECORDED, "Listed as a party; no act"),
    (["signed 1999-01-01"], "2020-01-01", NOT_A_PARTY, "Signatory only: signed 1 January 1999."),
    (["full powers 1999-01-01"], "2020-01-01", NOT_A_PARTY, "Not bound: full powers"),
    (["ratified 2005-01-01"], "2005-03-31", NOT_IN_FORCE, "not yet in force for it: from 1 April"),
    (["ratified 2005-01-01"], "2005-04-01", IN_FORCE, "in force for it since 1 April 2005"),
    (["ratified "], "2020-01-01", NOT_RECORDED, "Ratified on a day not recorded"),
    (["ratified 2005"], "2005-06-01", UNCERTAIN, "which may be before this day or after it"),
    (["ratified 2005"], "2007-06-01", IN_FORCE, "Ratified 2005; in force for it since"),
    (["ratified 2005-01-01 > 2005-02-02"], "2006-01-01", IN_FORCE,
     "since 2 February 2005 (stated; by the rule it would be 1 April 2005)"),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01"], "2010-12-31", IN_FORCE,
     "notice of withdrawal 1 January 2010, out from 1 January 2011"),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01"], "2011-01-01", NOT_A_PARTY,
     "No longer a party since 1 January 2011: notice of withdrawal 1 January 2010; its effects"
     " last until 1 January 2031."),
    (["ratified 2000-01-01", "notice of withdrawal 2010"], "2011-06-01", UNCERTAIN, "The end is"),
    (["ratified 2000-01-01", "suspended 2010-01-01"], "2010-06-01", NOT_IN_FORCE,
     "suspended since"),
    (["ratified 2000-01-01", "suspended 2010-01-01", "resumed 2011-01-01"], "2011-06-01", IN_FORCE,
     "in force for it"),
    (["ratified 2000-01-01", "notice of withdrawal 2010-01-01", "notice taken back 2010-03-01"],
     "2012-01-01", IN_FORCE, "notice of withdrawal taken back 1 March 2010"),
)  # fmt: skip


@pytest.mark.parametrize(("acts", "day", "status", "words"), ANSWERS)
def test_a_party_answers_with_its_reason(
    acts: list[str], day: str, status: str, words: str
) -> None:
    facts = agreement(*fillers(2, "2000-01-01"), party("Kenya", *acts), **RULES)
    found = answer(facts, day, "Kenya")
    assert found.status == status, found
    assert words in found.reason


def test_a_notice_without_a_rule_leaves_the_end_uncertain() -> None:
    fields = RULES | {"withdrawal_rule": ""}
    kenya = party("Kenya", "ratified 2000-01-01", "notice of withdrawal 2010-01-01")
    facts = agreement(*fillers(2, "2000-01-01"), kenya, **fields)
    assert answer(facts, "2009-12-31", "Kenya").status == IN_FORCE
    found = answer(facts, "2012-01-01", "Kenya")
    assert found.status == UNCERTAIN and "when it takes effect is not recorded" in found.reason


def test_a_consent_taken_back_leaves_a_signatory() -> None:
    kenya = party(
        "Kenya", "signed 1996-09-24", "ratified 2000-06-30", "notice of withdrawal 2023-11-03"
    )
    facts = agreement(kenya, in_force_rule="all of KE, TG + 180 days", concluded="1996-09-24")
    assert "because the agreement is not" in answer(facts, "2010-01-01", "Kenya").reason
    found = answer(facts, "2026-01-01", "Kenya")
    assert found.status == NOT_A_PARTY and found.reason.startswith("Signatory only")


def test_who_ratified_what_is_not_in_force_is_not_bound() -> None:
    facts = agreement(party("Kenya", "ratified 2000-01-01"), in_force_rule="35 deposits + 30 days")
    found = answer(facts, "2010-01-01", "Kenya")
    assert (found.status, found.since) == (NOT_IN_FORCE, None)


def test_a_territory_is_told_with_its_party() -> None:
    aruba = PartyAct("territorial extension", days("1986-01-01"), territory="Aruba")
    netherlands = party("Netherlands", "ratified 2000-01-01", aruba)
    facts = agreement(*fillers(2, "2000-01-01"), netherlands, **RULES)
    assert (
        "Aruba territorial extension 1 January 1986"
        in answer(facts, "2010-01-01", "Netherlands").reason
    )


def between(*acts: PartyAct, day: str = "2010-01-01") -> str:
    togo = party("Togo", "acceded 2001-01-01")
    kenya = party("Kenya", "ratified 2000-01-01", *acts)
    found = clock(agreement(*fillers(2, "2000-01-01"), kenya, togo, **RULES), day)
    return answer_between(found, *found.facts.parties[2:]).status


def test_two_are_bound_to_each_other_where_both_are_bound() -> None:
    assert between() == IN_FORCE
    assert between(day="2001-02-01") == NOT_IN_FORCE


def test_an_accession_accepted_state_by_state_binds_those_that_accepted_it() -> None:
    other = PartyAct("accepted", days("2002-01-01"), towards="Mali")
    this = PartyAct("accepted", days("2002-01-01"), towards="Togo")
    assert between(other) == NOT_IN_FORCE
    assert between(other, this) == IN_FORCE
    assert between(other, this, day="2001-12-31") == NOT_IN_FORCE


def test_a_suspension_towards_one_holds_between_the_two() -> None:
    suspended = PartyAct("suspended", days("2005-01-01"), towards="Togo")
    resumed = PartyAct("resumed", days("2006-01-01"), towards="Togo")
    assert between(suspended) == NOT_IN_FORCE
    assert between(suspended, resumed) == IN_FORCE
