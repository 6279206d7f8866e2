"""A field of a Popolo object is read as what it must be, and told by its place when it is not."""

from __future__ import annotations

from typing import Any

import pytest

from db import choose_date_order
from db.exchange.popolo.popolo_values import Thing, plain, shorten_value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1964-07-31", "1964-07-31"),
        (" 1964-07 ", "1964-07"),
        (1964, "1964"),
        (1964.0, "1964"),
        ("1964-07-31T10:00:00+02:00", "1964-07-31"),
        ("1964-07-31 10:00", "1964-07-31"),
        ("1964-07-00", "1964-07"),
        ("before 1970", "../1970"),
        ("NA", None),
        ("", None),
        (None, None),
        ("9999-12-31", None),
        ("0001-01-01", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(value: Any, expected: str | None) -> None:
    read = Thing("p", {"day": value}).date("day")
    if expected is None:
        assert read is None
    elif expected.startswith(".."):
        assert read is not None
        assert (read.first, read.last is not None) == (None, True)
    else:
        assert read is not None
        assert read.edtf == expected


def test_a_date_that_may_be_two_is_read_in_the_order_of_the_desk() -> None:
    choose_date_order("month")
    date = Thing("p", {"born": "03/04/2025"}).date("born")
    assert date is not None and date.edtf == "2025-03-04"


@pytest.mark.parametrize("value", ["31.02.2020", "soon", True, [], {}, "03/04/2025"])
def test_what_is_no_date_is_left_out_and_told_by_its_place(value: Any) -> None:
    thing = Thing("persons[12]", {"birth_date": value})
    assert thing.date("birth_date") is None
    ((says, (field, _)),) = thing.remarks.items()
    assert field == "persons[12].birth_date" and says.endswith(".")


@pytest.mark.parametrize(
    ("value", "text"),
    [("a\0b", "ab"), ("a\ud800", "a\ufffd"), (1.5, "1.5"), (float("inf"), "inf"), ([], None)],
)
def test_a_text_can_be_stored_whatever_the_file_holds(value: Any, text: str | None) -> None:
    assert plain(value) == text
    shorten_value(value).encode()


def test_a_field_of_another_sort_is_told_once() -> None:
    thing = Thing("persons[1]", {"gender": ["x"]})
    assert thing.text("gender") == thing.word("gender") == ""
    assert list(thing.remarks) == [
        "persons[1].gender is a list where a text is expected; it was left out: ['x']."
    ]


def test_the_mark_of_an_object_without_an_id_is_no_text_of_a_file() -> None:
    thing = Thing("persons[1]", {})
    assert thing.id == ""
    assert Thing("m", {"person_id": thing.key}).tie("person_id") == thing.key
    assert Thing("m", {"person_id": str(thing.key)}).tie("person_id") != thing.key
