"""The form of an agreement: its parties, and what each of them did, stand inside one table."""

from db import Agreement
from desktop.fields.agreement_fields import ACTIONS, AGREEMENT, AMOUNTS, PARTIES


def test_what_a_party_did_stands_inside_the_parties() -> None:
    assert PARTIES.inner is ACTIONS
    assert ACTIONS not in list(AGREEMENT.parts())


def test_parties_come_before_terms_and_amounts() -> None:
    names = [spec.name for spec in AGREEMENT.parts()]
    assert names[:3] == ["parties", "amounts", "agreement_links"]
    assert {field.name for field in AGREEMENT.fields()} < set(Agreement.model_fields)


def test_an_amount_says_of_what_and_how_sure() -> None:
    names = [field.name for field in AMOUNTS.columns]
    assert {"qualifier", "number", "currency", "stage", "as_of"} < set(names)


def test_a_party_is_a_person_or_a_body() -> None:
    assert set(PARTIES.columns[0].kinds) == {"organization", "person"}
