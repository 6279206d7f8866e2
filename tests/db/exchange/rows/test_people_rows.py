"""A row of people: the person with titles apart, the office held, the identifiers."""

from __future__ import annotations

import pytest

from db import Person, Store
from db.exchange.mapping.row_values import Value
from db.exchange.placing.tally import RowFault
from db.exchange.rows.people_rows import build, is_vacant
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import at_work, row

PARTY = Value("Green Party", "party", create=True)


@pytest.mark.parametrize(
    ("text", "vacant"),
    [("(vacant)", True), ("Vakant", True), ("to be appointed", True), ("Vacante Perez", False),
     ("vacant seat of Dar", False)],
)  # fmt: skip
def test_a_cell_may_say_that_nobody_holds_the_office(text: str, vacant: bool) -> None:
    assert is_vacant(text) is vacant


def test_titles_go_beside_the_name_and_parts_are_filled_in(store: Store) -> None:
    with at_work(store) as at:
        draft = build(row(name="H.E. Mr Ishaq Dar", country="Pakistan"), at)
    assert draft is not None and isinstance(draft.record, Person)
    person = draft.record
    assert (person.title, person.honorific, person.family) == ("Ishaq Dar", "H.E. Mr", "Dar")
    assert person.country == "pk" and {"title", "country", "honorific"} <= set(draft.row_fields)


def test_a_name_in_two_columns_is_put_together(store: Store) -> None:
    with at_work(store) as at:
        draft = build(row(given_name="Ishaq", family_name="Dar"), at)
    assert draft is not None and draft.record.title == "Ishaq Dar"


def test_a_person_is_known_by_wikidata_then_by_the_file_then_by_the_rows_words(
    store: Store,
) -> None:
    with at_work(store) as at:
        both = build(row(identity="p1", name="Ana Silva", wikidata="Q7"), at)
        words = build(row(name="Ana Silva", country="br"), at)
    assert both is not None and both.keys == [("wikidata", "Q7"), ("x", "p1")]
    assert words is not None and [scheme for scheme, _ in words.keys] == ["row of x"]


def test_an_office_in_the_row_becomes_a_stay(store: Store) -> None:
    office = Value("Foreign Minister", "office", create=True)
    given = row(name="Ishaq Dar", country="Pakistan", office=office, **{"from": "2024-03-11"})
    with at_work(store) as at:
        draft = build(given, at)
    assert draft is not None and draft.tenure is not None
    assert draft.tenure.since and draft.tenure.since.edtf == "2024-03-11"
    assert sql_of(store).value("SELECT title FROM office") == "Foreign Minister"


def test_a_body_without_an_office_is_a_link(store: Store) -> None:
    body = Value("Green Party", "party", create=True)
    with at_work(store) as at:
        draft = build(row(name="Ana Silva", organization=body), at)
    assert draft is not None and [link.nature for link in draft.record.links] == ["member of"]


def test_a_vacant_office_is_made_without_a_holder_and_told(store: Store) -> None:
    office = Value("Envoy", "office", create=True)
    with at_work(store) as at, pytest.raises(RowFault, match="said to be vacant"):
        build(row(name="vacant", country="Pakistan", office=office), at)
    assert sql_of(store).value("SELECT count(*) FROM office WHERE title='Envoy'") == 1
    assert sql_of(store).value("SELECT count(*) FROM record WHERE kind='person'") == 0


def test_a_row_that_names_nobody_and_no_office_is_a_fault(store: Store) -> None:
    with at_work(store) as at, pytest.raises(RowFault, match="names nobody"):
        build(row(country="Pakistan"), at)


def test_a_person_without_a_name_stands_under_the_identifier(store: Store) -> None:
    with at_work(store) as at:
        draft = build(row(wikidata="Q7"), at)
        assert "stands under its identifier" in at.tally.report({}).flagged[0]["why"]
    assert draft is not None and draft.record.title == "Q7"


@pytest.mark.parametrize(
    ("values", "column"),
    [({"born": "1990", "died": "1980"}, "died"), ({"from": "2020", "to": "2019"}, "to")],
)
def test_the_end_of_a_life_or_a_stay_before_its_start_is_left_out(
    store: Store, values: dict[str, str], column: str
) -> None:
    with at_work(store) as at:
        draft = build(row(name="Ana Silva", organization=PARTY, **values), at)
        told = at.tally.report({}).flagged
    assert [each["column"] for each in told] == [column]
    assert isinstance(draft.record, Person) and draft.record.died is None
    assert all(link.until is None for link in draft.record.links)
