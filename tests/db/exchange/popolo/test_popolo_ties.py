"""What an object names is found in the file by id or by name, then on the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.exchange.placing.tally import RowFault
from db.exchange.popolo.popolo_file import PopoloFile
from db.exchange.popolo.popolo_ties import Ties
from db.exchange.popolo.popolo_values import Thing

AREAS = [Thing("areas[0]", {"id": "a", "name": "Cork"}), Thing("areas[1]", {"id": "b"})]
BODIES = [
    Thing("organizations[0]", {"id": "s", "name": "Senate"}),
    Thing("organizations[1]", {"id": "t", "name": "Twin"}),
    Thing("organizations[2]", {"id": "u", "name": "twin"}),
]


@pytest.fixture
def ties() -> Ties:
    """The ties of a file of areas and bodies."""
    lists: dict[str, list[Thing]] = {name: [] for name in ("persons", "posts", "events")}
    lists |= {"areas": AREAS, "organizations": BODIES, "memberships": []}
    return Ties(PopoloFile(Path("x.json"), "utf-8", "x", lists))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"area_id": "a"}, "Cork"),
        ({"area": "cork"}, "Cork"),
        ({"area": "Mayo"}, "Mayo"),
        ({"area_id": "b"}, "b"),
        ({"area_id": "z"}, "z"),
        ({}, ""),
    ],
)
def test_an_area_is_told_by_its_name_or_what_the_file_has_of_it(
    fields: dict[str, str], name: str, ties: Ties
) -> None:
    assert ties.name_of(Thing("m", fields), "area", "areas") == name


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"organization_id": "s"}, "s"),
        ({"organization": "SENATE"}, "s"),
        ({"organization": "Twin"}, None),
        ({"organization_id": "z", "organization": "Senate"}, None),
        ({"organization": ["Senate"]}, None),
    ],
)
def test_a_body_is_found_by_its_id_or_by_a_name_that_only_one_has(
    fields: dict[str, object], found: str | None, ties: Ties
) -> None:
    thing = ties.thing(Thing("m", fields), "organization", "organizations")
    assert (thing.id if thing else None) == found


def test_an_object_that_was_refused_is_told_by_name(ties: Ties) -> None:
    with pytest.raises(RowFault, match=r"organizations\[0\] \(“Senate”\) was refused"):
        ties.record_of(Thing("m", {}), "organization_id", BODIES[0])
