"""The refusals: each belongs to one of the families that callers tell apart."""

from __future__ import annotations

import inspect

import pytest

from db import errors
from db.errors import Conflict, DeskError, Invalid, Locked, Refused, Unavailable

FAMILIES = (Refused, Conflict, Unavailable, errors.Stopped)


def test_every_refusal_is_of_exactly_one_family() -> None:
    for _, each in inspect.getmembers(errors, inspect.isclass):
        if each is DeskError:
            continue
        assert issubclass(each, DeskError)
        assert sum(issubclass(each, family) for family in FAMILIES) == 1, each


@pytest.mark.parametrize("refusal", [Refused, Conflict, Locked, Unavailable, errors.Stopped])
def test_a_refusal_says_its_sentence(refusal: type[DeskError]) -> None:
    assert str(refusal("It cannot be; do this.")) == "It cannot be; do this."


def test_a_refusal_names_the_field_the_changes_the_holder() -> None:
    assert (Refused("No.").field, Refused("No.", "title").field) == (None, "title")
    assert (Conflict("No.").changes, Conflict("No.", (4, 7)).changes) == ((), (4, 7))
    assert (Locked("No.").holder, Locked("No.", "Khan").holder) == ("", "Khan")


def test_an_invalid_record_tells_its_first_problem_and_keeps_all() -> None:
    problems = {"title": "Give a title.", "parties[0]": "Name the party."}
    invalid = Invalid(problems)
    assert (str(invalid), invalid.field, invalid.problems) == ("Give a title.", "title", problems)


def test_an_invalid_record_without_a_reason_still_says_a_sentence() -> None:
    assert (str(Invalid({})), Invalid({}).field) == ("The record does not hold.", None)
