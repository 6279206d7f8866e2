"""Exported address books become people: kinds are no values, `:::` is two, offices have bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Store
from db.exchange.contacts.contact_card import ContactCard
from db.exchange.contacts.contact_table import read_contacts
from db.exchange.files.table_file import open_table
from tests.db.exchange.contacts.cards import balances, bring_in, person, whys
from tests.db.exchange.contacts.contact_exports import (
    GOOGLE_NEW,
    GOOGLE_OLD,
    OUTLOOK_GERMAN,
    OUTLOOK_NEW,
    OUTLOOK_OLD,
    export,
)

GOOGLE = {"E-mail 1 - Value": "ana@b.pt ::: ana@c.pt", "Phone 1 - Value": "1",
          "Phone 2 - Value": "2", "Phone 3 - Value": "3 ::: 4"}  # fmt: skip
REACHED = [
    ("email", "ana@b.pt", "work"), ("email", "ana@c.pt", "work"), ("mobile", "1", ""),
    ("fax", "2", "work"), ("phone", "3", "home"), ("phone", "4", "home"),
]  # fmt: skip


def read(folder: Path, text: str) -> list[ContactCard]:
    path = folder / "contacts.csv"
    path.write_text(text, encoding="utf-8")
    file = read_contacts(open_table(path))
    assert file is not None
    return file.cards


def test_kinds_are_no_values_and_three_colons_part_two(tmp_path: Path) -> None:
    kinds = {"E-mail 1 - Type": "* Work", "Phone 1 - Type": "Mobile", "Phone 2 - Type": "Work Fax",
             "Phone 3 - Type": "Home"}  # fmt: skip
    [card] = read(tmp_path, export(GOOGLE_OLD, {"Given Name": "Ana", **GOOGLE, **kinds}))
    assert [(each.kind, each.value, each.note) for each in card.contacts] == REACHED
    assert card.left_out == [] and card.notes == []


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (GOOGLE_OLD, {"Given Name": "Ana", "Family Name": "Silva", "Organization 1 - Name": "Trade",
                      "Organization 1 - Department": "Asia", "Organization 1 - Title": "Director"}),
        (GOOGLE_NEW, {"First Name": "Ana", "Last Name": "Silva", "Organization Name": "Trade",
                      "Organization Department": "Asia", "Organization Title": "Director"}),
        (OUTLOOK_OLD, {"First Name": "Ana", "Last Name": "Silva", "Company": "Trade",
                       "Department": "Asia", "Job Title": "Director"}),
        (OUTLOOK_NEW, {"First Name": "Ana", "Last Name": "Silva", "Company": "Trade",
                       "Department": "Asia", "Job Title": "Director"}),
        (OUTLOOK_GERMAN, {"Vorname": "Ana", "Nachname": "Silva", "Firma": "Trade",
                          "Abteilung": "Asia", "Position": "Director"}),
    ],
)  # fmt: skip
def test_title_company_and_department_are_an_office_of_a_body(
    store: Store, tmp_path: Path, headings: str, row: dict[str, str]
) -> None:
    report = bring_in(store, tmp_path, export(headings, row), name="contacts.csv")
    assert report.created == {"people": 1, "organizations": 1, "offices": 1, "tenures": 1}
    assert report.flagged == [] and balances(report, "people")
    ana = person(store, "Ana Silva")
    office = ana.tenures[0].office
    assert (ana.given, ana.family) == ("Ana", "Silva") and office and office.organization
    assert (office.title, office.organization.title) == ("Director, Asia", "Trade")


@pytest.mark.parametrize(
    ("heading", "contact"),
    [
        ("Business Phone", ("phone", "1", "work")),
        ("Business Phone 2", ("phone", "1", "work")),
        ("Home Phone", ("phone", "1", "home")),
        ("Mobile Phone", ("mobile", "1", "")),
        ("Car Phone", ("mobile", "1", "car")),
        ("Business Fax", ("fax", "1", "work")),
        ("Assistant's Phone", ("assistant", "1", "")),
        ("Company Main Phone", ("phone", "1", "company")),
        ("Pager", ("pager", "1", "")),
        ("Web Page", ("website", "1", "")),
        ("IMAddress", ("messaging", "1", "")),
    ],
)
def test_telephones_by_their_kind(
    tmp_path: Path, heading: str, contact: tuple[str, str, str]
) -> None:
    [card] = read(tmp_path, export(OUTLOOK_NEW, {"First Name": "Ana", heading: "1"}))
    assert [(each.kind, each.value, each.note) for each in card.contacts] == [contact]


def test_an_address_is_put_together_once(tmp_path: Path) -> None:
    parts = {"Business Street": "Rua 1", "Business Street 2": "2.º", "Business City": "Lisboa",
             "Business Postal Code": "1100", "Business Country/Region": "Portugal"}  # fmt: skip
    [card] = read(tmp_path, export(OUTLOOK_OLD, {"First Name": "Ana", **parts}))
    assert [(each.value, each.note) for each in card.contacts] == [
        ("Rua 1, 2.º, Lisboa, 1100, Portugal", "work")
    ]
    whole = {"Address 1 - Label": "Home", "Address 1 - Formatted": "Rua 1\nLisboa",
             "Address 1 - Street": "Rua 1", "Address 1 - City": "Lisboa"}  # fmt: skip
    [card] = read(tmp_path, export(GOOGLE_NEW, {"First Name": "Ana", **whole}))
    assert [(each.value, each.note) for each in card.contacts] == [("Rua 1, Lisboa", "home")]


def test_what_has_no_field_is_a_remark_and_groups_are_topics(tmp_path: Path) -> None:
    row = {"Given Name": "Ana", "Group Membership": "* myContacts ::: Ministers", "Hobby": "Chess",
           "Relation 1 - Type": "Spouse", "Relation 1 - Value": "Rui", "Maiden Name": "Costa",
           "Event 1 - Type": "Anniversary", "Event 1 - Value": "2001-05-06"}  # fmt: skip
    [card] = read(tmp_path, export(GOOGLE_OLD, row))
    assert card.topics == ["Ministers"]
    assert card.notes == ["Hobby: Chess", "Anniversary: 2001-05-06", "Spouse: Rui"]
    assert [(each.text, each.kind) for each in card.names] == [("Costa", "former")]


@pytest.mark.parametrize(
    ("birthdays", "days", "flags"),
    [
        (("2/28/1970", "3/4/1971"), ["1970-02-28", "1971-03-04"], []),
        (("28/2/1970", "3/4/1971"), ["1970-02-28", "1971-04-03"], []),
        (("3/4/1971", "0/0/00"), ["", ""], [(2, "Birthday")]),
    ],
)
def test_the_order_of_dates_is_that_of_the_file(
    store: Store, tmp_path: Path, birthdays: tuple[str, str], days: list[str],
    flags: list[tuple[int, str]],
) -> None:  # fmt: skip
    rows = [{"First Name": f"P{n}", "Last Name": "Q", "Birthday": day}
            for n, day in enumerate(birthdays)]  # fmt: skip
    report = bring_in(store, tmp_path, export(OUTLOOK_OLD, *rows), name="contacts.csv")
    born = [person(store, f"P{n} Q").born for n in range(2)]
    assert [day.edtf if day else "" for day in born] == days and whys(report) == flags


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"E-mail Address": "/o=ExchangeLabs/cn=ana"}, "E-mail Address"),
        ({"Sensitivity": "Confidential"}, "Sensitivity"),
        ({"Birthday": "soon"}, "Birthday"),
    ],
)
def test_what_is_not_taken_is_told_by_its_column(
    store: Store, tmp_path: Path, row: dict[str, str], column: str
) -> None:
    text = export(OUTLOOK_OLD, {"First Name": "Ana", "Last Name": "Q", "Priority": "Normal", **row})
    report = bring_in(store, tmp_path, text, name="contacts.csv")
    assert whys(report) == [(2, column)] and report.left_out == ["Priority"]


def test_a_company_alone_is_a_body(tmp_path: Path) -> None:
    [card] = read(tmp_path, export(OUTLOOK_OLD, {"Company": "Acme", "Business Phone": "1"}))
    assert card.is_body and card.posts[0].body == "Acme"
