"""A map takes a list of a Popolo file as a table, with inner objects under headings with dots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db import Refused, Store
from tests.db.exchange.popolo_desk import bring_in, person, titled

PERSONS: list[dict[str, Any]] = [
    {
        "id": "1", "name": "Andrus Ansip", "birth_date": "1956-10-01",
        "other_names": [
            {"lang": "ru", "name": "Андрус Ансип"}, {"lang": "et", "name": "Ansip; Andrus"},
        ],
        "identifiers": [{"scheme": "wikidata", "identifier": "Q57640"}],
        "contact_details": [{"type": "email", "value": "a@b.ee"}],
        "area": {"name": "Tartu"},
    },
    {"id": "2", "name": "Kaja Kallas", "extra": [1, "two"]},
]  # fmt: skip
DOCUMENT = {
    "persons": PERSONS,
    "organizations": [{"id": "r", "name": "Riigikogu"}],
    "memberships": [
        {"person_id": "1", "organization_id": "r", "role": "member", "start_date": "2011"},
        {"person_id": "2", "organization_id": "r", "role": "member"},
    ],
}


def mapped(folder: Path, text: str) -> Path:
    """A map typed here."""
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_only_main_names_are_taken_when_the_map_names_no_others(
    store: Store, tmp_path: Path
) -> None:
    path = mapped(tmp_path, 'kind = "people"\n[fields]\nname = "name"\n')
    report = bring_in(store, tmp_path, DOCUMENT, map_path=path)
    assert (report.read, report.created) == (2, {"people": 2})
    ansip = person(store, "Andrus Ansip")
    assert ansip.names == []
    assert [(each.scheme, each.value) for each in ansip.identifiers] == [("senate", "1")]
    assert "other_names" in report.left_out

    whole = bring_in(store, tmp_path, DOCUMENT)
    assert whole.created["people"] == 0
    assert whole.updated["people"] == 2
    assert [each.text for each in person(store, "Andrus Ansip").names] == [
        "Андрус Ансип", "Ansip; Andrus",
    ]  # fmt: skip
    assert store.verify() == []


def test_lists_and_inner_objects_are_columns(store: Store, tmp_path: Path) -> None:
    text = """kind = "people"
        [fields]
        name = "name"
        aliases = "other_names"
        native_name = "other_names.ru"
        wikidata = "identifiers.wikidata"
        email = "contact_details.email"
        born = "birth_date"
        notes = { template = "{area.name}{extra}" }"""
    bring_in(store, tmp_path, DOCUMENT, map_path=mapped(tmp_path, text))
    ansip = person(store, "Andrus Ansip")
    assert {(each.kind, each.text) for each in ansip.names} == {
        ("alias", "Андрус Ансип"), ("alias", "Ansip; Andrus"), ("native", "Андрус Ансип"),
    }  # fmt: skip
    assert ("wikidata", "Q57640") in {(each.scheme, each.value) for each in ansip.identifiers}
    assert [each.value for each in ansip.contacts] == ["a@b.ee"]
    assert ansip.born and ansip.born.edtf == "1956-10-01"
    assert ansip.notes[0].text == "Tartu"


def test_memberships_name_their_people_and_bodies(store: Store, tmp_path: Path) -> None:
    text = """kind = "tenures"
        [fields]
        person = { column = "person", create = true }
        office = { column = "role", create = true }
        organization = { column = "organization", create = true }
        from = "start_date" """
    report = bring_in(store, tmp_path, DOCUMENT, map_path=mapped(tmp_path, text))
    assert report.created["tenures"] == 2
    (tenure,) = person(store, "Andrus Ansip").tenures
    assert tenure.office and tenure.office.organization
    assert (tenure.office.title, tenure.office.organization.title) == ("member", "Riigikogu")
    assert tenure.since and tenure.since.edtf == "2011"
    assert titled(store, "Riigikogu").KIND == "organization"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('kind = "agreements"\n[fields]\ntitle = "name"\n', "has no agreements"),
        ('kind = "events"\n[fields]\ntitle = "name"\n', "has no events"),
        ('kind = "people"\n[fields]\nname = "title"\n', "has no column “title”"),
    ],
)
def test_a_map_that_asks_for_what_is_not_there_is_refused(
    text: str, says: str, store: Store, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=says):
        bring_in(store, tmp_path, DOCUMENT, map_path=mapped(tmp_path, text))
