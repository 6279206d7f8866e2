"""Drafts on the desk: new ones made, old ones completed, corrected only by who said it first."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Agreement, Contact, Identifier, Link, Note, Organization, Person, Ref, Store
from db.exchange.placing.draft_placing import Placing
from db.exchange.placing.drafts import RowDraft
from db.exchange.placing.line_news import LINE_KEYS
from db.exchange.placing.tally import RowFault
from db.record_types import RECORD_TYPES
from tests.db.exchange.typed import LENS, bring_in, called

TEXT = "id,name,country,gender,email,aliases\np1,Ana Silva,Brazil,female,a@b.example,Aninha\n"


def test_every_list_that_is_merged_is_one_of_a_record() -> None:
    lists = {name for of in RECORD_TYPES.values() for name in of.model_fields}
    assert LINE_KEYS.keys() <= lists


def test_a_row_completes_what_the_desk_lacks_and_keeps_what_it_has(
    store: Store, tmp_path: Path
) -> None:
    there = Person(
        title="Ana Silva", country="br", biography="Met in Geneva.", notes=[Note(text="kept")],
        identifiers=[Identifier(scheme="list", value="p1")],
    )  # fmt: skip
    store.save(there, LENS)
    report = bring_in(store, tmp_path, TEXT, kind="people")
    assert report.updated == {"people": 1} and report.created == {"people": 0}
    ana = called(store, "Ana Silva")
    assert isinstance(ana, Person)
    assert (ana.gender, ana.biography) == ("female", "Met in Geneva.")
    assert [each.text for each in ana.notes] == ["kept"]
    assert [each.value for each in ana.contacts] == ["a@b.example"]
    assert store.verify() == []


def test_a_line_that_is_there_is_not_doubled(store: Store, tmp_path: Path) -> None:
    for name in ("list.csv", "other.csv"):
        bring_in(store, tmp_path, TEXT, name=name, kind="people")
    ana = called(store, "Ana Silva")
    assert len(ana.contacts) == 1 and len(ana.names) == 1
    assert {each.source.title for each in ana.citations} == {"list.csv", "other.csv"}


def test_what_another_source_said_stays_and_the_difference_is_told(
    store: Store, tmp_path: Path
) -> None:
    bring_in(store, tmp_path, TEXT + "p2,Rui Costa,Brazil,male,,\n", kind="people")
    text = "id,name,country,gender\np1,Ana Silva,Brazil,male\n"
    report = bring_in(store, tmp_path, text, name="other.csv", kind="people")
    ana = called(store, "Ana Silva")
    assert isinstance(ana, Person) and ana.gender == "female"
    assert any("the former was kept" in each["why"] for each in report.flagged)


def test_the_file_that_alone_said_it_may_correct_it(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, TEXT, kind="people")
    report = bring_in(store, tmp_path, TEXT.replace("Ana Silva", "Ana Souza"), kind="people")
    assert report.updated == {"people": 1}
    ana = called(store, "Ana Souza")
    assert isinstance(ana, Person) and ana.family == "Souza"
    assert store.verify() == []


def test_two_rows_about_one_record_contradict_each_other_aloud(
    store: Store, tmp_path: Path
) -> None:
    text = "id,name,country\np1,Ana Silva,Brazil\np1,Ana Silva,Portugal\n"
    map_text = 'kind="people"\nscheme="x"\nid="id"\n[fields]\nname="name"\ncountry="country"\n'
    report = bring_in(store, tmp_path, text, map_text=map_text)
    assert report.created == {"people": 1}
    assert any(each["why"].startswith("An earlier row has") for each in report.flagged)
    assert called(store, "Ana Silva").country == "br"


def test_identifiers_of_two_records_in_one_row_are_told(store: Store, tmp_path: Path) -> None:
    for title, scheme, value in (("Ana", "list", "p1"), ("Rui", "wikidata", "Q2")):
        store.save(Person(title=title, identifiers=[Identifier(scheme=scheme, value=value)]), LENS)
    text = "id,name,wikidata\np1,Ana,Q2\np2,Eva,Q3\n"
    map_text = 'kind="people"\nscheme="list"\nid="id"\n[fields]\nname="name"\nwikidata="wikidata"\n'
    report = bring_in(store, tmp_path, text, map_text=map_text)
    assert any("belong to “Rui” and to “Ana”" in each["why"] for each in report.flagged)


def test_parties_and_what_they_did_are_gathered_from_several_rows(
    store: Store, tmp_path: Path
) -> None:
    text = "ref,title,state,signed,ratified\nA,Pact,Pakistan,1990,1991\nA,Pact,India,1990,\n"
    map_text = (
        'kind="agreements"\nscheme="x"\nid="ref"\n[fields]\ntitle="title"\nparty="state"\n'
        'party_signed="signed"\nparty_ratified="ratified"\n'
    )
    for _ in range(2):
        bring_in(store, tmp_path, text, map_text=map_text)
    pact = called(store, "Pact")
    assert isinstance(pact, Agreement)
    done = [[action.action for action in party.actions] for party in pact.parties]
    assert done == [["signed", "ratified"], ["signed"]]
    assert store.verify() == []


@pytest.mark.parametrize("kind", ["people", "organizations"])
def test_another_name_for_a_known_record_is_kept_beside_the_first(
    store: Store, tmp_path: Path, kind: str
) -> None:
    of = Person if kind == "people" else Organization
    there = of(title="First Name", identifiers=[Identifier(scheme="x", value="1")])
    store.save(there, LENS)
    map_text = f'kind="{kind}"\nscheme="x"\nid="id"\n[fields]\nname="name"\n'
    bring_in(store, tmp_path, "id,name\n1,Second Name\n2,Third Name\n", map_text=map_text)
    found = called(store, "First Name")
    assert [name.text for name in found.names] == ["Second Name"]


def test_a_line_that_is_there_takes_what_another_row_says_beyond_it(
    store: Store, tmp_path: Path
) -> None:
    there = Person(
        title="Ana Silva", country="br", contacts=[Contact(kind="email", value="a@b.example")],
        links=[Link(other=Ref(_body(store)), nature="member of")],
    )  # fmt: skip
    store.save(there, LENS)
    head = "name,country,email,organization,from\n"
    text = head + "Ana Silva,Brazil,a@b.example,House,2019\nAna Silva,Brazil,,House,2021\n"
    for created in (0, 0):
        report = bring_in(store, tmp_path, text, kind="people")
        assert report.created["people"] == created
        ana = called(store, "Ana Silva")
        assert [each.value for each in ana.contacts] == ["a@b.example"]
        assert [each.since.edtf for each in ana.links if each.since] == ["2019", "2021"]


def _body(store: Store) -> int:
    house = Organization(title="House")
    store.save(house, LENS)
    return house.id


def test_every_row_that_differs_is_told_with_its_column(store: Store, tmp_path: Path) -> None:
    text = "id,name,born\n1,Ana,1950\n1,Ana,1951\n1,Ana,1952\n1,Ana,1951\n"
    map_text = 'kind="people"\nscheme="x"\nid="id"\n[fields]\nname="name"\nborn="born"\n'
    report = bring_in(store, tmp_path, text, map_text=map_text)
    assert [(each["row"], each["column"], each["value"]) for each in report.flagged] == [
        (3, "born", "1951"), (4, "born", "1952"),
    ]  # fmt: skip
    assert (report.read, report.created["people"], report.joined["people"]) == (4, 1, 3)


def test_another_spelling_of_a_name_is_kept_beside_the_first(store: Store, tmp_path: Path) -> None:
    store.save(Person(title="Jose Silva", country="br"), LENS)
    bring_in(store, tmp_path, "name,country\nJosé Silva,Brazil\n", kind="people")
    assert [each.text for each in called(store, "Jose Silva").names] == ["José Silva"]


def test_a_draft_that_cannot_be_placed_is_counted(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Placing.place

    def refuse_ben(placing: Placing, draft: RowDraft) -> int:
        if draft.record.title == "Ben":
            raise RowFault("name", "Ben", "He has no place.")
        return place(placing, draft)

    monkeypatch.setattr(Placing, "place", refuse_ben)
    report = bring_in(store, tmp_path, "name\nAna\nBen\nCy\n", kind="people")
    assert [(each["row"], each["value"]) for each in report.rejected] == [(3, "Ben")]
    assert report.created["people"] == 2
