"""Parties and acts are added to those that are there; one that a list names no more is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Store
from tests.db.exchange.typed import bring_in, called

MAP = 'kind="agreements"\nscheme="x"\nid="ref"\n[fields]\ntitle="title"\n'
PARTIES = MAP + 'parties={column="parties", split=";"}\n'


@pytest.mark.parametrize(
    ("corrected", "parties", "is_told"),
    [("Peru;Chile", 2, False), ("Peru;Cuba", 3, True), ("Peru", 2, False), ("", 2, False)],
)
def test_a_party_that_a_corrected_row_exchanges_is_kept_and_told(
    store: Store, tmp_path: Path, corrected: str, parties: int, is_told: bool
) -> None:
    for said in ("Peru;Chile", corrected):
        text = f"ref,title,parties\n1,Pact,{said}\n2,Treaty,\n"
        report = bring_in(store, tmp_path, text, map_text=PARTIES)
    pact = called(store, "Pact")
    assert isinstance(pact, Agreement) and len(pact.parties) == parties
    assert any("does not name: Chile" in each["why"] for each in report.flagged) == is_told


def test_rows_of_one_treaty_tell_nothing_of_each_others_parties(
    store: Store, tmp_path: Path
) -> None:
    map_text = MAP + 'party="state"\nparty_signed="signed"\n'
    text = "ref,title,state,signed\nA,Pact,Peru,1990\nA,Pact,Chile,1991\n"
    for _ in range(2):
        report = bring_in(store, tmp_path, text, map_text=map_text)
        assert report.flagged == []
    pact = called(store, "Pact")
    assert isinstance(pact, Agreement)
    assert [len(party.actions) for party in pact.parties] == [1, 1]
