"""Which fields need a choice, what stays, and what is left over for a note."""

from __future__ import annotations

import pytest

from db import HistoricalDate, Organization, Person, Ref
from db.changes.merging.merging_fields import (
    FieldPair,
    field_pairs,
    is_said,
    left_over,
    takes_their_name,
    value_text,
)

BORN = HistoricalDate.parse("1950-05-12")


@pytest.mark.parametrize(
    ("ours", "theirs", "differs", "stays", "over"),
    [
        ("a", "", False, "a", None),
        ("", "b", False, "b", None),
        ("a", "a", False, "a", None),
        ("a", "b", True, "a", "b"),
        (None, BORN, False, BORN, None),
    ],
)
def test_ours_stays_unless_it_says_nothing(
    ours: object, theirs: object, differs: bool, stays: object, over: object
) -> None:
    pair = FieldPair("field", ours, theirs)
    assert (pair.differs, *pair.resolve("ours")) == (differs, stays, over)


def test_theirs_can_be_chosen_where_the_two_differ() -> None:
    assert FieldPair("field", "a", "b").resolve("theirs") == ("b", "a")
    assert FieldPair("field", "a", "").resolve("theirs") == ("a", None)


def test_only_fields_that_say_something_are_compared_and_name_parts_go_with_the_name() -> None:
    one = Person(title="Ishaq Dar", given="Ishaq", family="Dar", gender="male")
    other = Person(title="M. Ishaq Dar", born=BORN)
    assert [pair.name for pair in field_pairs(one, other)] == ["title", "gender", "born"]


def test_what_is_left_over_is_told_in_words_and_derived_name_parts_are_not() -> None:
    one = Person(title="Ishaq Dar", born=BORN)
    other = Person(title="Mo Dar", given="Mo", family="Dar", name_order="given-first")
    other.born = HistoricalDate.parse("1951")
    assert left_over(one, other, {}) == [("Born", "1951")]
    other.given = "Mohammad"
    assert ("Given name", "Mohammad") in left_over(one, other, {})
    one.given = "Mohammad"
    assert left_over(one, other, {}) == [("Born", "1951")]


def test_a_name_is_taken_only_where_there_is_another() -> None:
    one, other = Organization(title="FWO"), Organization(title="Frontier Works")
    assert takes_their_name(one, other, {"title": "theirs"})
    assert not takes_their_name(one, other, {})
    assert not takes_their_name(one, one, {"title": "theirs"})


def test_values_are_told_as_a_reader_knows_them() -> None:
    assert value_text("predecessor", Ref(4, "The Old Body")) == "The Old Body"
    assert value_text("born", BORN) == "12 May 1950"
    assert (value_text("country", "us"), value_text("gender", "")) == ("United States", "")
    assert is_said(0) and not is_said("")
