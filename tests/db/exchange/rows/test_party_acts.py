"""The act of a party is taken from its column, its word or the letter behind the date."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Store
from db.exchange.rows.party_acts import act_of
from tests.db.exchange.typed import bring_in, called

ACTS = """Contracting Party,Treaty,Signature Date,Instrument Type,Instrument Date,Entry Into Force Date
Peru,Treaty on Rivers,2010-05-03,Ratification,2011-01-01,2012-01-01
Chile,Treaty on Rivers,,Accession,2011-02-01,2012-02-01
Cuba,Treaty on Rivers,,Succession,2011-03-01,
Spain,Treaty on Rivers,,Gossip,2011-03-01,
"""  # noqa: E501
UNITED_NATIONS = """Participant,Signature,Ratification
Peru,3 May 2010,23 Jun 1993
Chile,,24 Jun 1993 a
Cuba,,25 Jun 1993 d
Spain,,26 Jun 1993 AA
"""
MAP = """kind = "agreements"
one_per_party = true
[fields]
party = { column = "Participant", create = true }
party_signed = "Signature"
party_ratified = "Ratification"
[constants]
title = "Convention on Rivers"
"""


def acts(agreement: Agreement) -> dict[str, list[tuple[str, str]]]:
    return {
        party.who.title: [
            (each.action, each.date.edtf if each.date else "") for each in party.actions
        ]
        for party in agreement.parties
        if party.who is not None
    }


def test_accession_is_no_ratification(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, ACTS)
    agreement = called(store, "Treaty on Rivers")
    assert isinstance(agreement, Agreement)
    assert acts(agreement) == {
        "Peru": [
            ("signed", "2010-05-03"),
            ("entry into force", "2012-01-01"),
            ("ratified", "2011-01-01"),
        ],
        "Chile": [("entry into force", "2012-02-01"), ("acceded", "2011-02-01")],
        "Cuba": [("succeeded", "2011-03-01")],
        "Spain": [],
    }  # fmt: skip
    assert (report.read, report.created["agreements"], report.joined["agreements"]) == (4, 1, 3)
    assert [flag["value"] for flag in report.flagged if flag["value"]] == ["Gossip"]


def test_the_letters_of_the_united_nations_are_acts(store: Store, tmp_path: Path) -> None:
    report = bring_in(store, tmp_path, UNITED_NATIONS, map_text=MAP)
    agreement = called(store, "Convention on Rivers")
    assert isinstance(agreement, Agreement)
    assert not report.flagged
    assert acts(agreement) == {
        "Peru": [("signed", "2010-05-03"), ("ratified", "1993-06-23")],
        "Chile": [("acceded", "1993-06-24")],
        "Cuba": [("succeeded", "1993-06-25")],
        "Spain": [("approved", "1993-06-26")],
    }


@pytest.mark.parametrize(
    ("text", "act"),
    [("Signature", "signed"), ("Adhésion", "acceded"), ("Beitritt", "acceded"),
     ("Annahme", "accepted"),
     ("Aprobación", "approved"), ("ratificação", "ratified"), ("Присоединение", "acceded"),
     ("Denunciation", "denounced"), ("c", "formally confirmed"), ("x", "")],
)  # fmt: skip
def test_the_words_for_acts_in_several_languages(text: str, act: str) -> None:
    assert act_of(text) == act
