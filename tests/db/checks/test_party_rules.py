"""What each party did: what cannot be is found, what is odd but right is not."""

from __future__ import annotations

from typing import Any

import pytest

from db import Store
from tests.db.checks.case_desk import CaseDesk, findings

OPEN = {"kind": "agreement", "title": "Pact", "laterality": "multilateral"}
GDR = {"kind": "organization", "title": "East", "type": "state", "dissolved": "1990-10-03"}
NEW = {"kind": "organization", "title": "South", "type": "state", "founded": "2011-07-09"}
CLUB = {"kind": "organization", "title": "Club", "type": "company", "founded": "2011"}


def acts(*done: Any, who: str = "Kenya") -> dict[str, Any]:
    return {"who": who, "acts": list(done)}


@pytest.mark.parametrize(
    "records, found",
    [
        ([acts(("ratified", "1990"), ("accepted", "1991"))], ["two-consents"]),
        ([acts(("ratified", "1990"), ("denounced", "1995"), ("acceded", "2000"))], []),
        ([acts(("ratified", "1990"), ("ratified", "1992"))], []),  # for another territory
        ([acts(("signed", "1989"), ("acceded", "1990"))], ["accession-after-signature"]),
        ([acts(("signed", "1989"), ("ratified", "1990"))], []),
        (
            [acts(("signed subject to ratification", "1989"), ("denounced", "1995"))],
            ["denounced-without-consent"],
        ),
        ([acts(("denounced", "1995"))], []),  # only its end was recorded
        ([acts(("ratified", "1995"), ("entry into force", "1993"))], ["in-force-before-consent"]),
        ([acts(("succeeded", "1995"), ("entry into force", "1960"))], []),
        ([acts(("ratified", "1995-05"), ("entry into force", "1995"))], []),  # perhaps later
        (
            [acts(("signed subject to ratification", "1995"), ("entry into force", "1996"))],
            ["in-force-without-consent"],
        ),
        ([acts(("signed", "1995"), ("entry into force", "1996"))], []),  # definitively
        ([acts(("ratified", "1985"), ("reservation", "1999"))], ["reservation-late"]),
        ([acts(("reservation", "1985"), ("ratified", "1985"))], []),
        (
            [acts(("signed", "1980"), ("reservation", "1980"), ("ratified", "1985"))],
            ["reservation-unconfirmed"],
        ),
        ([acts(("ratified", "2005"), who="South")], ["before-state"]),
        ([acts(("succeeded", "2005"), who="South")], []),
        ([acts(("ratified", "1995"), who="East")], ["after-state"]),
        ([acts(("withdrew", "1991"), who="East")], []),
    ],
)
def test_acts_of_a_party(store: Store, records: list[dict[str, Any]], found: list[str]) -> None:
    CaseDesk(store).fill([GDR, NEW, {**OPEN, "parties": records}])
    assert [each.rule for each in findings(store)] == found


@pytest.mark.parametrize(
    ("more", "signed", "acceded", "found"),
    [
        ({"concluded": "1990-11-30"}, "1990-11-30", "1991-05-01", True),
        ({"concluded": "1990-11-30"}, "1990-11-30", "1993-05-25", False),  # closed after a year
        ({"concluded": "1967-01-27", "in_force": "1967-10-10"}, "1967-01-27", "1967-03-28", True),
        ({"in_force": "1995-05-13"}, "1994-11-30", "2013-07-08", False),
        ({"signature_until": "2004-07-30"}, "2003-09-26", "2004-12-03", False),
        ({"signature_until": "2004-07-30"}, "2003-09-26", "2004-07-03", True),
        ({"in_force": "1975-07-01"}, "1977-05-27", "1977-05-25", True),  # acceded before signing
        ({"in_force": "1984-08-05"}, "2002-05-16", "2002-05-16", True),
        ({}, "1989", "1995", True),
    ],
)
def test_a_signatory_accedes_only_when_it_can_no_longer_ratify_as_usual(
    store: Store, more: dict[str, str], signed: str, acceded: str, found: bool
) -> None:
    party = acts(("signed", signed), ("acceded", acceded))
    CaseDesk(store).fill([{**OPEN, **more, "parties": [party]}])
    told = [each.rule for each in findings(store)]
    assert ("accession-after-signature" in told) is found


def test_one_alone_of_the_signatories_did_not_sign(store: Store) -> None:
    signed = [acts(("signed", "1973"), ("ratified", "1975"), who=who) for who in ("Peru", "Chad")]
    late = acts(("ratified", "1980"))
    for complete, found in ((True, ["ratification-without-signature"]), (False, [])):
        case = {**OPEN, "title": f"Pact {complete}", "parties": [*signed, late]}
        CaseDesk(store).fill([{**case, "parties_complete": complete}])
        told = [each for each in findings(store) if each.title == case["title"]]
        assert [each.rule for each in told] == found


def test_a_body_is_founded_where_a_state_is_independent(store: Store) -> None:
    parties = [acts(("ratified", "2005"), who=who) for who in ("South", "Club")]
    CaseDesk(store).fill([NEW, CLUB, {**OPEN, "parties": parties}])
    assert [(each.place, each.says) for each in findings(store)] == [
        ("Pact · South", "Ratified 2005; independent 9 July 2011."),
        ("Pact · Club", "Ratified 2005; founded 2011."),
    ]


def test_in_force_for_a_party_before_the_agreement_is(store: Store) -> None:
    party = acts(("ratified", "1989"), ("entry into force", "1990"))
    CaseDesk(store).fill([{**OPEN, "in_force": "1992-03-01", "parties": [party]}])
    [only] = findings(store)
    assert only.rule == "party-in-force-before-treaty" and only.place == "Pact · Kenya"
    assert only.says == "In force for it 1990, the agreement itself 1 March 1992."


@pytest.mark.parametrize(
    "more, found",
    [
        ({"in_force": "1977"}, ["party-ended"]),
        ({"in_force": "1977", "terminated": "1985"}, []),
        ({"in_force": "1977", "terminated": "1999"}, ["party-ended"]),
        ({}, []),
    ],
)
def test_a_state_that_ended_while_it_was_bound(
    store: Store, more: dict[str, str], found: list[str]
) -> None:
    party = acts(("acceded", "1974-09-27"), who="East")
    CaseDesk(store).fill([GDR, {**OPEN, **more, "parties": [party]}])
    assert [each.rule for each in findings(store)] == found
