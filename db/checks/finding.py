"""What a check finds, how grave it is, and what a rule is; the rules and `checking` ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final, NamedTuple

from db.dates.stored import stored_date
from db.lens import Lens
from db.record_types import Agreement, Organization, Person
from db.storage.engine import Sql

#: Cannot be; very likely wrong; often right, so one question; worth knowing.
SEVERITIES: Final = ("error", "warn", "ask", "note")
DIGEST_LETTERS: Final = 32  # hexadecimal digits


class Says(NamedTuple):
    """A sentence, which party or part of the record it is about ("" for the record), and the path
    of the field that it is said of, as a form has it.
    """

    text: str
    about: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the rule, how grave, the record, and the sentence.

    `at` is the path of its field, `digest` what a confirmation of it keeps; with `is_gap` it tells
    what is missing, not what cannot be.
    """

    rule: str
    severity: str
    record_id: int
    uid: str
    kind: str
    title: str
    about: str
    says: str
    at: str = ""
    digest: str = ""
    is_gap: bool = False

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
    prolonged: set[int] = field(default_factory=set)  # agreements that another extends or renews


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over one record: it yields what it has to say of it, looking up what it names."""

    name: str
    severity: str
    find: Callable[[Any, Around], Iterator[Says]]
    is_gap: bool = False


def digest_of(rule: str, about: str, says: str) -> str:
    """Return what is kept of a finding that an officer confirmed: no word of it can be read back.

    >>> digest_of("party-twice", "", "Kenya stands twice.")[:12]
    '7ab79b9736e2'
    """
    return sha256("\n".join((rule, about, says)).encode()).hexdigest()[:DIGEST_LETTERS]


class DeskFinding(NamedTuple):
    """The record that a sentence is about, the sentence, which part of the record, and the path of
    its field.
    """

    record_id: int
    text: str
    about: str = ""
    at: str = ""


class DeskRule(NamedTuple):
    """A rule over the whole desk; with `is_gap` it finds what is missing."""

    name: str
    severity: str
    kind: str
    find: Callable[[Sql, Lens], Iterator[DeskFinding]]
    is_gap: bool = False


def day_at(row: Any, at: int) -> str:
    """Return the date of four columns of a row in words; "" for none."""
    found = stored_date(*row[at : at + 4])
    return found.phrase() if found is not None else ""
