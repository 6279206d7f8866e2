"""The form of a person: name and offices first, the parts of the name further down."""

import pytest

from db import HistoricalDate, Person
from desktop.fields.field_types import Native
from desktop.fields.person_fields import PERSON, RANKS, TENURES, follow_end


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


DAY = HistoricalDate.parse("2025")


@pytest.mark.parametrize(
    ("before", "change", "state"),
    [
        ((None, None, "unknown"), {"since": DAY}, "ongoing"),
        ((None, None, "unknown"), {"since": DAY, "until": DAY}, "ended"),
        ((None, None, "unknown"), {"since": DAY, "end_state": "ended-unknown"}, "ended-unknown"),
        ((DAY, None, "ongoing"), {"until": DAY}, "ended"),
        ((DAY, DAY, "ended"), {"until": None}, "ongoing"),
        ((None, DAY, "ended"), {"until": None}, "unknown"),
        ((DAY, None, "unknown"), {"since": HistoricalDate.parse("2024")}, "unknown"),
        ((DAY, None, "unknown"), {"note": "x"}, "unknown"),
        ((DAY, None, "ended-unknown"), {"until": DAY}, "ended-unknown"),
    ],
)
def test_what_is_known_of_an_end_follows_from_its_days(
    before: tuple[object, object, str], change: dict[str, object], state: str
) -> None:
    cells = dict(zip(("since", "until", "end_state"), before, strict=True))
    after = cells | change
    follow_end(cells, after)
    assert after["end_state"] == state
