"""What has no date of its own is dated by the journey or the news that it is told with."""

from __future__ import annotations

from datetime import date

import pytest

from db.intake.facts.dating import day_of_writing
from tests.db.intake.marked_texts import document, events


def test_the_dateline_says_when_it_was_written() -> None:
    text = "Ottawa, April 25, 2024 – The minister left today."
    assert day_of_writing(document(text), date(2024, 4, 26)) == date(2024, 4, 25)
    assert day_of_writing(document("He left."), date(2024, 4, 26)) == date(2024, 4, 26)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Finnish Foreign Minister Elina Valto will travel to Kyiv on 2 October. There she is"
            " due to meet Ukrainian President Danylo Horb.",
            ["2025-10-02", "2025-10-02"],
        ),
        (
            "Finnish Foreign Minister Elina Valto will travel to Kyiv on 2 October. She will meet"
            " Chilean President Juan Prat.",
            ["2025-10-02", None],
        ),
        (
            "Greek Defence Minister Nikos Dend, who came on 1 September, met Italian President"
            " Sergio Matt on 3 September.",
            ["2025-09-03"],
        ),
        (
            "The 10th China-Guinea joint commission meeting will be held in Conakry in March 2026.",
            ["2026-03"],
        ),
        (
            "Chile and Peru established ties on 18 February 1976 and concluded a visa agreement in"
            " 2006.",
            ["2006"],
        ),
    ],
)
def test_each_event_has_its_own_day(text: str, days: list[str | None]) -> None:
    assert [each[1] for each in events(text)] == days


def test_what_two_states_have_signed_at_some_time_is_not_of_the_day_of_the_news() -> None:
    text = (
        "President Ana Ruiz of Chile arrived in Lima on Monday. She met President Luis Paz of Peru."
        " She left on Tuesday. The two countries have signed an agreement on visas."
    )
    assert [day for kind, day, *_ in events(text) if kind == "signing"] == [None]
