"""Who held an office that a text names alone is asked of the desk, for the day that is told."""

from __future__ import annotations

from datetime import date

import pytest

from db import Lens, propose_records
from db.intake.proposals import NothingKnown, Proposals
from db.intake.reading import read
from tests.db.conftest import Small

PUBLISHED = date(2025, 9, 15)
VISIT = "ISLAMABAD: The chief of army staff visited Norway in August."


class Holders(NothingKnown):
    """Knows the army chief of Pakistan, and notes what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, date]] = []

    def holder_of(self, title: str, organization: str, country: str, day: date) -> str:
        self.asked.append((title, country, day))
        return "Asim Munir" if "chief" in title.lower() and country == "pk" else ""


def participants(found: Proposals) -> list[tuple[str, ...]]:
    return [event.fields.participants for event in found.events]


def test_the_holder_of_the_day_is_who_did_it() -> None:
    desk = Holders()
    found = read(VISIT, PUBLISHED, desk)
    assert desk.asked == [("Chief of Army Staff", "pk", date(2025, 8, 1))]
    assert participants(found) == [("Asim Munir",)]
    [person] = found.people
    assert person.fields.name == "Asim Munir" and person.fields.offices == ()
    assert person.reasons == ("who held the office by this desk",)


@pytest.mark.parametrize(
    "text",
    [
        "The chief of army staff visited Norway in August.",  # of which state?
        "OSLO: The former army chief of Pakistan visited Norway.",
        "OSLO: The army chief of India visited Norway.",
    ],
)
def test_nobody_is_named_where_the_desk_cannot_know(text: str) -> None:
    assert all("Asim Munir" not in each for each in participants(read(text, PUBLISHED, Holders())))


def test_who_the_text_names_is_not_asked_of_the_desk() -> None:
    text = "ISLAMABAD: Army chief General Raza Khan met Rubio. The army chief visited Norway."
    desk = Holders()
    found = read(text, PUBLISHED, desk)
    assert ("Raza Khan",) in participants(found) and desk.asked == []


def test_without_a_day_nobody_is_asked() -> None:
    desk = Holders()
    read("ISLAMABAD: The army chief visited Norway.", None, desk)
    assert desk.asked == []


def test_a_holder_of_the_desk_is_matched(small: Small) -> None:
    text = "ISLAMABAD: The chief of army staff visited Norway on Monday."
    found = propose_records(small.store.reader, text, Lens("2025-09-15"), PUBLISHED)
    [person] = found.people
    assert person.fields.name == "Asim Munir" and person.match == small.munir.uid
