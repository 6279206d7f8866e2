"""Agreements as a whole: days, parties, links and who signed."""

from __future__ import annotations

from typing import Any

import pytest

from db import Amount, Store
from tests.db.checks.case_desk import LENS, CaseDesk, findings

PACT = {"kind": "agreement", "title": "Pact"}
LEFT = {"who": "Peru", "acts": [("withdrew", "2019-08-02")]}


def signed(by: str, day: str = "2004-02-01", note: str = "") -> list[dict[str, Any]]:
    return [{"who": "Kenya", "acts": [("signed", day, {"by": by, "note": note})]}]


@pytest.mark.parametrize(
    "more, found",
    [
        ({"concluded": "2020-05-01", "in_force": "2019-05-01"}, ["in-force-before-signature"]),
        ({"concluded": "2020-05", "in_force": "2020-05-01"}, []),
        ({"in_force": "1990", "provisional": "1992"}, ["provisional-after-in-force"]),
        ({"provisional": "1948"}, []),
        ({"in_force": "1990", "terminated": "1980"}, ["terminated-before-in-force"]),
        ({"terminated": "1980"}, ["terminated-never-in-force"]),
        ({"terminated": "1980", "provisional": "1948"}, []),
        ({"parties": ["Kenya", "Peru", "Kenya"]}, ["party-twice"]),
        ({"laterality": "bilateral", "parties": ["A", "B", "C"]}, ["bilateral-parties"]),
        ({"laterality": "multilateral", "parties": ["A", "B", "C"]}, []),
        (
            {"laterality": "bilateral", "in_force": "1988", "parties": ["Kenya", LEFT]},
            ["bilateral-without-party"],
        ),
        (
            {"laterality": "bilateral", "in_force": "1988", "terminated": "2019",
             "parties": ["Kenya", LEFT]},
            [],
        ),
        ({"in_force": "1988", "parties": ["A", "B", LEFT]}, []),
        (
            {"laterality": "bilateral", "concluded": "1999",
             "parties": [{"who": "A", "acts": [("signed", "2001")]}]},
            ["signing-and-concluded-differ"],
        ),
        (
            {"concluded": "1999", "parties": [{"who": "A", "acts": [("signed", "2001")]}]},
            [],
        ),
    ],
)  # fmt: skip
def test_an_agreement_alone(store: Store, more: dict[str, Any], found: list[str]) -> None:
    CaseDesk(store).fill([{**PACT, **more}])
    assert [each.rule for each in findings(store)] == found


@pytest.mark.parametrize(
    "concluded, nature, found",
    [
        ("1990", "amends", ["amends-later"]),
        ("1990", "replaces", ["amends-later"]),
        ("2000", "amends", []),
        (None, "amends", []),
    ],
)
def test_what_is_amended_came_first(
    store: Store, concluded: str | None, nature: str, found: list[str]
) -> None:
    CaseDesk(store).fill([
        {**PACT, "concluded": concluded, "links": [(nature, "Treaty")]},
        {"kind": "agreement", "title": "Treaty", "concluded": "1995"},
    ])  # fmt: skip
    assert [each.rule for each in findings(store)] == found


@pytest.mark.parametrize(
    "person, note, rule, says",
    [
        ({"died": "2003-05-05"}, "", "after-death", "Sam died on 5 May 2003."),
        ({"born": "2005"}, "", "before-birth", "Sam was born in 2005."),
        (
            {"tenures": [("Envoy", "1990", "1995")]},
            "",
            "signatory-not-in-office",
            "Sam held no office on 1 February 2004 that is recorded; by full powers?",
        ),
        ({"tenures": [("Envoy", "1990", "1995")]}, "with Full Powers", "", ""),
        ({"tenures": [("Envoy", "2003", None)]}, "", "", ""),
        ({}, "", "", ""),
    ],
)
def test_who_signed_lived_and_held_an_office(
    store: Store, person: dict[str, Any], note: str, rule: str, says: str
) -> None:
    who = {"kind": "person", "title": "Sam", **person}
    CaseDesk(store).fill([who, {**PACT, "parties": signed("Sam", note=note)}])
    found = findings(store)
    assert [(each.rule, each.says) for each in found] == ([(rule, says)] if rule else [])
    assert {each.place for each in found} <= {"Pact · Kenya"}


@pytest.mark.parametrize("country, note, found", [
    ("pe", "", ["signatory-of-other-state"]),
    ("pe", "for Kenya, which it represents", []),
    ("ke", "", []),
    ("", "", []),
])  # fmt: skip
def test_who_signed_is_of_the_state(
    store: Store, country: str, note: str, found: list[str]
) -> None:
    desk = CaseDesk(store)
    state = store.reader.get(desk.ref("Kenya").id, LENS)
    state.country = "ke"
    store.save(state, LENS)
    desk.fill([{"kind": "person", "title": "Sam"}])
    person = store.reader.get(desk.ref("Sam").id, LENS)
    person.country = country
    store.save(person, LENS)
    desk.fill([{**PACT, "parties": signed("Sam", note=note)}])
    assert [each.rule for each in findings(store)] == found


@pytest.mark.parametrize("qualifier, found", [("", ["amount-without-precision"]), ("about", [])])
def test_a_sum_says_how_exact_it_is(store: Store, qualifier: str, found: list[str]) -> None:
    desk = CaseDesk(store)
    desk.fill([PACT])
    pact = store.reader.get(desk.ref("Pact").id, LENS)
    pact.amounts = [Amount(number="5000000", currency="USD", qualifier=qualifier)]
    store.save(pact, LENS)
    told = findings(store)
    assert [each.rule for each in told] == found
    assert {each.says for each in told} <= {"Is USD 5,000,000 exact, about, up to or at least?"}


@pytest.mark.parametrize(
    "deposits, complete, rule, says",
    [
        (2, True, "3 deposits + 30 days", ["In force with 2 of 3 deposits recorded."]),
        (3, True, "3 deposits + 30 days", []),
        (2, False, "3 deposits + 30 days", []),
        (2, True, "signature", []),
        (2, True, "when all is well", []),
    ],
)
def test_what_is_in_force_has_its_deposits(
    store: Store, deposits: int, complete: bool, rule: str, says: list[str]
) -> None:
    given = {**PACT, "in_force": "1980", "rule": rule, "recorded_deposits": deposits}
    CaseDesk(store).fill([{**given, "parties_complete": complete}])
    assert [each.says for each in findings(store)] == says


@pytest.mark.parametrize(
    "scope, ended, found",
    [("", None, ["replaced-not-ended"]), ("between its parties", None, []), ("", "2003", [])],
)
def test_what_is_replaced_has_ended(
    store: Store, scope: str, ended: str | None, found: list[str]
) -> None:
    CaseDesk(store).fill([
        {**PACT, "in_force": "2003", "links": [("replaces", "Treaty", scope)]},
        {"kind": "agreement", "title": "Treaty", "in_force": "1933", "terminated": ended},
    ])  # fmt: skip
    assert [each.rule for each in findings(store)] == found
