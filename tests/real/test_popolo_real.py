"""Real parliaments come in whole, once, quickly, and are taken back without a trace."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import Lens, Person, Store, import_files, make_desk, open_desk
from db.names import fold
from tests.db.desk_sql import sql_of
from tests.real.test_import_real import left

LENS = Lens()
# file → what it makes
FILES = {
    "estonia.json": {
        "people": 193, "organizations": 8, "events": 16, "offices": 1, "tenures": 299,
    },
    "ireland.json": {
        "people": 226, "organizations": 15, "events": 34, "offices": 1, "tenures": 324,
    },
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    """An empty desk."""
    path = tmp_path / "real.desk"
    make_desk(path, name="Real")
    with open_desk(path) as store:
        yield store


def by_id(desk: Store) -> dict[str, Person]:
    """The people of the desk by the id that the file gives them."""
    found = {}
    for key, value in sql_of(desk).rows(
        "SELECT record_id, value FROM identifier WHERE scheme='popolo'"
    ):
        record = desk.reader.get(key, LENS)
        if isinstance(record, Person):
            found[value] = record
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_parliament_comes_in_once_and_goes_out_whole(
    name: str, desk: Store, real_data: Path
) -> None:
    path = real_data / "popolo" / name
    first = import_files(desk, [path], LENS)
    assert first.created == FILES[name]
    assert (first.rejected, first.flagged) == ([], [])
    assert desk.verify() == []
    before = left(desk)

    second = import_files(desk, [path], LENS)
    assert not any({**second.created, **second.updated}.values())
    assert left(desk) == before
    changes = desk.reader.changes()
    assert [change.label for change in changes] == [f"Import {name}"]
    assert sql_of(desk).value("SELECT count(*) FROM revision") < 100

    desk.revert(changes[0].id)
    assert left(desk) == {}
    assert desk.verify() == []


@pytest.mark.parametrize("name", FILES)
def test_every_fact_of_a_person_is_on_the_desk(name: str, desk: Store, real_data: Path) -> None:
    path = real_data / "popolo" / name
    import_files(desk, [path], LENS)
    people = by_id(desk)
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    members = Counter(each["person_id"] for each in document["memberships"])
    for each in document["persons"]:
        person = people[each["id"]]
        names = {fold(person.title), *(fold(name.text) for name in person.names)}
        assert person.title == each["name"]
        assert {fold(name["name"]) for name in each["other_names"]} <= names
        assert len(person.names) == len({name.text for name in person.names})
        assert (person.born.edtf if person.born else None) == each.get("birth_date")
        assert (person.died.edtf if person.died else None) == each.get("death_date")
        assert person.gender == each.get("gender", "")
        assert person.given == each.get("given_name", person.given)
        assert person.family == each.get("family_name", person.family)
        assert {(i["scheme"], i["identifier"]) for i in each["identifiers"]} <= {
            (i.scheme, i.value) for i in person.identifiers
        }
        assert {source["url"] for source in each.get("sources", ())} <= {
            citation.source.url for citation in person.citations
        }
        assert len(person.tenures) == members[each["id"]]
        assert all(tenure.end_state != "ongoing" for tenure in person.tenures)
        assert all(
            (tenure.end_state == "ended") == (tenure.until is not None) for tenure in person.tenures
        )


def test_a_member_has_the_days_the_party_and_the_constituency(desk: Store, real_data: Path) -> None:
    import_files(desk, [real_data / "popolo" / "estonia.json"], LENS)
    person = by_id(desk)["014f1aac-a694-4538-8b4f-a533233acb60"]
    told = {
        (tenure.since.edtf if tenure.since else "", tenure.note)
        for tenure in person.tenures
        if tenure.office and tenure.office.organization
        if tenure.office.organization.title == "Riigikogu"
    }
    party = "Isamaa ja Res Publica Liidu fraktsioon"
    assert ("2015-04-09", f"for Tartu linn; on behalf of {party}; 13th Riigikogu") in told


def test_two_parliaments_share_no_party_and_no_person(desk: Store, real_data: Path) -> None:
    files = [real_data / "popolo" / name for name in FILES]
    report = import_files(desk, files, LENS)
    assert report.created["people"] == 419
    assert report.created["organizations"] == 23
    assert report.created["tenures"] == 623
    assert desk.verify() == []


def test_a_map_takes_main_names_only_and_keeps_the_ids(
    desk: Store, real_data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "names.toml"
    path.write_text('kind = "people"\n[fields]\nname = "name"\n', encoding="utf-8")
    files = [real_data / "popolo" / name for name in FILES]
    report = import_files(desk, files, LENS, map_path=path)
    assert report.created == {"people": 419}
    assert sql_of(desk).value("SELECT count(*) FROM name") == 419
    with (real_data / "names" / "crossscript_queries.csv").open(encoding="utf-8") as file:
        asked = {row["person_id"] for row in csv.DictReader(file)}
    assert asked <= by_id(desk).keys()

    whole = import_files(desk, files, LENS)
    assert whole.created["people"] == 0
    assert desk.verify() == []


@pytest.mark.parametrize("name", FILES)
def test_other_spellings_are_kept_with_their_language(
    name: str, desk: Store, real_data: Path
) -> None:
    import_files(desk, [real_data / "popolo" / name], LENS)
    people = by_id(desk)
    with (real_data / "names" / "crossscript_queries.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["person_id"] in people]
    assert rows
    for row in rows:
        person = people[row["person_id"]]
        assert row["query"] in {each.text for each in person.names} or fold(row["query"]) in {
            fold(each.text) for each in person.names
        }


def test_naughty_strings_in_every_field_are_kept_or_told(
    desk: Store, real_data: Path, tmp_path: Path
) -> None:
    (path,) = (real_data / "text").glob("*.json")
    strings = json.loads(path.read_text(encoding="utf-8"))
    fields = (
        "name", "given_name", "family_name", "honorific_prefix", "gender", "national_identity",
        "biography", "email", "image",
    )  # fmt: skip
    persons = [
        {
            **dict.fromkeys(fields, text),
            "id": f"{place}",
            "other_names": [{"name": text, "lang": text, "note": text}],
            "identifiers": [{"scheme": text, "identifier": text}],
            "contact_details": [{"type": text, "value": text}],
        }
        for place, text in enumerate(strings)
    ]
    memberships = [
        {"person_id": f"{place}", "organization_id": "o", "role": text, "on_behalf_of_id": text}
        for place, text in enumerate(strings)
    ]
    document = {
        "persons": persons,
        "organizations": [{"id": "o", "name": "Body"}],
        "memberships": memberships,
    }
    file = tmp_path / "naughty.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    first = import_files(desk, [file], LENS)
    assert first.created["people"] + len(
        [each for each in first.rejected if each["column"].startswith("persons")]
    ) == len(strings)
    assert first.created["people"] > 0.95 * len(strings)
    assert desk.verify() == []
    second = import_files(desk, [file], LENS)
    assert not any({**second.created, **second.updated}.values())
