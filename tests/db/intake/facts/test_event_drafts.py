"""A draft knows the states concerned."""

from __future__ import annotations

from types import SimpleNamespace

from db.intake.facts.event_drafts import EventDraft
from db.intake.facts.grammar.units import Participants


def test_states_are_those_of_all_who_take_part() -> None:
    draft = EventDraft("visit", 0, 0, 1, Participants([], [], ["pk"], ["us"]))
    draft.place_country = "jp"
    assert draft.countries() == ["pk", "us", "jp"]


def test_somebody_stands_for_a_state_but_for_none_that_is_visited() -> None:
    people = [SimpleNamespace(country="pk"), SimpleNamespace(country="jp")]
    draft = EventDraft("visit", 0, 0, 1, Participants(people, [], ["us"], []))
    draft.place_country = "jp"
    assert draft.own_states() == ["pk"]
