"""What a check finds, how grave it is, and what a rule is; the rules and `checking` ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from db.record_types import Agreement, Organization, Person

#: Cannot be; very likely wrong; often right, so one question; worth knowing.
SEVERITIES: Final = ("error", "warn", "ask", "note")


class Says(NamedTuple):
    """A sentence, and which party or part of the record it is about; "" for the record."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the rule, how grave, the record, and the sentence."""

    rule: str
    severity: str
    record_id: int
    uid: str
    kind: str
    title: str
    about: str
    says: str

    @property
    def place(self) -> str:
        """Return what the sentence is about: the title, and the party where it is one's."""
        return " · ".join(filter(None, (self.title, self.about)))


@dataclass(slots=True)
class Around:
    """What the records of a block name, by id, and the day that the desk is seen on."""

    day: str
    people: dict[int, Person] = field(default_factory=dict)
    bodies: dict[int, Organization] = field(default_factory=dict)
    agreements: dict[int, Agreement] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over one record: it yields what it has to say of it, looking up what it names."""

    name: str
    severity: str
    find: Callable[[Any, Around], Iterator[Says]]
