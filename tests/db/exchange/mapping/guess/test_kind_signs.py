"""A kind is believed only with a sign that it alone has; else the officer is asked."""

from __future__ import annotations

import pytest

from db.errors import Refused
from db.exchange.mapping.guess.kind_signs import has_word_of, repeats, sign_of
from db.exchange.mapping.guess.shapes import FileColumn, read_columns
from tests.db.exchange.mapping.guess.tables import columns_of, guess

SHOWN = [
    ("people", "Name;Country|Ana Ruiz;Peru|Luis Paz;Chile"),
    ("people", "name;group;area|Ana Ruiz;Greens;Lima|Luis Paz;Reds;Cusco"),
    ("people", "Name;Sex|Suharto;m|Sukarno;m"),
    ("people", "full name;e-mail|Ana Ruiz;a@x.pe|Luis Paz;l@x.cl"),
    ("organizations", "Name;Address;Telephone|Embassy of Peru;1 Row;555|Embassy of Chile;2 Row;556"),
    ("organizations", "Company;Country;Founded|Acme Ltd;Peru;1990|Beta GmbH;Germany;1991"),
    ("offices", "Position;Ministry|Minister of Health;Ministry of Health|Director;Treasury"),
    ("agreements", "Treaty;Year|NAFTA;1992|EFTA;1960"),
    ("agreements", "Name;Date|Air Transport Agreement;2010|Tax Convention;2011"),
    ("events", "Date;Description|3 May 2010;The President met the Chancellor.|5 May 2010;Talks began again."),
    ("events", "Visitor;Country;Arrival|Ana Ruiz;Chile;2010-05-03|Luis Paz;Peru;2010-05-05"),
]  # fmt: skip
NOT_SHOWN = [
    "Title;Country|Ambassador;Peru|Minister;Chile",
    "State;Begin;End;Comments|Texas;1836;1845;Joined the Union|Baden;1816;1871;Unified",
    "statenme;begin;end;comments|Peru;1821;2016;independence|Chile;1818;2016;independence",
    "Bill;Vote;Date|Finance Act;Yes;3 May 2010|Defence Bill;No;5 May 2010",
    "Name;Date;Result|Motion on Taxes;3 May 2010;Passed|Budget Resolution;5 May 2010;Failed",
    "country;capital|Peru;Lima|Chile;Santiago",
    "Title;Director;Year|Red River;Ana Ruiz;1948|Blue Lake;Luis Paz;1951",
    "Name;Population;Region|Lima;100000;Coast|Cusco;50000;Sierra",
    "city;country;date|Lima;Peru;2010-05-03|Quito;Ecuador;2010-05-04",
    "date;price|2010-05-03;11.2|2010-05-04;11.4",
    "ent_num;SDN_Name;SDN_Type;Program;Title;Remarks|36;AERO LINES;-0-;CUBA;-0-;-0-"
    "|37;ABBAS, Abu;individual;SDGT;Director;DOB 10 Dec 1948|38;SEA CO., LTD.;-0-;CUBA;-0-;-0-",
]


@pytest.mark.parametrize(("kind", "table"), SHOWN)
def test_a_table_shows_what_it_is_about(kind: str, table: str) -> None:
    assert guess(table).kind == kind


@pytest.mark.parametrize("table", NOT_SHOWN)
def test_what_shows_no_kind_is_asked_for_with_its_columns(table: str) -> None:
    with pytest.raises(Refused, match="name the kind of record") as asked:
        guess(table)
    assert table.split(";")[0] in str(asked.value)


def test_one_value_again_and_again_tells_no_things_apart() -> None:
    rows = "|".join(f"Visit;2010-05-{day:02}" for day in range(1, 29))
    title, date = columns_of(f"Event;Date|{rows}")
    assert repeats(title) and not repeats(date)
    with pytest.raises(Refused):
        guess(f"Event;Date|{rows}")


def test_bodies_beside_people_who_stand_first_are_no_list_of_bodies() -> None:
    rows = [["Ana Ruiz", "Committee against Torture"], ["Luis Paz", "Committee on Migrants"]]
    columns = read_columns(["Expert", "Committee"], rows)
    assert not sign_of("organizations", {"name": [columns[1]]}, columns, "list")
    assert sign_of("organizations", {"name": [columns[1]]}, columns[::-1], "list")


def test_missions_with_their_address_are_no_list_of_their_heads() -> None:
    rows = [["Embassy of Peru", "Ana Ruiz", "Lima 3"], ["Embassy of Chile", "Luis Paz", "Lima 4"]]
    columns = read_columns(["Mission", "Head", "Address"], rows)
    assert not sign_of("people", {"name": [columns[1]]}, columns, "list")
    assert sign_of("people", {"name": [columns[1]]}, columns[:2], "list")


def test_hosts_of_what_was_somewhere_on_a_day_are_no_list_of_people() -> None:
    rows = [
        ["Rome", "30 October 2021", "Mario Draghi"],
        ["Bali", "15 November 2022", "Joko Widodo"],
    ]
    columns = read_columns(["Venue", "Dates", "Host leader"], rows)
    assert not sign_of("people", {"name": [columns[2]]}, columns, "list")


def test_treaties_are_known_by_columns_that_only_they_have() -> None:
    rows = [["2009-08-01", "Canada; Peru"], ["1999-08-01", "Chile; Mexico"]]
    force, parties = read_columns(["In force", "Parties"], rows)
    assert sign_of("agreements", {"in_force": [force], "parties": [parties]}, [force, parties], "x")


@pytest.mark.parametrize("heading", ["Cel wizyty", "Ziyaretin amacı", "访问目的", "Visits"])
def test_a_word_of_the_kind_is_known_in_its_forms(heading: str) -> None:
    assert has_word_of(FileColumn(heading), "events")
