"""A row of agreements: what was agreed, between whom, and what each of them did."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Store
from db.exchange.mapping.row_values import Value
from db.exchange.mapping.targets import TARGETS
from db.exchange.placing.tally import RowFault
from db.exchange.rows.agreement_rows import build
from db.exchange.rows.party_acts import ACTIONS
from tests.db.exchange.typed import at_work, bring_in, called, row


def test_a_row_makes_the_agreement_with_its_parties_once_each(store: Store) -> None:
    parties = (Value("Pakistan"), Value("India"), Value("PAK"))
    with at_work(store, "agreements") as at:
        draft = build(
            row(title="Water treaty", signed="1960-09-19", parties=parties, value="2,5"), at
        )
    pact = draft.record
    assert isinstance(pact, Agreement) and len(pact.parties) == 2
    assert pact.concluded and pact.concluded.edtf == "1960-09-19"
    assert [amount.number for amount in pact.amounts] == ["2.5"]


def test_what_one_party_did_stands_with_it(store: Store) -> None:
    with at_work(store, "agreements") as at:
        draft = build(
            row(
                title="Convention", party="Pakistan",
                party_signed="1990-01-02", party_in_force="1991",
            ),
            at,
        )  # fmt: skip
    pact = draft.record
    assert isinstance(pact, Agreement)
    assert [(each.action, each.date_of) for each in pact.parties[0].actions] == [
        ("signed", "act"), ("entry into force", "effect"),
    ]  # fmt: skip


def test_every_action_is_a_target() -> None:
    assert ACTIONS.keys() <= TARGETS["agreements"].keys()


def test_an_agreement_without_an_identifier_is_known_by_its_words_in_any_order_of_parties(
    store: Store,
) -> None:
    one, two = (Value("Pakistan"), Value("India")), (Value("India"), Value("Pakistan"))
    with at_work(store, "agreements") as at:
        keys = [build(row(title="Pact", parties=each), at).keys for each in (one, two)]
        own = build(row(identity="A1", title="Pact"), at)
    assert keys[0][0][1].startswith(keys[1][0][1].split("-")[0])
    assert own.keys == [("x", "A1")]


def test_a_row_without_a_title_is_a_fault(store: Store) -> None:
    with at_work(store, "agreements") as at, pytest.raises(RowFault, match="no agreement"):
        build(row(signed="1960"), at)


BY_PARTY = (
    'kind="agreements"\none_per_party=true\n[fields]\ntitle="Treaty"\nsigned="Done"\n'
    'party={column="Party",create=true}\nparty_signed="Signed"\n'
)


def test_rows_of_one_title_are_one_agreement_with_the_acts_of_each_party(
    store: Store, tmp_path: Path
) -> None:
    text = (
        "Treaty,Party,Signed,Done\nPact,Italy,1999-01-02,\nPact,Chad,1999-01-03,\n"
        "Treaty,Chad,2000-01-03,\nPact,Chad,1999-01-03,\n"
    )
    report = bring_in(store, tmp_path, text, map_text=BY_PARTY)
    assert (report.created["agreements"], report.joined["agreements"]) == (2, 2)
    pact = called(store, "Pact")
    assert isinstance(pact, Agreement)
    acts = [(party.who.title, [act.date.edtf for act in party.actions]) for party in pact.parties]
    assert acts == [("Italy", ["1999-01-02"]), ("Chad", ["1999-01-03"])]
    again = bring_in(store, tmp_path, text, map_text=BY_PARTY)
    assert (again.created["agreements"], again.unchanged["agreements"]) == (0, 2)


def test_the_same_list_for_another_state_is_about_other_agreements(
    store: Store, tmp_path: Path
) -> None:
    for country in ("Italy", "Chad"):
        constants = f'[constants]\ncountry="{country}"\n'
        text = "Treaty,Party,Signed,Done\nPact,Peru,1999-01-02,\n"
        report = bring_in(store, tmp_path, text, map_text=BY_PARTY + constants)
        assert report.created["agreements"] == 1


def test_what_a_second_row_says_otherwise_of_the_agreement_is_told(
    store: Store, tmp_path: Path
) -> None:
    text = "Treaty,Party,Signed,Done\nPact,Italy,,1999\nPact,Chad,,1998\n"
    report = bring_in(store, tmp_path, text, map_text=BY_PARTY)
    assert (report.created["agreements"], report.joined["agreements"]) == (1, 1)
    (told,) = report.flagged
    assert (told["row"], told["column"], told["value"]) == (3, "Done", "1998")


def test_a_currency_without_a_sum_is_told(store: Store, tmp_path: Path) -> None:
    text = "title,sum,in\nPact,,EUR\nTreaty,5,EUR\n"
    map_text = 'kind="agreements"\n[fields]\ntitle="title"\nvalue="sum"\ncurrency="in"\n'
    report = bring_in(store, tmp_path, text, map_text=map_text)
    assert [(each["row"], each["column"], each["value"]) for each in report.flagged] == [
        (2, "in", "EUR")
    ]
