"""Items of a declaration: made of what is looked at, or of what is known to be right."""

from __future__ import annotations

from copy import deepcopy

import pytest
from pydantic import ValidationError

from db.record_types import Citation, Person, Record, Ref
from db.tables.fields import Stored
from db.tables.rows import KIND_DECLARATIONS, PART_DECLARATIONS


def test_what_is_given_to_a_record_is_looked_at() -> None:
    with pytest.raises(ValidationError):
        Person(title=["no", "text"])  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        Person(naem="Dar")  # type: ignore[call-arg]


def test_values_that_are_known_make_the_same_record() -> None:
    said = {"title": "Ishaq Dar", "country": "pk", "id": 7}
    assert Person.of_values({**said}) == Person(**said)  # type: ignore[arg-type]
    assert Person.of_values({}) == Person()


def test_what_is_missing_among_known_values_is_each_items_own() -> None:
    first, second = Person.of_values({}), Person.of_values({})
    first.topics.append("transit")
    assert second.topics == []
    assert Citation.of_values({}).source is not Citation.of_values({}).source


@pytest.mark.parametrize("of", [*KIND_DECLARATIONS, *PART_DECLARATIONS])
def test_an_item_of_no_values_is_what_pydantic_makes_of_none(of: type[Stored]) -> None:
    looked_at = of.__new__(of)
    of.__pydantic_validator__.validate_python({}, self_instance=looked_at)
    for made in (of(), of.of_values({})):
        assert made == looked_at and list(vars(made)) == list(vars(looked_at))
        assert deepcopy(made) == looked_at == made.model_copy()


def test_a_field_that_is_not_declared_cannot_be_set() -> None:
    person = Person()
    person.family = "Dar"
    assert person.family == "Dar" and person.model_dump()["family"] == "Dar"
    with pytest.raises(ValueError, match="naem"):
        person.naem = "Dar"  # type: ignore[attr-defined]


def test_a_copy_keeps_what_was_made_of_known_values() -> None:
    made: Record = Person.of_values({"title": "Ishaq Dar"})
    copied = made.model_copy(update={"title": "Ishaq"})
    assert (made.title, copied.title, copied.country) == ("Ishaq Dar", "Ishaq", "")
    assert repr(Ref(3)) and copied != made
