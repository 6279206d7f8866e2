"""Popolo: what is exported comes in again as the same people, bodies, posts and memberships."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import Lens, Person, Store, import_files, make_desk, open_desk
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all


def test_a_person_with_an_office_is_a_person_a_post_and_a_membership(
    small: Small, tmp_path: Path
) -> None:
    path = tmp_path / "all.json"
    report = export_all(small.store, path)
    data = json.loads(path.read_text("utf-8"))
    [munir], [post], [membership] = data["persons"], data["posts"], data["memberships"]
    assert (munir["name"], munir["family_name"], munir["national_identity"]) == (
        "Asim Munir", "Munir", "pk",
    )  # fmt: skip
    assert munir["other_names"] == [{"name": "عاصم منیر", "note": "native", "lang": "ur"}]
    assert post["label"] == "Chief of Army Staff" and post["organization_id"] == small.army.uid
    assert (membership["person_id"], membership["post_id"], membership["start_date"]) == (
        small.munir.uid, post["id"], "2022-11-29",
    )  # fmt: skip
    assert [event["name"] for event in data["events"]] == ["Telephone call"]
    assert report.lost["Agreements"] == 1 and report.lost["Ranks"] == 1


def told(store: Store, lens: Lens) -> set[tuple[object, ...]]:
    """Of each person on a desk what Popolo can hold."""
    reader = store.reader
    people = [reader.get(key, lens) for key in reader.all_ids("person", lens, "name")]
    return {
        (
            person.title, person.given, person.family, person.country, person.gender,
            person.born and person.born.edtf,
            frozenset((name.text, name.kind) for name in person.names),
            frozenset((each.kind, each.value) for each in person.contacts),
            frozenset(
                (each.office and each.office.title, each.since and each.since.edtf,
                 each.until and each.until.edtf)
                for each in person.tenures
            ),
        )
        for person in people
        if isinstance(person, Person)
    }  # fmt: skip


def there_and_back(store: Store, folder: Path) -> set[tuple[object, ...]]:
    path, other = folder / "out.json", folder / "other.desk"
    export_all(store, path, kinds=["person", "organization"])
    make_desk(other)
    with open_desk(other) as opened:
        report = import_files(opened, [path], LENS)
        assert report.rejected == []
        return told(opened, LENS)


def test_the_small_desk_comes_back(small: Small, tmp_path: Path) -> None:
    assert there_and_back(small.store, tmp_path) == told(small.store, LENS)


@pytest.mark.parametrize("country", ["estonia", "ireland"])
def test_a_real_parliament_comes_back(
    store: Store, tmp_path: Path, real_data: Path, country: str
) -> None:
    import_files(store, [real_data / "popolo" / f"{country}.json"], LENS)
    before = told(store, LENS)
    assert len(before) > 100
    assert there_and_back(store, tmp_path) == before
