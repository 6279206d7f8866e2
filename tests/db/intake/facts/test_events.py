"""All sentences together: dates are shared, sides understood, quotations left out."""

from __future__ import annotations

from datetime import date

from db.intake.facts.events import day_of_writing
from tests.db.intake.marked_texts import document, events


def test_also_means_the_same_day() -> None:
    text = (
        "President William Ruto met President Donald Trump on 1 September. President William Ruto"
        " also met President Xi Jinping."
    )
    assert [event[1] for event in events(text)] == ["2025-09-01", "2025-09-01"]


def test_what_is_quoted_is_no_event() -> None:
    text = (
        '"President Donald Trump met President Xi Jinping in May," said Foreign Minister Wang Yi.'
    )
    assert events(text) == []


def test_both_sides_sign_what_they_met_for() -> None:
    text = (
        "Foreign Minister Ishaq Dar met Foreign Minister Wang Yi on 1 September. The two ministers"
        " signed a memorandum of understanding on energy."
    )
    assert [(event[0], event[3]) for event in events(text)] == [
        ("meeting", {"Ishaq Dar", "Wang Yi"}),
        ("signing", {"Ishaq Dar", "Wang Yi"}),
    ]


def test_the_dateline_says_when_it_was_written() -> None:
    text = "Ottawa, April 25, 2024 – The minister left today."
    assert day_of_writing(document(text), date(2024, 4, 26)) == date(2024, 4, 25)
    assert day_of_writing(document("He left."), date(2024, 4, 26)) == date(2024, 4, 26)


def test_envoys_listed_afterwards_presented_credentials() -> None:
    text = (
        "President William Ruto received credentials from two envoys on Monday.\n\n"
        "The envoys are Ambassador Birgitta Hall of Sweden and Ambassador Carlos Quin of Chile."
    )
    ((kind, _, _, names),) = events(text)
    assert (kind, names) == ("credentials", {"William Ruto", "Birgitta Hall", "Carlos Quin"})
