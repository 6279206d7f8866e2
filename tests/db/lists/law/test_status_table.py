"""The status table: signatories, parties, letters, territories, former parties and what-ifs."""

from __future__ import annotations

import pytest

from db import Agreement, HistoricalDate, Party, PartyAction, Ref, Refused
from db.lists.law.status_table import status_table

DAY = "2026-06-01"


def party(name: str, key: int, *acts: tuple[str, str] | tuple[str, str, str]) -> Party:
    actions = [
        PartyAction(
            action=act[0],
            date=HistoricalDate.parse(act[1]) if act[1] else None,
            territory=act[2] if len(act) > 2 else "",
        )
        for act in acts
    ]
    return Party(who=Ref(key, name, "organization"), actions=actions)


PACT = Agreement(
    title="Pact",
    in_force=HistoricalDate.parse("1988-06-01"),
    in_force_rule="2 deposits + 30 days",
    withdrawal_rule="6 months",
    laterality="multilateral",
    parties=[
        party("Kenya", 1, ("signed", "1987-01-01"), ("ratified", "1988-01-01")),
        party("Netherlands", 2, ("acceded", "1990-05-01"),
              ("territorial extension", "1995-01-01", "Aruba")),
        party("Peru", 3, ("signed", "1987-01-01")),
        party("Chad", 4, ("ratified", "1988-05-02"), ("denounced", "2001-02-02"),
              ("withdrew", "2001-08-02")),
        party("Cuba", 5, ("acceded", "2030-01-01")),
    ],
)  # fmt: skip


def test_each_party_has_its_acts_its_letter_and_its_status() -> None:
    table = status_table(PACT, DAY)
    found = [
        (row.party, row.territory, row.signed, row.consent, row.letter, row.status, row.is_former)
        for row in table.rows
    ]
    assert found[:4] == [
        ("Kenya", "", "1 January 1987", "1 January 1988", "", "in force", False),
        ("Netherlands", "", "", "1 May 1990", "a", "in force", False),
        ("Netherlands", "Aruba", "", "", "", "", False),
        ("Peru", "", "1 January 1987", "", "", "not a party", False),
    ]
    assert found[4][0] == "Chad" and found[4][-1]
    assert (table.signatories, table.parties) == (2, 2)
    assert table.answer.status == "in force"


def test_what_is_later_is_not_told() -> None:
    cuba = next(row for row in status_table(PACT, DAY).rows if row.party == "Cuba")
    assert (cuba.act, cuba.consent) == ("", "")


def test_a_what_if_is_worked_out_as_if_it_had_been_done() -> None:
    before = status_table(Agreement(title="Pact", in_force_rule="2 deposits + 30 days"), DAY)
    assert before.missing.startswith("2 more")
    after = status_table(PACT, "2027-06-01", "Peru ratifies 2027-03-01")
    peru = next(row for row in after.rows if row.party == "Peru")
    assert (peru.status, peru.since) == ("in force", "2027-03-31")
    assert after.supposed == peru and before.supposed is None
    new = status_table(PACT, "2027-06-01", "if Türkiye accedes on 1 March 2027")
    assert [row.status for row in new.rows if row.party == "Türkiye"] == ["in force"]


def test_a_what_if_that_says_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="does not say who does what when"):
        status_table(PACT, DAY, "whatever")
