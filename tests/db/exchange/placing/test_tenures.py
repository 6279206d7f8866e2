"""Stays in office: one line a stay, completed by its own file, kept apart where files differ."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from db import HistoricalDate, Lens, Office, Organization, Person, Store, import_files
from db.exchange.placing.drafts import TenureFacts
from tests.db.desk_sql import sql_of
from tests.db.exchange.typed import LENS, at_work, bring_in, called


def on_desk(store: Store) -> tuple[int, int]:
    """A person and an office."""
    body = Organization(title="Ministry", offices=[Office(title="Minister")])
    person = Person(title="Ana Silva")
    for record in (body, person):
        store.save(record, LENS)
    return person.id, body.offices[0].id


def stays(store: Store) -> list[tuple[object, ...]]:
    return sql_of(store).rows("SELECT since_edtf, until_edtf, end_state FROM tenure ORDER BY id")


def day(text: str) -> HistoricalDate | None:
    return HistoricalDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (("2019", ""), ("2019", ""), [("2019", None, "unknown")]),
        (("2019", ""), ("2019", "2021"), [("2019", "2021", "ended")]),
        (("2019", "2021"), ("2019", ""), [("2019", "2021", "ended")]),
        (("2019", ""), ("", ""), [("2019", None, "unknown")]),
        (("2019", ""), ("2023", ""), [("2019", None, "unknown"), ("2023", None, "unknown")]),
        (("2019", "2021"), ("2019", "2020"),
         [("2019", "2021", "ended"), ("2019", "2020", "ended")]),
    ],
)  # fmt: skip
def test_two_rows_are_one_stay_where_they_do_not_contradict(
    store: Store,
    first: tuple[str, str],
    second: tuple[str, str],
    left: list[tuple[object, ...]],
) -> None:
    person, office = on_desk(store)
    with at_work(store, "tenures") as at:
        for since, until in (first, second):
            state = "ended" if until else "unknown"
            at.tenures.add(person, TenureFacts(office, day(since), day(until), state))
    assert stays(store) == left
    assert store.verify() == []


def test_each_stay_says_which_row_it_is_from(store: Store) -> None:
    person, office = on_desk(store)
    with at_work(store, "tenures") as at:
        at.tenures.add(person, TenureFacts(office, day("2019")))
    cited = store.reader.get(person, LENS).citations
    assert [each.passage for each in cited] == ["row 2"]
    assert cited[0].field.startswith("tenure ")


def test_a_second_import_meets_the_stay_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    text = "who,post,land,from\nAna Silva,Envoy,Italy,2019\n"
    map_text = (
        'kind="tenures"\nscheme="x"\n[fields]\nperson={column="who",create=true}\n'
        'office={column="post",create=true}\ncountry="land"\nfrom="from"\n'
    )
    bring_in(store, tmp_path, text, map_text=map_text)
    again = bring_in(store, tmp_path, text, map_text=map_text)
    assert again.created == {"tenures": 0} and again.unchanged["tenures"] == 1
    assert len(stays(store)) == 1


def test_two_files_that_differ_leave_both_lines_each_with_its_source(
    store: Store, tmp_path: Path
) -> None:
    map_text = (
        'kind="tenures"\nscheme="x"\n[fields]\nperson={column="who",create=true}\n'
        'office={column="post",create=true}\ncountry="land"\nfrom="from"\n'
    )
    for name, year in (("one.csv", "2019"), ("two.csv", "2020")):
        text = f"who,post,land,from\nAna Silva,Envoy,Italy,{year}\n"
        bring_in(store, tmp_path, text, name=name, map_text=map_text)
    assert [row[0] for row in stays(store)] == ["2019", "2020"]
    titles = {each.source.title for each in called(store, "Ana Silva").citations if each.field}
    assert titles == {"one.csv", "two.csv"}


def test_a_stay_can_be_given_another_day(store: Store) -> None:
    person, office = on_desk(store)
    with at_work(store, "tenures") as at:
        at.tenures.add(person, TenureFacts(office, day("2019")))
        stay = at.tenures.stays(person)[0]
        until = day("2021-05")
        assert until is not None
        at.tenures.set_day(person, stay, "until", until)
    assert stays(store) == [("2019", "2021-05", "ended")]


OWN_IDS = (
    'kind="tenures"\nscheme="x"\nid="id"\n[fields]\nperson={column="who",create=true}\n'
    'office={column="post",create=true}\ncountry="land"\nfrom="from"\nto="to"\nnote="note"\n'
)
HEAD = "id,who,post,land,from,to,note\n"


def noted(store: Store) -> list[tuple[object, ...]]:
    return sorted(
        sql_of(store).rows("SELECT coalesce(since_edtf, ''), note FROM tenure"),
        key=lambda row: row[1],
    )


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_rows_with_identifiers_of_their_own_are_each_a_stay(
    store: Store, tmp_path: Path, order: tuple[int, ...]
) -> None:
    lines = [
        "7,Ana Silva,Envoy,Italy,2019,,first\n",
        "8,Ana Silva,Envoy,Italy,,,second\n",
        "9,Ana Silva,Envoy,Italy,,,third\n",
    ]
    text = HEAD + "".join(lines[place] for place in order)
    report = bring_in(store, tmp_path, text, map_text=OWN_IDS)
    three = [("2019", "first"), ("", "second"), ("", "third")]
    assert noted(store) == three
    assert (report.created["tenures"], report.flagged) == (3, [])
    again = bring_in(store, tmp_path, HEAD + "".join(lines), map_text=OWN_IDS)
    assert (again.created["tenures"], again.unchanged["tenures"]) == (0, 3)
    assert noted(store) == three and store.verify() == []


def test_a_row_updates_the_stay_of_its_identifier_and_adds_its_note(
    store: Store, tmp_path: Path
) -> None:
    bring_in(store, tmp_path, HEAD + "7,Ana Silva,Envoy,Italy,2019,,one\n", map_text=OWN_IDS)
    later = HEAD + "7,Ana Silva,Envoy,Italy,2020,2021,two\n"
    report = bring_in(store, tmp_path, later, map_text=OWN_IDS)
    assert (report.updated["tenures"], report.created["tenures"]) == (1, 0)
    assert stays(store) == [("2020", "2021", "ended")] and noted(store) == [("2020", "one\ntwo")]


def test_a_hidden_person_with_the_same_identifier_is_not_told(store: Store, tmp_path: Path) -> None:
    text = HEAD + "7,Ana Silva,Envoy,Italy,2019,,\n"
    bring_in(store, tmp_path, text, map_text=OWN_IDS)
    ana = called(store, "Ana Silva")
    ana.marking = 3
    store.save(ana, LENS)
    path, given = tmp_path / "low.csv", tmp_path / "low.toml"
    path.write_text(text.replace("Ana Silva", "Ben Lee"), encoding="utf-8")
    given.write_text(OWN_IDS, encoding="utf-8")
    low = Lens(LENS.as_of, ceiling=0)
    report = import_files(store, [path], low, map_path=given)
    assert (report.created["tenures"], report.flagged) == (1, [])


def test_an_identifier_that_two_persons_bear_is_told(store: Store, tmp_path: Path) -> None:
    text = HEAD + "7,Ana Silva,Envoy,Italy,2019,,\n7,Ben Lee,Envoy,Italy,2019,,\n"
    report = bring_in(store, tmp_path, text, map_text=OWN_IDS)
    assert report.created["tenures"] == 2
    assert ["another person's" in each["why"] for each in report.flagged] == [True]
    again = bring_in(store, tmp_path, HEAD + "7,Cy Poe,Envoy,Italy,2019,,\n", map_text=OWN_IDS)
    assert ["another person's" in each["why"] for each in again.flagged] == [True]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_rows_without_identifiers_give_the_same_stays_in_any_order(
    store: Store, tmp_path: Path, order: tuple[int, ...]
) -> None:
    plain = OWN_IDS.replace('id="id"\n', "")
    lines = [f",Ana Silva,Envoy,Italy,{year},,{note}\n"
             for year, note in (("2019", "a"), ("2023", "b"), ("", "c"))]  # fmt: skip
    bring_in(store, tmp_path, HEAD + "".join(lines[at] for at in order), map_text=plain)
    assert noted(store) == [("2019", "a"), ("2023", "b"), ("", "c")]
    again = bring_in(store, tmp_path, HEAD + "".join(lines), map_text=plain)
    assert again.created["tenures"] == 0 and len(stays(store)) == 3


def test_a_row_without_days_leads_to_the_same_stay_whatever_has_come_since(
    store: Store, tmp_path: Path
) -> None:
    plain = OWN_IDS.replace('id="id"\n', "")
    for name, year in (("a.csv", "2019"), ("b.csv", ""), ("c.csv", "2023"), ("b.csv", "")):
        text = HEAD + f",Ana Silva,Envoy,Italy,{year},,\n"
        bring_in(store, tmp_path, text, name=name, map_text=plain)
    assert sorted(row[0] for row in stays(store)) == ["2019", "2023"]


def test_a_note_of_another_source_is_added_and_one_of_an_officer_kept(
    store: Store, tmp_path: Path
) -> None:
    for name, note in (("a.csv", "one"), ("b.csv", "two")):
        text = HEAD + f"7,Ana Silva,Envoy,Italy,2019,,{note}\n"
        bring_in(store, tmp_path, text, name=name, map_text=OWN_IDS)
    assert noted(store) == [("2019", "one\ntwo")]
    ana = called(store, "Ana Silva")
    assert isinstance(ana, Person)
    ana.tenures[0].note = "mine"
    store.save(ana, LENS)
    report = bring_in(store, tmp_path, text, name="b.csv", map_text=OWN_IDS)
    assert noted(store) == [("2019", "mine")]
    assert "“two”" in report.flagged[0]["why"]


def test_a_row_that_says_no_and_one_that_says_yes_stay_apart(store: Store, tmp_path: Path) -> None:
    plain = OWN_IDS.replace('id="id"\n', 'acting="id"\n', 1).replace('acting="id"\n', "", 1)
    plain += 'acting="id"\n'
    text = HEAD + "yes,Ana Silva,Envoy,Italy,,,a\nno,Ana Silva,Envoy,Italy,1999,2020,b\n"
    for created in (2, 0):
        report = bring_in(store, tmp_path, text, map_text=plain)
        assert report.created["tenures"] == created
    assert noted(store) == [("", "a"), ("1999", "b")]


TOLD = "person,office,from,to,note\n"
TENURE_MAP = (
    'kind="tenures"\n[fields]\nperson={column="person",create=true}\n'
    'office={column="office",create=true}\nfrom="from"\nto="to"\nnote="note"\n'
)


def test_a_stay_that_goes_on_is_none_that_another_row_ends(store: Store, tmp_path: Path) -> None:
    rows = "Ana,Envoy,2019,present,a\nAna,Envoy,2019,2020,b\n"
    for _ in range(2):
        bring_in(store, tmp_path, TOLD + rows, map_text=TENURE_MAP)
        assert stays(store) == [("2019", None, "ongoing"), ("2019", "2020", "ended")]
    later = "Ana,Envoy,2019,2021,a\n"
    bring_in(store, tmp_path, TOLD + later, map_text=TENURE_MAP)
    assert ("2019", "2021", "ended") in stays(store)


def test_a_row_without_days_leads_again_to_the_stay_that_it_was_joined_to(
    store: Store, tmp_path: Path
) -> None:
    rows = "Ana,Envoy,,,a\nAna,Envoy,,2020,b\nAna,Envoy,,present,c\n"
    notes = "SELECT note, until_edtf, end_state FROM tenure ORDER BY id"
    for _ in range(2):
        bring_in(store, tmp_path, TOLD + rows, map_text=TENURE_MAP)
        assert sql_of(store).rows(notes) == [("b\na", "2020", "ended"), ("c", None, "ongoing")]
