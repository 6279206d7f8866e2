"""The form of a person: name and offices first, the parts of the name further down."""

from db import Person
from desktop.fields.field_types import Native
from desktop.fields.person_fields import PERSON, RANKS, TENURES


def test_the_name_comes_first_and_its_own_script_below_it() -> None:
    first, second = PERSON.sections[0].items[:2]
    assert first.name == "title"
    assert isinstance(second, Native)


def test_offices_and_ranks_stand_before_life_and_name() -> None:
    labels = [section.label for section in PERSON.sections]
    assert labels.index("Offices and ranks") < labels.index("Name") < labels.index("Life")
    assert [spec.of.__name__ for spec in (TENURES, RANKS)] == ["Tenure", "Rank"]


def test_every_part_of_a_name_can_be_corrected() -> None:
    typed = {field.name for field in PERSON.fields()}
    assert {"given", "particles", "family", "name_order", "honorific", "post_nominals"} < typed
    assert typed < set(Person.model_fields)
