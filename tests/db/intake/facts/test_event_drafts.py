"""A draft knows the states concerned."""

from __future__ import annotations

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.units import Participants


def test_states_are_those_of_all_who_take_part() -> None:
    draft = EventDraft("visit", 0, 0, 1, Participants([], [], ["pk"], ["us"]))
    draft.place_country = "jp"
    assert draft.countries() == ["pk", "us", "jp"]
