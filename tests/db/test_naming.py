"""Names of people as they are stored: titles beside the name, parts filled in, typed parts kept."""

from __future__ import annotations

import pytest

from db import Person
from db.naming import complete_name, sort_text


@pytest.mark.parametrize(
    ("typed", "title", "honorific", "post_nominals"),
    [
        ("H.E. Mr Ishaq Dar", "Ishaq Dar", "H.E. Mr", ""),
        ("Field Marshal Syed Asim Munir, NI(M)", "Syed Asim Munir", "Field Marshal", "NI(M)"),
        ("King Charles III", "King Charles III", "", ""),
        ("Pope Francis", "Pope Francis", "", ""),
        ("Joseph R. Biden Jr.", "Joseph R. Biden Jr.", "", ""),
        ("Marco Rubio", "Marco Rubio", "", ""),
    ],
)
def test_titles_are_kept_out_of_the_name(
    typed: str, title: str, honorific: str, post_nominals: str
) -> None:
    person = Person(title=typed)
    complete_name(person)
    assert (person.title, person.honorific, person.post_nominals) == (
        title,
        honorific,
        post_nominals,
    )


def test_a_title_typed_into_its_own_field_is_not_overwritten() -> None:
    person = Person(title="Gen. Dan Caine", honorific="General")
    complete_name(person)
    assert (person.title, person.honorific) == ("Gen. Dan Caine", "General")


def test_parts_that_follow_from_the_old_name_follow_the_new_one() -> None:
    person = Person(title="Asim Munir", given="Asim", family="Munir", name_order="given-first")
    person.title = "Asim Ahmed"
    complete_name(person, "Asim Munir")
    assert (person.given, person.family) == ("Asim", "Ahmed")


def test_parts_an_officer_typed_outlive_a_new_name() -> None:
    person = Person(title="Syed Munir", given="Syed Asim", family="Munir Ahmed Shah")
    complete_name(person, "Asim Munir")
    assert (person.given, person.family) == ("Syed Asim", "Munir Ahmed Shah")


def test_people_are_sorted_by_family_name() -> None:
    person = Person(title="Ishaq Dar")
    complete_name(person)
    assert sort_text(person) == "dar ishaq"
