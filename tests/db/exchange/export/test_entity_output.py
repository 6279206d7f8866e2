"""FollowTheMoney: a line for each person, body, office, stay and event, tied by ids."""

from __future__ import annotations

import json
from pathlib import Path

from db import HistoricalDate, Lens, OfficeRef, Organization, Person, Store, Tenure
from tests.db.conftest import Small
from tests.db.exchange.export.exports import LENS, export_all


def entities(store: Store, path: Path, lens: Lens = LENS) -> dict[str, list[dict[str, object]]]:
    export_all(store, path, lens)
    found: dict[str, list[dict[str, object]]] = {}
    for line in path.read_text("utf-8").splitlines():
        entity = json.loads(line)
        found.setdefault(entity["schema"], []).append(entity)
    return found


def test_a_stay_ties_its_holder_to_its_post(small: Small, tmp_path: Path) -> None:
    found = entities(small.store, tmp_path / "all.ftm.jsonl")
    assert set(found) == {"Person", "PublicBody", "Position", "Occupancy", "Event"}
    [post], [stay] = found["Position"], found["Occupancy"]
    assert post["properties"] == {
        "name": ["Chief of Army Staff, Pakistan Army"],
        "organization": [small.army.uid],
        "country": ["pk"],
    }
    assert stay["properties"] == {
        "holder": [small.munir.uid],
        "post": [post["id"]],
        "startDate": ["2022-11-29"],
        "status": ["current"],
    }
    [call] = found["Event"]
    assert call["properties"]["involved"] == [small.munir.uid]  # type: ignore[index]


def test_whether_a_stay_goes_on_is_said_as_far_as_known(small: Small, tmp_path: Path) -> None:
    office = OfficeRef(small.army.offices[0].id)
    for number, (until, state) in enumerate((("2010", "ended"), ("", "unknown"), ("", "ongoing"))):
        person = Person(title=f"Person {number}")
        end = HistoricalDate.parse(until) if until else None
        start = HistoricalDate.parse("2001")
        person.tenures = [Tenure(office=office, since=start, until=end, end_state=state)]
        small.store.save(person, LENS)
    small.store.remove([small.munir.id], LENS)
    found = entities(small.store, tmp_path / "all.ftm.jsonl")
    said = [stay["properties"]["status"] for stay in found["Occupancy"]]  # type: ignore[index]
    assert said == [["ended"], ["unknown"], ["current"]]


def test_a_body_is_of_the_schema_of_its_type(store: Store, tmp_path: Path) -> None:
    for kind in ("bank", "party", "ministry", ""):
        store.save(Organization(title=f"The {kind}", kind=kind), LENS)
    found = entities(store, tmp_path / "all.ftm.jsonl")
    assert {schema: len(each) for schema, each in found.items()} == {
        "Company": 1, "Organization": 2, "PublicBody": 1,
    }  # fmt: skip
