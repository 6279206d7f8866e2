"""The form of an event: when, who with whom, and what came of it."""

from db import Event
from desktop.fields.event_fields import EVENT, PARTICIPANTS


def test_when_and_where_stand_on_top() -> None:
    first = [item.name for item in EVENT.sections[0].items]
    assert first[0] == "title"
    assert {"start", "end", "place", "country"} < set(first)


def test_participants_stand_before_the_outcome() -> None:
    labels = [section.label for section in EVENT.sections]
    assert labels.index("Participants") < labels.index("Outcome")
    assert next(iter(EVENT.parts())) is PARTICIPANTS


def test_who_takes_part_is_a_person_or_a_body() -> None:
    assert set(PARTICIPANTS.columns[0].kinds) == {"person", "organization"}
    assert {field.name for field in EVENT.fields()} < set(Event.model_fields)
