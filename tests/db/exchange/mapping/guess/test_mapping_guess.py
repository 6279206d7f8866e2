"""Mappings guessed from headings and values."""

from __future__ import annotations

import pytest

from db.errors import Refused
from db.exchange.mapping.column_mapping import Mapping
from db.exchange.mapping.guess.guess_details import office_in_file_name
from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.mapping_guess import guess_map


def guess(text: str, kind: str | None = None, file: str = "file") -> Mapping:
    headers, *rows = [line.split(",") for line in text.strip().splitlines()]
    return guess_map(headers, rows, kind, file)


def columns(mapping: Mapping, target: str) -> list[str | None]:
    return [each.column for each in mapping.fields.get(target, [])]


VISITS = """
no,traveller,traveller_id,arrival,departure,country,city,remarks
1,Ana Silva,silva-ana,2020-01-02,2020-01-03,Peru,Lima,Met the President
2,Ana Silva,silva-ana,2020-02-02,2020-02-03,Chile,Santiago,Unofficial
3,Bo Lind,lind-bo,2021-02-02,2021-02-03,Peru,,Met the President
"""
TREATIES = """
Treaty No,Titel,Unterzeichnung,Inkrafttreten,Vertragsparteien,Depositar
A-1,Handelsvertrag,25.03.1957,01.01.1958,DEU-FRA,Italien
A-2,Kulturabkommen,03.04.1963,NA,DEU-FRA-ITA,Frankreich
"""
MINISTERS = """
person,name,country,countryLabel,position,positionLabel,start
Q1,Ana Silva,Q419,Peru,Q20,Minister of Foreign Affairs,2020-01-01
Q2,Bo Lind,Q34,Sweden,Q21,Minister for Foreign Affairs,2019-01-01
,,Q298,Chile,Q22,Minister of Foreign Affairs,
"""
STATUS = """
ref id,treaty,state,signature date,ratification,entry into force,state withdrawal
T1,On Rivers,PER,2000-01-01,2001-05-05,2002-01-01,31.12.9999
T1,On Rivers,CHL,2000-01-01,2001-07-05,2002-01-01,2010-02-02
T2,On Lakes,PER,2003-01-01,NA,NA,NA
T2,On Lakes,SWE,2003-01-01,2004-01-01,NA,NA
"""


def test_visits_are_events_titled_by_who_went_where() -> None:
    made = guess(VISITS)
    assert (made.kind, made.id_columns) == ("events", ("no",))
    assert made.fields["title"][0].template == "{traveller} to {country} ({city})"
    assert made.fields["type"][0].constant == "visit"
    traveller = made.fields["participants"][0]
    assert (traveller.column, traveller.id, traveller.scheme) == (
        "traveller",
        "traveller_id",
        "file-person",
    )
    assert (columns(made, "start"), columns(made, "end")) == (["arrival"], ["departure"])


def test_a_treaty_list_in_german_is_agreements_with_split_parties() -> None:
    made = guess(TREATIES)
    assert (made.kind, made.id_columns, made.day_first) == ("agreements", ("Treaty No",), True)
    assert made.fields["parties"][0].split == "-"
    assert columns(made, "in_force") == ["Inkrafttreten"]


def test_labels_are_names_and_the_columns_beside_them_identifiers() -> None:
    made = guess(MINISTERS)
    assert (made.kind, columns(made, "wikidata")) == ("people", ["person"])
    country, office = made.fields["country"][0], made.fields["office"][0]
    assert (country.column, country.id, country.scheme) == ("countryLabel", "country", "wikidata")
    assert (office.column, office.id) == ("positionLabel", "position")


def test_rows_of_one_treaty_with_one_party_each_belong_together() -> None:
    made = guess(STATUS)
    assert (made.kind, made.one_per_party, made.id_columns) == ("agreements", True, ("ref id",))
    assert columns(made, "party") == ["state"]
    assert columns(made, "party_ratified") == ["ratification"]
    assert columns(made, "party_withdrew") == ["state withdrawal"]


