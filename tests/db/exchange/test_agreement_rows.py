"""A row of agreements: what was agreed, between whom, and what each of them did."""

from __future__ import annotations

import pytest

from db import Agreement, Store
from db.exchange.agreement_rows import ACTIONS, build
from db.exchange.row_values import Value
from db.exchange.tally import RowFault
from db.exchange.targets import TARGETS
from tests.db.exchange.typed import at_work, row


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
