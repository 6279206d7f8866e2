"""What begins a draft: the day of writing for what goes on then, and the place of the clause."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import PUBLISHED, facts


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("President Ali Khan is visiting Kenya.", PUBLISHED.isoformat()),
        ("President Ali Khan visited Kenya.", None),
        ("President Ali Khan visited Kenya on 3 May 2025.", "2025-05-03"),
    ],
)
def test_what_goes_on_is_of_the_day_of_writing(text: str, edtf: str | None) -> None:
    assert [each.date and each.date.edtf for each in facts(text).events] == [edtf]


def test_the_place_of_a_meeting_is_that_of_its_clause() -> None:
    text = "President Ali Khan met President Juan Pérez in Geneva on Monday."
    assert [each.place for each in facts(text).events] == ["Geneva"]