def test_numbered_columns_of_country_codes_are_parties() -> None:
    made = guess(
        "number,name,year,c1,c2,c3\n1,North Pact,1990,4,586,NA\n2,South Pact,1991,604,152,32",
        "agreements",
    )
    assert columns(made, "parties") == ["c1", "c2", "c3"]


def test_a_file_of_holders_is_tenures() -> None:
    made = guess(
        "position,person,personID,start,end\n"
        "Secretary-General,Ana Silva,Q1,1997-01-01,2006-12-31\n"
        "Secretary-General,Bo Lind,Q2,2007-01-01,\n"
    )
    assert (made.kind, made.fields["person"][0].id) == ("tenures", "personID")


def test_an_office_that_only_the_file_name_tells_is_a_constant() -> None:
    made = guess(
        "country,name,start\nPeru,Ana Silva,2020-01-01\nChile,Bo Lind,2021-01-01",
        file="ambassadors-to-estonia_2021",
    )
    assert made.kind == "tenures"
    assert made.fields["office"][0].constant == "Ambassador to Estonia"
    assert made.scheme == "ambassadors-to-estonia"


@pytest.mark.parametrize(
    ("file", "office"),
    [("ambassadors_to_UAE", "Ambassador to United Arab Emirates"),
     ("AMBASSADORS TO THE UNITED KINGDOM ", "Ambassador to the United Kingdom"),
     ("ambassadors to the EU", "Ambassador to the European Union"),
     ("presidents of the ECOWAS Commission", "President of the ECOWAS Commission"),
     ("consuls-in-são_paulo", "Consul in São Paulo"),
     ("governors of punjab", "Governor of Punjab")],
)  # fmt: skip
def test_an_office_out_of_a_file_name_keeps_capitals_and_signs(file: str, office: str) -> None:
    assert office_in_file_name(file, fold(file).split()) == office


def test_a_name_in_two_columns_is_put_together() -> None:
    made = guess("First name,Surname,Position,Email\nAna,Silva,Minister,a@x.pe\nBo,Lind,Director,")
    assert (made.kind, made.fields["name"][0].template) == ("people", "{First name} {Surname}")


def test_where_a_visitor_is_from_is_not_where_they_went() -> None:
    made = guess(
        "id,visitor,from,description,start_date,end_date\n"
        "1,Ana Silva,Peru,Official visit,1991-06-12,1991-06-13\n"
        "2,Bo Lind,Sweden,Working visit,1992-06-12,1992-06-13\n"
    )
    assert (made.kind, columns(made, "countries")) == ("events", ["from"])
    assert made.fields["title"][0].template is None


def test_a_column_that_repeats_is_no_identity() -> None:
    made = guess(VISITS.replace("\n2,", "\n1,"))
    assert made.id_columns == ()


def test_a_date_with_a_precision_column_takes_it() -> None:
    made = guess("id,name,gender,dob,dobp\nQ1,Ana Silva,female,1960-01-01,9\nQ2,Bo,male,1961,9")
    assert made.fields["born"][0].precision == "dobp"


def test_a_comma_inside_a_country_name_does_not_split_it() -> None:
    headers = ["event", "date", "country"]
    rows = [["Talks", "2020-01-01", "Korea, Republic of"], ["Summit", "2020-01-02", "Peru"]]
    assert guess_map(headers, rows, "events").fields["countries"][0].split is None
    rows.append(["Round", "2020-01-03", "Peru, Chile"])
    assert guess_map(headers, rows, "events").fields["countries"][0].split == ","


def test_the_two_letters_of_namibia_are_a_country_among_other_codes() -> None:
    codes = "pe cl se fr de it es pt gb us ca mx br ar co jp cn in pk ng ke".upper().split()
    rows = [[f"Talks {n}", "2020-01-01", code] for n, code in enumerate([*codes, "NA"])]
    made = guess_map(["event", "date", "country"], rows, "events")
    assert made.fields["countries"][0].values["NA"] == "Namibia"


def test_a_table_of_nothing_we_know_asks_for_the_kind() -> None:
    with pytest.raises(Refused, match="name the kind") as refused:
        guess("width,height\n1,2\n3,4")
    assert refused.value.field == "kind"
