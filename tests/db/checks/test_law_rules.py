"""What is stated and what the law of an agreement gives: days, notices, terms, closing days."""

from __future__ import annotations

from typing import Any

import pytest

from db import Store
from tests.db.checks.case_desk import CaseDesk, findings

PACT = {"kind": "agreement", "title": "Pact"}


def acts(*done: tuple[str, str], who: str = "Kenya") -> dict[str, Any]:
    return {"who": who, "acts": list(done)}


@pytest.mark.parametrize(
    "more, found",
    [
        # the day that the rule gives
        (
            {"rule": "signature + 30 days", "in_force": "2020-06-30",
             "parties": [acts(("signed", "2020-05-01"))]},
            ["In force 30 June 2020; the rule gives 31 May 2020."],
        ),
        (
            {"rule": "signature + 30 days", "in_force": "2020-05-31",
             "parties": [acts(("signed", "2020-05-01"))]},
            [],
        ),
        (
            {"rule": "signature + 30 days", "in_force": "2020-06-30?",
             "parties": [acts(("signed", "2020-05-01"))]},
            [],
        ),
        (  # one deposit may not be listed: the rule may have been met before
            {"rule": "2 deposits + 30 days", "in_force": "2020-03-02",
             "parties": [acts(("ratified", "2020-01-01")),
                         acts(("ratified", "2020-05-01"), who="Peru")]},
            [],
        ),
        (
            {"rule": "2 deposits + 30 days", "in_force": "2020-03-02", "parties_complete": True,
             "parties": [acts(("ratified", "2020-01-01")),
                         acts(("ratified", "2020-05-01"), who="Peru")]},
            ["In force 2 March 2020; the rule gives 31 May 2020."],
        ),
        (
            {"rule": "2 deposits + 30 days", "in_force": "2020-09-01",
             "parties": [acts(("ratified", "2020-01-01")),
                         acts(("ratified", "2020-05-01"), who="Peru")]},
            ["In force 1 September 2020; the rule gives 31 May 2020."],
        ),
        (
            {"in_force": "1980-01-27", "later_rule": "30 days",
             "parties": [acts(("acceded", "1997-09-03"), ("entry into force", "1997-10-01"))]},
            ["In force for it 1 October 1997; the rule gives 3 October 1997."],
        ),
        (
            {"in_force": "1980-01-27", "later_rule": "30 days",
             "parties": [acts(("acceded", "1997-09-03"), ("entry into force", "1997-10-03"))]},
            [],
        ),
        ({"rule": "when it pleases", "in_force": "1980-01-27"}, []),
    ],
)  # fmt: skip
def test_a_stated_day_is_the_day_of_the_rule(
    store: Store, more: dict[str, Any], found: list[str]
) -> None:
    CaseDesk(store).fill([{**PACT, **more}])
    told = [each for each in findings(store) if each.rule == "rule-and-date-differ"]
    assert [each.says for each in told] == found
    assert {each.severity for each in told} <= {"note"}


@pytest.mark.parametrize(
    "rule, out, found",
    [
        ({"withdrawal_rule": "12 months"}, "2019-08-02",
         ["Notice 2 February 2019, out 2 August 2019; by the rule (12 months) not before"
          " 2 February 2020."]),
        ({"withdrawal_rule": "6 months"}, "2019-08-02", []),
        ({"notice_period": "twelve months"}, "2019-08-02",
         ["Notice 2 February 2019, out 2 August 2019; by the rule (12 months) not before"
          " 2 February 2020."]),
        ({"notice_period": "as agreed"}, "2019-08-02", []),
        ({"withdrawal_rule": "none"}, "2019-08-02",
         ["Notice 2 February 2019, out 2 August 2019; the agreement allows no withdrawal."]),
        ({"withdrawal_rule": "12 months"}, "2020", []),  # perhaps later
        ({}, "2019-08-02", []),
    ],
)  # fmt: skip
def test_a_notice_is_as_long_as_the_rule_says(
    store: Store, rule: dict[str, Any], out: str, found: list[str]
) -> None:
    parties = [acts(("denounced", "2019-02-02"), ("withdrew", out)), acts(who="Peru"),
               acts(who="Chad")]  # fmt: skip
    CaseDesk(store).fill([{**PACT, "in_force": "1988", "parties": parties, **rule}])
    told = [each for each in findings(store) if each.rule == "notice-too-short"]
    assert [each.says for each in told] == found
    assert {each.place for each in told} <= {"Pact · Kenya"}


@pytest.mark.parametrize(
    "more, found",
    [
        ({"duration": "10 years"}, ["Its term of 10 years ran out 1 May 2010; ended then?"]),
        ({"duration": "10 years", "renewal": "by agreement"},
         ["Its term of 10 years ran out 1 May 2010; renewed, or ended then?"]),
        ({"duration": "10 years", "renewal": "tacit"}, []),
        ({"duration": "10 years", "terminated": "2010-05-01"}, []),
        ({"duration": "50 years"}, []),
        ({"duration": "as long as it pleases"}, []),
    ],
)  # fmt: skip
def test_a_term_that_ran_out_is_asked_about(
    store: Store, more: dict[str, Any], found: list[str]
) -> None:
    CaseDesk(store).fill([{**PACT, "in_force": "2000-05-01", **more}])
    assert [each.says for each in findings(store) if each.rule == "term-over"] == found


def test_a_term_that_another_agreement_extends_goes_on(store: Store) -> None:
    first = {**PACT, "concluded": "2000", "in_force": "2000-05-01", "duration": "10 years"}
    later = {"kind": "agreement", "title": "Later", "concluded": "2009",
             "links": [("extends", "Pact")]}  # fmt: skip
    CaseDesk(store).fill([first, later])
    assert findings(store) == []


@pytest.mark.parametrize(
    "day, found",
    [
        ("1971-05-05", ["Signed 5 May 1971; open for signature until 31 December 1970."]),
        ("1970-12-31", []),
        ("197X", []),
    ],
)
def test_nobody_signs_after_closing(store: Store, day: str, found: list[str]) -> None:
    given = {**PACT, "signature_until": "1970-12-31", "parties": [acts(("signed", day))]}
    CaseDesk(store).fill([given])
    told = [each for each in findings(store) if each.rule == "signed-after-closing"]
    assert [each.says for each in told] == found
    assert {(each.place, each.severity, each.at) for each in told} <= {
        ("Pact · Kenya", "warn", "parties[0].actions[0].date")
    }
