"""A visit is where a noun says it goes, or where a guest's can only go."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import events, proposals

VISITS = [
    ("President Mauricio Macri began a tour of Germany and Finland on Sunday.", "2025-09-14"),
    ("Foreign Minister Tomas Novak arrived in Vienna during his visit to Austria on Monday.",
     "2025-09-15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), VISITS)
def test_a_visit_goes_somewhere(text: str, day: str) -> None:
    assert [(kind, date) for kind, date, *_ in events(text)] == [("visit", day)]


def test_the_visit_of_a_guest_is_to_the_state_that_the_text_is_from() -> None:
    text = (
        "BEIJING, Sept. 15 (Xinhua) -- China and Honduras signed a protocol on coffee on Monday"
        " during the state visit of Honduran President Xiomara Castro."
    )
    visit = next(each.fields for each in proposals(text).events if each.fields.type == "visit")
    assert (visit.participants, visit.countries) == (("Xiomara Castro",), ("hn", "cn"))


def test_a_visit_told_with_its_place_is_no_second_one() -> None:
    text = (
        "BEIJING, Sept. 15 (Xinhua) -- Honduran President Xiomara Castro arrived in Shanghai on"
        " Sunday. During her visit President Castro will open an embassy in Beijing."
    )
    assert [event[0] for event in events(text)].count("visit") == 1
