"""What one place of a text says of a person; `person_names` finds it, `person_groups` joins."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.intake.mentions.offices.office_facts import OfficeFacts


@dataclass(slots=True)
class PersonMention:
    """A person as one place of the text names them."""

    name: str
    start: int  # of the name
    end: int
    outer_start: int
    outer_end: int
    rank: str = ""
    courtesy: str = ""
    offices: list[OfficeFacts] = field(default_factory=list)
    country: str = ""
    is_bare: bool = False
    is_counterpart: bool = False
    surname: str = ""  # the word that alone is written in capitals: MORIYAMA Kenji
    reasons: list[str] = field(default_factory=list)
