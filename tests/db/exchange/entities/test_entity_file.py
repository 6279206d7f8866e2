"""Lines become lists of objects; what is no entity is refused by its line, what is none of ours
counted.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from db import Refused
from db.exchange.entities import entity_file
from db.exchange.entities.entity_file import is_entities, read_entities
from db.exchange.popolo.popolo_file import PopoloFile
from tests.db.exchange.entities.entities import ANA, SENATE, SPEAKER, STAY, entity, lines


def read(folder: Path, text: str) -> PopoloFile:
    path = folder / "all.ftm.json"
    path.write_text(text, encoding="utf-8")
    return read_entities(path)


def test_each_schema_comes_into_its_list(tmp_path: Path) -> None:
    file = read(tmp_path, lines(STAY, ANA, SPEAKER, SENATE))
    assert {name: len(things) for name, things in file.lists.items() if things} == {
        "memberships": 1, "persons": 1, "posts": 1, "organizations": 1,
    }  # fmt: skip
    assert file.format == "FollowTheMoney" and file.count == 4
    [post] = file.lists["posts"]
    assert post.text("label") == "Speaker"  # the body behind the comma is not a part of it
    assert post.at("label") == "line 3, name"


def test_other_schemas_are_counted_by_name(tmp_path: Path) -> None:
    ships = [entity("Vessel", f"v{n}", name="Ship") for n in range(3)]
    file = read(tmp_path, lines(ANA, *ships, entity("Sanction", "s", entity="ana")))
    assert file.notes == [
        "3 entities of the schema Vessel were left out; it has no place on the desk.",
        "1 entity of the schema Sanction was left out; it has no place on the desk.",
    ]
    assert file.left_out == ["Vessel", "Sanction"] and file.count == 1


def test_an_entity_within_another_is_one_of_its_own(tmp_path: Path) -> None:
    stay = entity("Occupancy", "stay", holder=[ANA], post=[SPEAKER])
    file = read(tmp_path, lines(stay, SENATE))
    [membership] = file.lists["memberships"]
    assert (membership.text("person_id"), membership.text("post_id")) == ("ana", "speaker")
    assert [len(file.lists[name]) for name in ("persons", "posts")] == [1, 1]


def test_an_address_that_is_an_entity_stands_with_its_owner(tmp_path: Path) -> None:
    ana = entity("Person", "ana", name="Ana", addressEntity="a1")
    file = read(tmp_path, lines(ana, entity("Address", "a1", full="Rua 1, Lisboa")))
    [contact] = file.lists["persons"][0].things("contact_details")
    assert (contact.text("type"), contact.text("value")) == ("address", "Rua 1, Lisboa")
    assert file.notes == []


@pytest.mark.parametrize("line", ["{", "[1]", '{"schema": "Person"}', '{"properties": {}}', "7"])
def test_a_line_that_is_no_entity_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    file = read(tmp_path, lines(ANA) + line + "\n")
    assert [where for where, *_ in file.refused] == ["line 2"]


def test_a_property_without_a_field_is_told_and_listed(tmp_path: Path) -> None:
    file = read(
        tmp_path, lines(entity("Person", "a", name="A", hairColor="red", modifiedAt="2025"))
    )
    [person] = file.lists["persons"]
    assert list(person.remarks.values()) == [("line 1, hairColor", "red")]
    assert file.left_out == ["Person.hairColor", "Person.modifiedAt"]


def test_a_file_of_nothing_that_is_taken_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there are Vessel"):
        read(tmp_path, lines(entity("Vessel", "v", name="Ship")))


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (lines(ANA).encode(), True),
        (lines(ANA).encode("utf-16"), True),
        (b'{"persons": [{"schema": 1, "properties": 2}]}', True),
        (b'{"persons": []}', False),
        (b'{"id": "a"}\n{"schema": 1, "properties": 2}', False),
        (b"schema,properties", False),
    ],
)
def test_a_file_of_entities_is_known_by_its_first_line(head: bytes, found: bool) -> None:
    assert is_entities(head) is found


def test_a_file_of_lines_that_are_none_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entity_file, "MAX_REFUSED_LINES", 3)
    with pytest.raises(Refused, match="is damaged"):
        read(tmp_path, lines(ANA) + "{}\n" * 4)
