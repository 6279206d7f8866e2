"""Rows of offices and of stays in them: the body, the office, its seats, the end of a stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Organization, Person, Store
from db.exchange.mapping.row_values import Value
from db.exchange.placing.tally import RowFault
from db.exchange.rows.office_rows import body_of_row, build_office, build_tenure, tenure_of
from db.vocabulary.kinds import NO_BODY
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import LENS, at_work, bring_in, called, row

OFFICE = Value("Envoy", "office", create=True)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"organization": Value("OSCE", create=True), "country": "Italy"}, "OSCE"),
        ({"country": "Italy"}, "Italy"),
        ({}, "United Nations"),
    ],
)
def test_the_body_is_the_one_named_or_the_state_or_what_the_title_says(
    store: Store, values: dict[str, str | Value], title: str
) -> None:
    with at_work(store, "tenures") as at:
        key = body_of_row(row(**values), at, "Secretary-General of the United Nations")
    assert sql_of(store).value("SELECT title FROM record WHERE id=?", (key,)) == title


@pytest.mark.parametrize(
    ("end", "state"),
    [
        ({"to": "2020"}, "ended"),
        ({"to": Value("present", open_end=True)}, "ongoing"),
        ({}, "unknown"),
    ],
)
def test_the_end_of_a_stay_says_what_is_known_of_it(
    store: Store, end: dict[str, str | Value], state: str
) -> None:
    with at_work(store, "tenures") as at:
        facts = tenure_of(row(office=OFFICE, country="Italy", **end), at)
    assert facts is not None and facts.end_state == state


def test_a_row_without_an_office_tells_no_stay(store: Store) -> None:
    with at_work(store) as at:
        assert tenure_of(row(name="Ana Silva"), at) is None


def test_a_list_of_stays_makes_them_with_acting_and_notes(store: Store, tmp_path: Path) -> None:
    text = "who,post,land,acting,remark\nAna Silva,Envoy,Italy,yes,for a month\n"
    map_text = (
        'kind="tenures"\nscheme="x"\n[fields]\nperson={column="who",create=true}\n'
        'office={column="post",create=true}\ncountry="land"\nacting="acting"\nnote="remark"\n'
    )
    assert bring_in(store, tmp_path, text, map_text=map_text).created["tenures"] == 1
    assert sql_of(store).rows("SELECT acting, note FROM tenure") == [(1, "for a month")]


def test_an_office_is_made_once_and_completed_by_a_later_row(store: Store) -> None:
    with at_work(store, "offices") as at:
        build_office(row(title="Envoy", country="Italy"), at)
        build_office(row(title="Envoy", country="Italy", seats="2", created="1950"), at)
    italy = called(store, "Italy")
    assert isinstance(italy, Organization) and len(italy.offices) == 1
    office = italy.offices[0]
    assert office.seats == 2 and office.founded and office.founded.edtf == "1950"


def test_a_row_of_offices_that_names_none_is_a_fault(store: Store) -> None:
    with at_work(store, "offices") as at, pytest.raises(RowFault, match="names no office"):
        build_office(row(country="Italy"), at)


def test_an_office_whose_body_no_row_names_is_kept_and_told(store: Store) -> None:
    with at_work(store, "offices") as at:
        build_office(row(title="Envoy"), at)
        assert ["“Envoy” names no body" in each["why"] for each in at.tally.flagged] == [True]
    nowhere = called(store, NO_BODY)
    assert isinstance(nowhere, Organization)
    assert [office.title for office in nowhere.offices] == ["Envoy"]


def test_people_whose_office_names_no_body_are_all_taken(store: Store, tmp_path: Path) -> None:
    text = (
        "Name,Office,Since\nAna Ruiz,Speaker,2001\nLuis Paz,Speaker,2005\n"
        "Eva Kurz,Envoy,\nBo Birk,,\n"
    )
    report = bring_in(store, tmp_path, text, kind="people")
    assert (report.read, report.created["people"], report.rejected) == (4, 4, [])
    assert report.created["tenures"] == 3
    told = [each["why"] for each in report.flagged]
    assert sum("names no body" in why for why in told) == 2
    ana = called(store, "Ana Ruiz")
    assert isinstance(ana, Person)
    (tenure,) = ana.tenures
    assert tenure.since and tenure.since.edtf == "2001"
    assert tenure.office and tenure.office.title == "Speaker"
    again = bring_in(store, tmp_path, text, kind="people")
    assert (again.created["people"], again.unchanged["people"]) == (0, 4)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"country": "Italy"}, "names nobody"),
        ({"person": Value("Ana Silva", create=True)}, "names no office"),
    ],
)
def test_a_row_of_stays_that_cannot_be_taken_is_a_fault(
    store: Store, values: dict[str, str | Value], says: str
) -> None:
    with at_work(store, "tenures") as at, pytest.raises(RowFault, match=says):
        build_tenure(row(**values), at)


def test_an_office_without_a_holder_is_made_and_told(store: Store) -> None:
    store.save(Organization(title="Italy", kind="state", country="it"), LENS)
    alone = pytest.raises(RowFault, match="its office alone was taken")
    with at_work(store, "tenures") as at, alone:
        build_tenure(row(office=OFFICE, country="Italy"), at)
    assert sql_of(store).value("SELECT count(*) FROM office") == 1


@pytest.mark.parametrize(
    ("values", "column"),
    [({"seats": "many"}, "seats"), ({"created": "1950", "abolished": "1940"}, "abolished"),
     ({"created": "soon"}, "created")],
)  # fmt: skip
def test_a_bad_part_of_an_office_is_left_out(
    store: Store, values: dict[str, str], column: str
) -> None:
    with at_work(store, "offices") as at:
        build_office(row(title="Envoy", country="Italy", **values), at)
        report = at.tally.report({})
    assert report.created["offices"] == 1
    assert [each["column"] for each in report.flagged] == [column]


def test_of_several_offices_in_a_cell_the_first_is_taken_and_the_others_told(
    store: Store, tmp_path: Path
) -> None:
    text = "name,office,organization\nAna Ruiz,Chair; Judge,Mint\n"
    report = bring_in(store, tmp_path, text, kind="people")
    ana = called(store, "Ana Ruiz")
    assert isinstance(ana, Person)
    assert [each.office.title for each in ana.tenures if each.office] == ["Chair"]
    [flag] = [each for each in report.flagged if each["column"]]
    assert (flag["column"], flag["value"]) == ("office", "Judge") and "further" in flag["why"]
