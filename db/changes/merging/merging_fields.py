"""What two records of a kind say, field by field, and what each choice leaves over: pure.

The window shows it beside each other; `merge` carries out what was chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.changes.naming import BY_HAND, PARTS, complete_name
from db.dates import HistoricalDate
from db.record_types import OfficeRef, Person, Record, Ref
from db.storage.row_mapping import shape_of
from db.tables.fields import Stored, meaning_of
from db.vocabulary.countries import country_name

OURS, THEIRS = "ours", "theirs"
SHARED = (
    "title",
    "country",
    "checked_on",
    "keep_until",
)  # of every kind; the marking is never chosen
NAME_PARTS = frozenset((*PARTS, BY_HAND))  # they go with the name they are parts of


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field of two records. `differs` says that a choice is needed."""

    name: str
    ours: Any
    theirs: Any

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return is_said(self.ours) and is_said(self.theirs) and self.ours != self.theirs

    def resolve(self, choice: str) -> tuple[Any, Any]:
        """Return what stays and what is left over, None when nothing is."""
        if not self.differs:
            return (self.ours if is_said(self.ours) else self.theirs), None
        return (self.theirs, self.ours) if choice == THEIRS else (self.ours, self.theirs)


def is_said(value: Any) -> bool:
    """Say whether a field says anything; a number 0 does."""
    return value is not None and value != ""


def field_pairs(ours: Record, theirs: Record) -> list[FieldPair]:
    """Return the fields that at least one of two records of a kind fills, in their order."""
    names = [*SHARED, *(field.name for field in shape_of(type(ours)).fields)]
    pairs = [
        FieldPair(name, getattr(ours, name), getattr(theirs, name))
        for name in names
        if name not in NAME_PARTS
    ]
    return [pair for pair in pairs if is_said(pair.ours) or is_said(pair.theirs)]


def value_text(name: str, value: Any) -> str:
    """Return a field's value for the reader.

    >>> value_text("country", "pk"), value_text("born", HistoricalDate.parse("1950-05-12"))
    ('Pakistan', '12 May 1950')
    """
    if not is_said(value):
        return ""
    if isinstance(value, HistoricalDate):
        return value.phrase()
    if isinstance(value, Ref | OfficeRef):
        return value.title
    return country_name(value) if name == "country" else str(value)


def field_label(of: type[Stored], name: str) -> str:
    """Return what a field is called, as its declaration says.

    >>> field_label(Person, "honorific")
    'Honorific'
    """
    return meaning_of(of, name).label


def left_over(ours: Record, theirs: Record, choices: Mapping[str, str]) -> list[tuple[str, str]]:
    """Label and value of everything that is not chosen: what a note must keep.

    A name that is not chosen becomes another name of the record, so only parts that were typed for
    it, and do not follow from it, are told.
    """
    lines = []
    for pair in field_pairs(ours, theirs):
        _, over = pair.resolve(choices.get(pair.name, OURS))
        if over is not None and pair.name != "title":
            lines.append((field_label(type(ours), pair.name), value_text(pair.name, over)))
    stays = theirs if takes_their_name(ours, theirs, choices) else ours
    goes = ours if stays is theirs else theirs
    if isinstance(goes, Person) and isinstance(stays, Person):
        lines += [
            (field_label(Person, name), getattr(goes, name))
            for name in _typed_parts(goes)
            if getattr(goes, name) not in ("", getattr(stays, name))
        ]
    return lines


def takes_their_name(ours: Record, theirs: Record, choices: Mapping[str, str]) -> bool:
    """Say whether the other record's name becomes the main one."""
    return ours.title != theirs.title and choices.get("title", OURS) == THEIRS


def _typed_parts(person: Person) -> list[str]:
    derived = Person(title=person.title, country=person.country)
    complete_name(derived)
    return [name for name in PARTS if getattr(person, name) != getattr(derived, name)]
