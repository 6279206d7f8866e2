"""What copies of a desk with two people come to when they are merged, worked out without a desk.

Each person is a join of what the copies say: a field has the value that was written last, a note
is gone where one dropped it and none changed it, contacts and topics are brought together, and a
person is gone where one deleted it, none changed it and nothing names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# What is done to a person: what, and the value; in the order in which it was done.
Step = tuple[str, str]
FIELDS = ("born", "gender")
NOTE = "tall"


@dataclass
class PersonModel:
    """A person of one copy: fields and note with the moment of their last writing."""

    fields: dict[str, tuple[int, str]] = field(default_factory=dict)
    note: tuple[int, str] | None = (0, NOTE)
    contacts: Counter[str] = field(default_factory=Counter)
    topics: set[str] = field(default_factory=set)
    is_deleted: bool = False
    is_named: bool = False

    def take(self, step: Step, moment: int) -> None:
        """Do one thing to it."""
        what, value = step
        if self.is_deleted:
            return
        if what == "delete":
            self.__init__()  # type: ignore[misc]
            self.is_deleted = True
        elif what in FIELDS:
            if self.fields.get(what, (0, ""))[1] != value:
                self.fields[what] = moment, value
        elif what == "contact":
            self.contacts[value] += 1
        elif what == "topic":
            self.topics.add(value)
        elif what == "event":
            self.is_named = True
        elif self.note is not None and what == "drop":
            self.note = None
        elif self.note is not None and self.note[1] != value:
            self.note = moment, value

    @property
    def is_changed(self) -> bool:
        """Whether it says anything else than it did."""
        return bool(self.fields or self.contacts or self.topics) or self.note != (0, NOTE)


def join(copies: Sequence[PersonModel]) -> PersonModel | None:
    """Return what the copies of a person come to, None where it is gone; their order is nothing."""
    there = [copy for copy in copies if not copy.is_deleted]
    is_kept = any(copy.is_changed or copy.is_named for copy in there)
    if not there or (len(there) < len(copies) and not is_kept):
        return None
    joined = PersonModel()
    for name in FIELDS:
        if written := [copy.fields[name] for copy in there if name in copy.fields]:
            joined.fields[name] = max(written)
    edited = [copy.note for copy in there if copy.note not in (None, (0, NOTE))]
    if edited:
        joined.note = max(each for each in edited if each is not None)
    elif any(copy.note is None for copy in there):
        joined.note = None
    for copy in there:
        joined.contacts |= copy.contacts
        joined.topics |= copy.topics
    return joined


def model_of(steps: Iterable[Iterable[tuple[int, Step]]]) -> list[dict[str, object] | None]:
    """Return what each of two people says once all copies are one; `steps` are those of each copy
    with the person that each is done to.
    """
    copies: list[list[PersonModel]] = [[], []]
    moment = 0
    for own in steps:
        people = [PersonModel(), PersonModel()]
        for place, step in own:
            moment += 1
            people[place].take(step, moment)
        for place in (0, 1):
            copies[place].append(people[place])
    return [_said(join(each)) for each in copies]


def _said(person: PersonModel | None) -> dict[str, object] | None:
    if person is None:
        return None
    fields = {name: person.fields.get(name, (0, ""))[1] for name in FIELDS}
    notes = [] if person.note is None else [person.note[1]]
    contacts = sorted(person.contacts.elements())
    return {**fields, "notes": notes, "contacts": contacts, "topics": sorted(person.topics)}
