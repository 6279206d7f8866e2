"""Events as they are found, one per clause, before those that are one event are merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.intake.facts.grammar.units import Participants, no_participants
from db.intake.proposals import OutcomeSentence
from db.intake.text.date_words import DateMention


@dataclass(slots=True)
class EventDraft:
    """What one clause says of an event."""

    type: str
    sentence: int
    start: int  # in the text
    end: int
    participants: Participants = field(default_factory=no_participants)
    date: DateMention | None = None
    place: str = ""
    place_country: str = ""
    status: str = "held"
    confidence: float = 0.7
    reasons: list[str] = field(default_factory=list)
    is_reference: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    outcome: list[OutcomeSentence] = field(default_factory=list)
    is_headline: bool = False
    noun: str = ""

    def countries(self) -> list[str]:
        """Return the states concerned: those that take part and those of the people."""
        codes = list(self.participants.countries)
        for person in self.participants.people:
            if person.country:
                codes.append(person.country)
        for body in self.participants.bodies:
            if body.country:
                codes.append(body.country)
        codes += self.participants.unnamed
        if self.type == "visit" and self.place_country:
            codes.append(self.place_country)
        return list(dict.fromkeys(codes))

    def own_states(self) -> list[str]:
        """Return the states of the people and bodies that take part, but not the one visited."""
        members = [*self.participants.people, *self.participants.bodies]
        codes = dict.fromkeys(each.country for each in members if each.country)
        visited = self.place_country if self.type == "visit" else ""
        return [code for code in codes if code != visited]
