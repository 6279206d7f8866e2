"""A table is an address book only by headings that no other table has."""

from __future__ import annotations

import pytest

from db.exchange.contacts.contact_headings import contact_columns
from tests.db.exchange.contacts.contact_exports import (
    GOOGLE_NEW,
    GOOGLE_OLD,
    OUTLOOK_GERMAN,
    OUTLOOK_NEW,
    OUTLOOK_OLD,
)


@pytest.mark.parametrize(
    "headings", [GOOGLE_NEW, GOOGLE_OLD, OUTLOOK_NEW, OUTLOOK_OLD, OUTLOOK_GERMAN]
)
def test_every_heading_of_an_export_is_known(headings: str) -> None:
    columns = contact_columns(headings.split(";" if ";" in headings else ","))
    assert columns and [each.heading for each in columns if not each.role] == []


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ("First Name,Last Name,Company,Job Title,E-mail Address,Mobile Phone", True),
        ("Name,Phone 1 - Label,Phone 1 - Value,E-mail 1 - Label,E-mail 1 - Value,Note X", True),
        ("First Name,Last Name,Job Title,Company,Mobile Phone,Appointed", False),
        ("name,country,born,email,phone", False),
        ("Title,Country", False),
        ("Phone 1 - Value,E-mail 1 - Value,Address 1 - City", False),
    ],
)
def test_which_tables_are_address_books(headings: str, found: bool) -> None:
    assert (contact_columns(headings.split(",")) is not None) is found


def test_a_column_says_its_number_and_its_role() -> None:
    [first, *_] = [
        each for each in contact_columns(GOOGLE_OLD.split(",")) or () if "Phone 2" in each.heading
    ]
    assert (first.number, first.role) == ("2", ("label", "phone"))
