"""Stays in office: one line a stay, completed by its own file, kept apart where files differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import HistoricalDate, Office, Organization, Person, Store
from db.exchange.drafts import TenureFacts
from tests.db.exchange.typed import LENS, at_work, bring_in, called


def on_desk(store: Store) -> tuple[int, int]:
    """A person and an office."""
    body = Organization(title="Ministry", offices=[Office(title="Minister")])
    person = Person(title="Ana Silva")
    for record in (body, person):
        store.save(record, LENS)
    return person.id, body.offices[0].id


def stays(store: Store) -> list[tuple[object, ...]]:
    return store._sql.rows("SELECT since_edtf, until_edtf, end_state FROM tenure ORDER BY id")


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
