"""The word lists: closed ones take nothing else, and each names a column that there is."""

from __future__ import annotations

import pytest

from db.record_types import RECORD_TYPES
from db.storage.row_mapping import shapes
from db.vocabulary.choices import CLOSED, MARKINGS, OPEN, choices, is_closed, marking_level

COLUMNS = {f"{shape.table}.{field.name}" for shape in shapes() for field in shape.fields}


@pytest.mark.parametrize("path", [*CLOSED, *OPEN])
def test_every_list_is_of_a_column_and_offers_each_word_once(path: str) -> None:
    assert path in COLUMNS
    words = choices(path)
    assert words
    assert len(set(words)) == len(words)
    assert [word for word in words if word != word.strip().casefold()] == []


def test_no_list_is_both_open_and_closed() -> None:
    assert CLOSED.keys() & OPEN.keys() == set()


@pytest.mark.parametrize(
    ("path", "closed"),
    [
        ("tenure.end_state", True),
        ("note.marking", True),
        ("record.marking", True),
        ("event.kind", False),
        ("person.biography", False),
    ],
)
def test_a_closed_list_is_told_from_an_open_one(path: str, closed: bool) -> None:
    assert is_closed(path) is closed


def test_any_marking_offers_the_markings_and_free_text_offers_nothing() -> None:
    assert choices("attachment.marking") == MARKINGS
    assert choices("person.biography") == ()


def test_what_a_new_part_says_is_a_word_of_its_list() -> None:
    for shape in shapes():
        made = shape.of()
        for field in shape.fields:
            path = f"{shape.table}.{field.name}"
            said = getattr(made, field.name)
            if path in CLOSED and said is not None:
                assert said in CLOSED[path], path
    assert set(RECORD_TYPES) == {"person", "organization", "agreement", "event"}


@pytest.mark.parametrize(
    ("text", "level"),
    [("open", 0), (" Restricted ", 1), ("CONFIDENTIAL", 2), ("secret", 3), ("0", 0), ("3", 3)],
)
def test_a_marking_is_read_by_word_or_number(text: str, level: int) -> None:
    assert marking_level(text) == level


@pytest.mark.parametrize("text", ["", "4", "-1", "top secret", "²", "1.0"])
def test_another_marking_is_refused_with_the_list(text: str) -> None:
    with pytest.raises(ValueError, match="open, restricted, confidential, secret"):
        marking_level(text)
