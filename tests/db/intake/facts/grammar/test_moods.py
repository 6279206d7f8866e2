"""What is said is held, planned, denied or only thought of."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events

WHO = "Foreign Minister Ishaq Dar"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{WHO} visited Kenya.", "held"),
        (f"{WHO} will visit Kenya.", "planned"),
        (f"{WHO} agreed to keep contact and visit Kenya.", "planned"),
        (f"{WHO} committed to visit Kenya.", "planned"),
        (f"{WHO} reportedly visited Kenya.", "reported"),
        (f"{WHO} has cancelled a visit to Kenya.", None),
        (f"{WHO} might visit Kenya.", None),
    ],
)
def test_a_visit_is_as_it_is_said_to_be(text: str, status: str | None) -> None:
    assert [found for _, _, found, _ in events(text)] == ([status] if status else [])
