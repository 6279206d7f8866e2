"""Clauses that tell of one event make one; others stay apart."""

from __future__ import annotations

from tests.db.intake.marked_texts import events, proposals


def test_headline_and_text_are_one_event() -> None:
    text = (
        "President William Ruto meets President Donald Trump\n\nPresident William Ruto met"
        " President Donald Trump on Monday.\n\nThe meeting was held in Nairobi."
    )
    assert len(events(text)) == 1
    (event,) = proposals(text).events
    assert event.fields.place == "Nairobi" and event.fields.date == "2025-09-15"


def test_two_days_are_two_events() -> None:
    text = (
        "President William Ruto met President Donald Trump on 1 September."
        " President William Ruto met President Donald Trump on 3 September."
    )
    assert len(events(text)) == 2
