"""Who stands round a noun: owner, partner, between whom, to where."""

from __future__ import annotations

from db.intake.facts.grammar.noun_sides import all_sides, both_after, sides_of
from tests.db.intake.marked_texts import sentence


def test_owner_partner_and_goal_are_apart() -> None:
    read = sentence("President Xi Jinping's visit to Japan with Foreign Minister Wang Yi ended.")
    at = next(at for at, unit in enumerate(read.units) if unit.low == "visit")
    sides = sides_of(read, at, at + 1)
    assert [person.name for person in sides.owner.people] == ["Xi Jinping"]
    assert [person.name for person in sides.partner.people] == ["Wang Yi"]
    assert sides.to is not None and sides.to.country == "jp"


def test_between_two_states() -> None:
    read = sentence("The armed conflict between Pakistan and India in May ended.")
    at = next(at for at, unit in enumerate(read.units) if unit.low == "conflict")
    sides = sides_of(read, at, at + 1)
    assert sides.between.countries == ["pk", "in"]
    assert all_sides(read, sides, at).countries == ["pk", "in"]


def test_who_and_whom_after_the_comma() -> None:
    read = sentence("In a separate meeting, Foreign Minister Wang Yi briefed President Xi Jinping.")
    found = both_after(read, 4)
    assert [person.name for person in found.people] == ["Wang Yi", "Xi Jinping"]
