"""Agreements as the clock sees them, made in few words for its tests."""

from __future__ import annotations

from typing import Any

from db.dates import HistoricalDate, day_number
from db.law.acts import NEVER, AgreementFacts, Days, PartyAct, PartyFacts, days_between
from db.law.answers import AgreementClock, Answer
from db.law.party_answers import answer_party
from db.law.rules.conditions import party_key


def days(text: str | None) -> Days:
    """Return the days of a date in words or EDTF; "" is on a day not known."""
    if not text:
        return Days(None, None)
    date = HistoricalDate.parse(text)
    return days_between(date.first, date.last, date.edtf)


def act(words: str) -> PartyAct:
    """Return an act such as "ratified 2020-10-24" or "ratified 2020-10-24 > 2021-01-22"."""
    done, _, effect = words.partition(" > ")
    kind, _, date = done.rpartition(" ")
    return PartyAct(kind, days(date), effect=days(effect) if effect else None)


def party(name: str, *acts: str | PartyAct) -> PartyFacts:
    """Return a party that did so much."""
    read = tuple(act(each) if isinstance(each, str) else each for each in acts)
    return PartyFacts(name, read, party_key(name))


def fillers(count: int, date: str, kind: str = "ratified") -> list[PartyFacts]:
    """Return so many parties more that deposited on a day."""
    return [party(f"Filler {number}", f"{kind} {date}") for number in range(1, count + 1)]


def agreement(*parties: PartyFacts, **fields: Any) -> AgreementFacts:
    """Return an agreement; dates are given as texts."""
    dated = {"concluded", "in_force", "terminated", "provisional_from", "provisional_until"}
    values = {
        name: days(value) if name in dated | {"share_met"} else value
        for name, value in fields.items()
    }
    return AgreementFacts(parties=parties, **values)


def clock(facts: AgreementFacts, day: str, *, cut: bool = False) -> AgreementClock:
    """Return the clock of a day, which may know nothing later."""
    return AgreementClock(facts, day_number(day), NEVER if cut else None)


def answer(facts: AgreementFacts, day: str, name: str = "") -> Answer:
    """Return the answer of an agreement, or of one of its parties, on a day."""
    found = clock(facts, day, cut=True)
    if not name:
        return found.answer()
    return answer_party(found, next(each for each in found.facts.parties if each.name == name))
