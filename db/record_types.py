"""What crosses the border: a record of each kind with all its parts, and no database behind it.

Each is declared in `db.tables`, once; a reference to another record is a `Ref`, a date is a
`HistoricalDate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from db.tables.fields import Stored, meanings
from db.tables.parts import (
    Accreditation,
    AgreementLink,
    Amount,
    Attachment,
    Citation,
    Confirmation,
    Contact,
    Identifier,
    Link,
    Name,
    Note,
    Office,
    OfficeRule,
    Parent,
    Part,
    Participant,
    Party,
    PartyAction,
    Rank,
    Source,
    Tenure,
)
from db.tables.records import Agreement, Event, Organization, Person, Record
from db.tables.references import OfficeRef, Ref
from db.vocabulary.kinds import KINDS, NAMED_KINDS, PLURALS

__all__ = [
    "KINDS",
    "NAMED_KINDS",
    "PLURALS",
    "RECORD_TYPES",
    "Accreditation",
    "Agreement",
    "AgreementLink",
    "Amount",
    "Attachment",
    "Citation",
    "Confirmation",
    "Contact",
    "Event",
    "Identifier",
    "Link",
    "Name",
    "Note",
    "Office",
    "OfficeRef",
    "OfficeRule",
    "Organization",
    "Parent",
    "Part",
    "Participant",
    "Party",
    "PartyAction",
    "Person",
    "Rank",
    "Record",
    "Ref",
    "Source",
    "Tenure",
    "copy_with",
    "field_names",
    "parts_of",
]

RECORD_TYPES: dict[str, type[Record]] = {
    of.KIND: of for of in (Person, Organization, Agreement, Event)
}


Item = TypeVar("Item", bound=Stored)


def copy_with(item: Item, **values: Any) -> Item:
    """Return a copy of a record or part with some fields changed; its lists are the same ones."""
    return item.model_copy(update=values)


def field_names(item: object) -> tuple[str, ...]:
    """Return the fields of anything that has declared ones, in their order; else none."""
    if isinstance(item, Stored):
        return tuple(type(item).model_fields)
    if is_dataclass(item) and not isinstance(item, type):
        return tuple(field.name for field in fields(item))
    return ()


def parts_of(record: Record | Part) -> Iterator[tuple[str, Part]]:
    """Yield every part of a record, parts of parts included, each with the name of its list."""
    for name in _part_lists(type(record)):
        for item in getattr(record, name):
            yield name, item
            yield from parts_of(item)


@cache
def _part_lists(of: type[Record | Part]) -> tuple[str, ...]:
    return tuple(name for name, meaning in meanings(of) if meaning.sort == "parts")
