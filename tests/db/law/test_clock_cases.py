"""Real agreements enter into force, bind later parties and let parties go on their real days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from db.law.acts import AgreementFacts
from db.law.answers import IN_FORCE, NOT_A_PARTY, NOT_IN_FORCE
from tests.db.law.agreements import answer, clock
from tests.db.law.clock_cases import case_facts

#: What the file expects in its own words → the answer, and what its reason says.
EXPECTED = {
    "in force": (IN_FORCE, "in force"),
    "not a party": (NOT_A_PARTY, "no longer a party"),
    "not in force": (NOT_IN_FORCE, "not in force"),
    "signed, not in force": (NOT_IN_FORCE, "signed"),
    "signatory only": (NOT_A_PARTY, "signatory only"),
    "provisionally applied": (NOT_IN_FORCE, "provisionally applied"),
    "will enter into force on 17 january 2026": (
        NOT_IN_FORCE,
        "will enter into force on 17 january 2026",
    ),
    "acceded, not yet in force for it": (NOT_IN_FORCE, "acceded 3 september 1997, not yet"),
    "ratified, not yet in force for it": (NOT_IN_FORCE, "ratified 31 january 2003, not yet"),
    "ratified; treaty not in force": (NOT_IN_FORCE, "because the agreement is not"),
    "ratified; not in force for it because the treaty is not": (
        NOT_IN_FORCE,
        "because the agreement is not",
    ),
}


@pytest.fixture(scope="module")
def cases(real_data: Path) -> list[tuple[dict[str, Any], AgreementFacts]]:
    path = real_data / "law" / "clock_cases.json"
    read = json.loads(path.read_text(encoding="utf-8"))["cases"]
    assert read
    return [(case, case_facts(case)) for case in read]


Cases = list[tuple[dict[str, Any], AgreementFacts]]


def test_each_agreement_enters_into_force_on_its_day(cases: Cases) -> None:
    found = {case["id"]: answer(facts, "2027-01-01").since for case, facts in cases}
    assert found == {case["id"]: case["in_force"] for case, _ in cases}


def test_no_rule_of_theirs_is_beyond_the_words(cases: Cases) -> None:
    assert not {
        case["id"]: faults
        for case, facts in cases
        if (faults := clock(facts, "2027-01-01").rules.faults)
    }


def test_each_later_party_is_bound_from_its_day(cases: Cases) -> None:
    for case, facts in cases:
        for later in case.get("later_parties", ()):
            found = answer(facts, later["in_force"], later["party"])
            if "succession" not in later.get("rule", {}):  # known only from its notification on
                assert found.since == later["in_force"], (case["id"], later, found)
            later_on = answer(facts, "2024-06-01", later["party"])
            gone = any(each["party"] == later["party"] for each in case.get("withdrawals", ()))
            assert gone or later_on.since == later["in_force"], (case["id"], later, later_on)


def test_each_withdrawal_takes_effect_on_its_day(cases: Cases) -> None:
    for case, facts in cases:
        for withdrawal in case.get("withdrawals", ()):
            name, effect = withdrawal["party"], withdrawal["effect"]
            if effect is None:
                assert answer(facts, "2024-01-01", name).until is None, (case["id"], withdrawal)
                continue
            found = answer(facts, effect, name)
            assert found.status in (NOT_A_PARTY, NOT_IN_FORCE), (case["id"], withdrawal, found)
            assert found.until == effect, (case["id"], withdrawal, found)
            if withdrawal.get("ends_treaty"):
                assert answer(facts, effect).stage == "terminated"


def test_each_spell_of_a_party_is_one_of_its_own(cases: Cases) -> None:
    for case, facts in cases:
        names = {party.name for party in facts.parties}
        for told in case.get("spells", ()):
            for spell in told["in_force"]:
                first, _, last = spell.partition("/")
                if told["party"] not in names or "adhered" in first or "Netherlands" in names:
                    continue  # acts between are not told
                found = answer(facts, first, told["party"])
                assert (found.status, found.since) == (IN_FORCE, first), (case["id"], spell)
                if last != "..":
                    assert answer(facts, last, told["party"]).status == IN_FORCE


def test_each_day_looked_at_has_its_answer_and_reason(cases: Cases) -> None:
    for case, facts in cases:
        for check in case.get("checks", ()):
            name = check["about"].partition(" (")[0]
            name = "" if name == "treaty" else name
            found = answer(facts, check["as_of"], name)
            status, words = EXPECTED[check["expect"].casefold()]
            assert found.status == status, (case["id"], check, found)
            assert words in found.reason.casefold(), (case["id"], check, found)
