"""Identifiers, contacts and sources without what they are for are left out and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Store
from db.exchange.placing.drafts import RowDraft
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_parts import read_contacts, read_identifiers, read_sources
from db.exchange.popolo.popolo_values import Thing
from db.record_types import Person
from tests.db.exchange.popolo_desk import bring_in, person

FILE = PopoloFile(Path("x.json"), "utf-8", "x", {})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"identifiers": [{"scheme": "viaf"}]}, "p.identifiers[0] gives no identifier"),
        ({"contact_details": [{"type": "fax"}]}, "p.contact_details[0] gives no value"),
        ({"links": [{"note": "blog"}]}, "p.links[0] gives no url"),
        ({"images": [{}]}, "p.images[0] gives no url"),
        ({"sources": [{}]}, "p.sources[0] gives no url"),
    ],
)
def test_an_empty_part_is_told_by_its_place(fields: dict[str, object], told: str) -> None:
    thing, draft = Thing("p", fields), RowDraft(Person(title="Ana"))
    read_identifiers(thing, draft, FILE)
    read_contacts(thing, draft)
    read_sources(thing, draft)
    assert list(thing.remarks) == [f"{told}; it was left out."]
    assert (draft.record.identifiers, draft.record.contacts, draft.keys) == ([], [], [])


def test_the_own_id_comes_first_and_only_great_registers_tell_who_it_is() -> None:
    listed = [{"scheme": "legacy", "identifier": "5"}, {"scheme": "viaf", "identifier": "9"}]
    draft = RowDraft(Person(title="Ana"))
    read_identifiers(Thing("p", {"id": "Q7", "identifiers": listed}), draft, FILE)
    assert draft.keys == [("x", "Q7"), ("wikidata", "Q7"), ("viaf", "9")]


def test_a_contact_that_is_noted_in_two_ways_stands_twice(store: Store, tmp_path: Path) -> None:
    details = [
        {"type": "voice", "value": "1", "note": note} for note in ("home", "", "office", "home")
    ]
    details.append({"type": "voice", "value": "2"})
    details.append({"type": "voice", "value": "2", "note": "later"})
    document = {"persons": [{"id": "p", "name": "Ana Silva", "contact_details": details}]}
    for _ in range(2):
        bring_in(store, tmp_path, document)
        said = [(each.value, each.note) for each in person(store, "Ana Silva").contacts]
        assert said == [("1", "home"), ("1", "office"), ("2", "later")]


def test_two_remarks_on_one_page_are_two_sources(store: Store, tmp_path: Path) -> None:
    pages = [{"url": "https://a.org", "note": note} for note in ("One", "Two", "One")]
    document = {"persons": [{"id": "p", "name": "Ana Silva", "sources": pages}]}
    bring_in(store, tmp_path, document)
    cited = [each.source.title for each in person(store, "Ana Silva").citations]
    assert [title for title in cited if title != "senate.json"] == ["One", "Two"]
