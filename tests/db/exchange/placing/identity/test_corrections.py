"""A corrected copy of a list without identifiers corrects what the list gave, or is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, HistoricalDate, Person, Store
from db.exchange.placing.identity.corrections import Corrections
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import LENS, at_work, bring_in, called

TAKEN = "was taken for the"
ANOTHER = "The row was added as another"

# kind, heading, the row at first, the row as corrected, made the second time, what is told of it;
# the second row of the list stays as it is
CASES = [
    # people: the country, the office, an address or the row tells who it is
    ("people", "name,country,born", "Ana Ruiz,Peru,1950", "Ana Ruiz,Peru,1951", 0, TAKEN),
    ("people", "name,country,born", "Ana Ruiz,Peru,1950", "Ana Ruiz,Chile,1950", 0, TAKEN),
    ("people", "name,country,email", "Ana Ruiz,,a@b.pe", "Ana Ruiz,Peru,a@b.pe", 0, TAKEN),
    ("people", "name,country,born", "Ana Ruiz,,", "Ana Ruiz,Peru,", 0, TAKEN),
    ("people", "name,country,office,organization", "Ana Ruiz,Peru,Chair,Mint",
     "Ana Ruiz,Chile,Chair,Mint", 0, TAKEN),
    ("people", "name,country,gender", "Ana Ruiz,Peru,male", "Ana Ruiz,Peru,female", 0, ""),
    ("people", "name,country,born", "Ana Ruiz,Peru,1950", "Ana Ruiz,Chile,1960", 1, ANOTHER),
    # organizations
    ("organizations", "name,country", "Grain Board,", "Grain Board,Sweden", 0, TAKEN),
    ("organizations", "name,country,acronym", "Grain Board,Norway,GB", "Grain Board,Sweden,GB", 0,
     TAKEN),
    ("organizations", "name,country,acronym", "Grain Board,Norway,GB", "Grain Board,Norway,NGB", 0,
     ""),
    ("organizations", "name,country", "Grain Board,Norway", "Grain Board,Sweden", 1, ANOTHER),
    # agreements: the title and the signature
    ("agreements", "title,signed,parties", "Trade Treaty,1950-01-02,France",
     "Trade Treaty,1950-01-02,Spain", 0, TAKEN),
    ("agreements", "title,signed,place,parties", "Trade Treaty,1950-01-02,Rome,France",
     "Trade Treaty,1950-01-02,Paris,France", 0, ""),
    ("agreements", "title,signed,parties", "Trade Treaty,1950-01-02,France",
     "Trade Treaty,1950-01-03,France", 0, TAKEN),
    ("agreements", "title,signed,parties", "Trade Treaty,1950-01-02,France",
     "Trade Treaty,1960-05-05,Spain", 1, ANOTHER),
    # events: the title and the day
    ("events", "title,start,place", "Fish talks,1950-01-02,Rome", "Fish talks,1950-01-02,Oslo",
     0, TAKEN),
    ("events", "title,start,place", "Fish talks,1950-01-02,Rome", "Fish talks,1950-02-02,Rome",
     0, TAKEN),
    ("events", "title,start,participants", "Fish talks,1950-01-02,Spain",
     "Fish talks,1950-03-02,Spain", 0, TAKEN),
    ("events", "title,start,place", "Fish talks,,Rome", "Fish talks,1950-02-02,Rome", 0, TAKEN),
    ("events", "title,start,place", "Fish talks,1950-01-02,Rome", "Fish talks,1951-01-02,Rome",
     1, ANOTHER),
    ("events", "title,start,place", "Fish talks,1950-01-02,Rome", "Fish talks,1950-02-02,Oslo",
     1, ANOTHER),
    ("events", "title,start", "Fish talks,1950-01-02", "Fish talks,1950-02-02", 1, ANOTHER),
    # offices and tenures
    ("offices", "title,organization,seats", "Chair,Mint,1", "Chair,Mint,3", 0, ""),
    ("tenures", "person,office,organization,from,to", "Ana Ruiz,Chair,Mint,2001,2002",
     "Ana Ruiz,Chair,Mint,2001-02,2002", 0, "The stay was taken"),
    ("tenures", "person,office,organization,from,to", "Ana Ruiz,Chair,Mint,2001,2002",
     "Ana Ruiz,Chair,Mint,2001,2003", 0, "The stay was taken"),
    ("tenures", "person,office,organization,from,to", "Ana Ruiz,Chair,Mint,2001,2002",
     "Ana Ruiz,Chair,Mint,2011,2013", 1, "this one was added"),
]  # fmt: skip
OTHER = {
    "people": "Luis Paz,Chile",
    "organizations": "Bank of Brazil,Brazil",
    "agreements": "Air Treaty,1951-01-02",
    "events": "Visit to Cuba,1951-01-02",
    "offices": "Clerk,Mint",
    "tenures": "Luis Paz,Clerk,Mint,1999,2000",
}


def table(kind: str, heading: str, row: str) -> str:
    other = OTHER[kind]
    return f"{heading}\n{row}\n{other}{',' * (heading.count(',') - other.count(','))}\n"


@pytest.mark.parametrize(("kind", "heading", "first", "corrected", "made", "says"), CASES)
def test_a_corrected_row_updates_its_record_or_is_told(
    store: Store, tmp_path: Path,
    kind: str, heading: str, first: str, corrected: str, made: int, says: str,
) -> None:  # fmt: skip
    bring_in(store, tmp_path, table(kind, heading, first), kind=kind)
    again = bring_in(store, tmp_path, table(kind, heading, first), kind=kind)
    assert (again.created[kind], again.updated[kind], again.unchanged[kind]) == (0, 0, 2)
    report = bring_in(store, tmp_path, table(kind, heading, corrected), kind=kind)
    told = " ".join(each["why"] for each in report.flagged if each["row"])
    assert (report.created[kind], report.updated[kind]) == (made, 1 - made)
    assert says in told if says else not told
    again = bring_in(store, tmp_path, table(kind, heading, corrected), kind=kind)
    assert (again.created[kind], again.updated[kind]) == (0, 0)
    assert not [each for each in again.flagged if each["row"]]
    assert store.verify() == []


def test_a_record_that_another_row_names_is_no_row_s_to_correct(
    store: Store, tmp_path: Path
) -> None:
    head = "title,signed,parties\n"
    first = "Exchange of notes,1950-01-02,France\n"
    bring_in(store, tmp_path, head + first + "Air Treaty,1951,\n", kind="agreements")
    text = head + "Exchange of notes,1950-01-02,Spain\n" + first
    report = bring_in(store, tmp_path, text, kind="agreements")
    assert report.created["agreements"] == 1 and report.updated["agreements"] == 0


def test_a_row_that_may_correct_several_records_is_asked_about(
    store: Store, tmp_path: Path
) -> None:
    head = "title,signed,parties\n"
    rows = [f"Exchange of notes,1950-01-02,{each}\n" for each in ("France", "Spain")]
    bring_in(store, tmp_path, head + "".join(rows), kind="agreements")
    text = head + "Air Treaty,1951,\nNew Pact,1952,\nExchange of notes,1950-01-02,Italy\n"
    report = bring_in(store, tmp_path, text, kind="agreements")
    assert [(each["row"], "may correct any" in each["why"]) for each in report.rejected] == [
        (4, True)
    ]


def test_a_treaty_typed_by_hand_is_the_row_s_by_title_day_and_parties(
    store: Store, tmp_path: Path
) -> None:
    text = "title,signed,parties\nRiver Pact,1950-01-02,Peru\nAir Treaty,1951-01-02,Peru\n"
    bring_in(store, tmp_path, text, name="first.csv", kind="agreements")
    report = bring_in(store, tmp_path, text, name="other.csv", kind="agreements")
    assert report.created["agreements"] == 0
    pact = called(store, "River Pact")
    assert isinstance(pact, Agreement) and len(pact.parties) == 1


def test_what_an_officer_corrected_is_not_corrected_back(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, table(*CASES[0][:3]), kind="people")
    ana = called(store, "Ana Ruiz")
    assert isinstance(ana, Person)
    ana.born = HistoricalDate.parse("1949")
    store.save(ana, LENS)
    report = bring_in(store, tmp_path, table("people", CASES[0][1], CASES[0][3]), kind="people")
    assert any("the former was kept" in each["why"] for each in report.flagged)
    ana = called(store, "Ana Ruiz")
    assert isinstance(ana, Person) and ana.born and ana.born.edtf == "1949"


# rows of a table of people of one name → how many people they are
NAMESAKES = [
    ("name", "John Smith", "John Smith", 2),
    ("name,office,organization", "John Smith,Chair,Mint", "John Smith,Judge,High Court", 2),
    ("name,notes", "John Smith,tall", "John Smith,short", 2),
    ("name,office,organization", "John Smith,Chair,Mint", "John Smith,Judge,Mint", 1),
    ("name,email,notes", "John Smith,a@b.example,x", "John Smith,a@b.example,y", 1),
    ("name,country,notes", "John Smith,Peru,x", "John Smith,Peru,y", 1),
    ("name,born,notes", "John Smith,1950,x", "John Smith,1950,y", 1),
    ("name,born,notes", "John Smith,1950,x", "John Smith,1951,y", 2),
    ("name,country,notes", "John Smith,Peru,x", "John Smith,Chile,y", 2),
]


@pytest.mark.parametrize(("heading", "one", "other", "people"), NAMESAKES)
def test_a_name_alone_makes_two_rows_no_one_person(
    store: Store, tmp_path: Path, heading: str, one: str, other: str, people: int
) -> None:
    text = f"{heading}\n{one}\n{other}\nLuis Paz{',' * heading.count(',')}\n"
    report = bring_in(store, tmp_path, text, kind="people")
    assert (report.created["people"], report.joined["people"]) == (1 + people, 2 - people)
    again = bring_in(store, tmp_path, text, kind="people")
    assert (again.created["people"], again.updated["people"]) == (0, 0)
    count = "SELECT COUNT(*) FROM record WHERE title='John Smith'"
    assert sql_of(store).value(count) == people


# rows of a table of tenures of one holder → how many people they are
HOLDERS = [
    ("person,office,organization", "John Smith,Chair,Mint", "John Smith,Judge,High Court", 2),
    ("person,office,organization", "John Smith,Chair,Mint", "John Smith,Judge,Mint", 1),
    ("person,office,organization,from", "John Smith,Chair,Mint,1990",
     "Dr John Smith,Chair,Mint,2001", 1),
    ("person,office,country", "John Smith,Judge,Peru", "John Smith,Envoy,Peru", 1),
    ("person,office,country", "John Smith,Judge,Peru", "John Smith,Envoy,Chile", 2),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "one", "other", "people"), HOLDERS)
def test_a_holder_s_name_alone_makes_two_tenures_no_one_person_s(
    store: Store, tmp_path: Path, heading: str, one: str, other: str, people: int
) -> None:
    last = f"Luis Paz,Clerk,Cuba{',' * (heading.count(',') - 2)}"
    text = "\n".join((heading, one, other, last)) + "\n"
    report = bring_in(store, tmp_path, text, kind="tenures")
    count = "SELECT COUNT(*) FROM record WHERE title='John Smith'"
    assert sql_of(store).value(count) == people
    told = [flag for flag in report.flagged if "nothing tells whether they are one" in flag["why"]]
    assert [flag["row"] for flag in told] == [3] * (people - 1)
    again = bring_in(store, tmp_path, text, kind="tenures")
    assert (again.created["tenures"], again.updated["tenures"]) == (0, 0)
    assert sql_of(store).value(count) == people and store.verify() == []


def test_a_holder_whom_the_desk_knew_before_is_that_one(store: Store, tmp_path: Path) -> None:
    store.save(Person(title="John Smith"), LENS)
    text = "person,office,organization\nJohn Smith,Chair,Mint\nJohn Smith,Judge,High Court\n"
    bring_in(store, tmp_path, text, kind="tenures")
    smith = called(store, "John Smith")
    assert isinstance(smith, Person) and len(smith.tenures) == 2


def test_events_that_come_again_and_again_are_never_moved(store: Store, tmp_path: Path) -> None:
    """A later extract names the next meetings under one title, in the rows of the first ones."""

    def weeks(first: int, last: int) -> str:
        rows = (f"Weekly talks,1950-01-{day:02},Rome" for day in range(first, last))
        return "\n".join(("title,start,place", "Visit to Cuba,1951-01-02,", *rows)) + "\n"

    bring_in(store, tmp_path, weeks(1, 6), kind="events")
    report = bring_in(store, tmp_path, weeks(4, 10), kind="events")
    assert (report.created["events"], report.updated["events"]) == (4, 0)
    assert sql_of(store).value("SELECT COUNT(*) FROM record WHERE title='Weekly talks'") == 9
    assert [flag["row"] for flag in report.flagged if ANOTHER in flag["why"]] == [5, 6, 7, 8]


def test_nothing_waits_on_a_desk_without_records_of_the_kind(store: Store) -> None:
    with at_work(store) as at:
        assert not list(Corrections(at, "people").waiting(10))
