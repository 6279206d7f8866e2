"""Proposals stand beside their sentence, with places, confidence and reasons."""

from __future__ import annotations

from tests.db.intake.marked_texts import proposals

TEXT = "RABAT: General Asim Munir met President Donald Trump on Monday. He left Morocco’s army."


def test_each_proposal_is_found_again_in_the_text() -> None:
    found = proposals(TEXT)
    for each in (*found.people, *found.organizations, *found.agreements, *found.events):
        assert each.sentence in TEXT
        assert 0 <= each.start < each.end <= len(TEXT)
        assert 0 < each.confidence <= 1 and each.reasons
    assert TEXT[found.people[0].start : found.people[0].end] == "Asim Munir"


def test_what_is_only_reported_is_not_ticked() -> None:
    (event,) = proposals("President Donald Trump reportedly met President Xi Jinping.").events
    assert event.fields.status == "reported" and not event.is_ticked
