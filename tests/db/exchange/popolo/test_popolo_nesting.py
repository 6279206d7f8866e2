"""Objects within objects come out into their lists, each once, tied to where they stood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db.exchange.popolo.popolo_file import read_popolo
from db.exchange.popolo.popolo_nesting import hoist
from db.exchange.popolo.popolo_values import Thing


def written(folder: Path, document: object) -> Path:
    """A file with this document."""
    path = folder / "list.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_inner_objects_come_out_into_their_lists_once(tmp_path: Path) -> None:
    senate = {"id": "s", "name": "Senate"}
    document = {
        "persons": [
            {"name": "Ana", "memberships": [{"organization": senate, "post": {"label": "Whip"}}]},
            {"name": "Bo", "memberships": [{"organization": {**senate, "image": "x"}}]},
        ]
    }
    lists = read_popolo(written(tmp_path, document)).lists
    (found,) = lists["organizations"]
    assert found.where == "persons[1].memberships[0].organization" or found.fields["image"] == "x"
    assert found.fields["image"] == "x"
    assert {each.where for each in lists["memberships"]} == {
        "persons[0].memberships[0]",
        "persons[1].memberships[0]",
    }
    owners = {thing.key for thing in lists["persons"]}
    assert {each.tie("person_id") for each in lists["memberships"]} == owners
    assert [each.where for each in lists["posts"]] == ["persons[0].memberships[0].post"]


@pytest.mark.parametrize("depth", [1, 40, 400])
def test_any_depth_of_children_comes_out(depth: int) -> None:
    fields: dict[str, object] = {"name": "0"}
    for level in range(1, depth):
        fields = {"name": f"{level}", "children": [fields]}
    lists: dict[str, list[Thing]] = {name: [] for name in ("organizations", "posts", "areas")}
    lists |= {name: [] for name in ("persons", "events", "memberships")}
    lists["organizations"].append(Thing("organizations[0]", fields))
    hoist(lists)
    assert len(lists["organizations"]) == depth
    assert sum(bool(thing.tie("parent_id")) for thing in lists["organizations"]) == depth - 1
