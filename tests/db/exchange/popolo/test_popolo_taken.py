"""The report says which fields became what, and of which nothing was taken."""

from __future__ import annotations

from pathlib import Path

from db.exchange.popolo.popolo_file import KIND_LISTS, PopoloFile
from db.exchange.popolo.popolo_taken import TARGETS_TAKEN, USED, left_out, told_mapping
from db.exchange.popolo.popolo_values import Thing

PERSON = Thing("persons[0]", {"name": "Ana", "birth_date": "1964", "colour": "red", "@type": "x"})


def file() -> PopoloFile:
    """A file of one person and one area."""
    lists: dict[str, list[Thing]] = {name: [] for name in USED}
    lists |= {"persons": [PERSON], "areas": [Thing("areas[0]", {"name": "Cork", "type": "x"})]}
    return PopoloFile(Path("x.json"), "utf-8", "x", lists)


def test_only_fields_that_the_file_has_are_mapped() -> None:
    assert told_mapping(file(), None) == {
        "people.name": "persons.name",
        "people.born": "persons.birth_date",
    }
    assert told_mapping(file(), "events") == {}


def test_fields_of_which_nothing_is_taken_are_named() -> None:
    assert list(left_out(file())) == ["persons.colour", "areas.type"]


def test_every_field_that_is_shown_is_read() -> None:
    for kind, targets in TARGETS_TAKEN.items():
        assert set(targets.values()) <= USED[KIND_LISTS[kind]], kind
