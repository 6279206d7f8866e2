"""What must hold of a record before it is stored; each breach is a sentence beside its field.

A breach's key is the path of the field: `title`, `tenures[0].until`. Forms show it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from db.dates import HistoricalDate
from db.errors import Invalid
from db.records import Agreement, Event, Organization, Part, Person, Record, Source
from db.storage.row_mapping import shape_of
from db.vocabulary.choices import CLOSED, MARKINGS

Breach = tuple[str, str]
TITLE_LENGTH = 20_000
UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # half characters have no UTF-8; NUL ends C's texts
REQUIRED: dict[str, tuple[str, str]] = {
    "name": ("text", "A further name needs its text."),
    "contact": ("value", "A contact needs its number, address or site."),
    "identifier": ("value", "An identifier needs its value."),
    "note": ("text", "A note needs its text."),
    "attachment": ("file_name", "An attachment needs a file."),
    "link": ("other", "A link needs the other record."),
    "rank": ("title", "A rank needs its title."),
    "tenure": ("office", "A tenure needs the office that was held."),
    "office": ("title", "An office needs its title."),
    "parent": ("parent", "Choose the body this one stood under."),
    "amount": ("number", "An amount needs its number."),
    "party": ("who", "A party needs the state or body."),
    "party_action": ("action", "Say what the party did."),
    "agreement_link": ("other", "Choose the other agreement."),
    "participant": ("who", "A participant needs the person or body."),
}
SPANS = (("since", "until"), ("founded", "dissolved"), ("born", "died"), ("start", "end"))


def check_record(record: Record) -> None:
    """Refuse a record that does not hold, with every breach at once."""
    problems = dict(breaches(record))
    if problems:
        raise Invalid(problems)


def breaches(record: Record) -> Iterator[Breach]:
    """Every breach of a record and its parts."""
    if not record.title.strip():
        yield "title", "The record needs a name."
    elif len(record.title) > TITLE_LENGTH:
        yield "title", f"The name is longer than {TITLE_LENGTH} characters; shorten it."
    if not 0 <= record.marking < len(MARKINGS):
        yield "marking", f"The marking must be one of {', '.join(MARKINGS)}."
    if record.country and not re.fullmatch(r"[a-z]{2,4}", record.country):
        yield "country", f"“{record.country}” is no country code; write the country's name."
    if record.checked_on and not re.fullmatch(r"\d{4}-\d\d-\d\d", record.checked_on):
        yield "checked_on", "The day it was checked must be one day, as in 6 April 2025."
    yield from _unstorable("title", record.title)
    for place, topic in enumerate(record.topics):
        yield from _unstorable(f"topics[{place}]", topic)
    yield from _texts(record, "")
    yield from _spans(record, "")
    yield from _kind_breaches(record)
    for child in shape_of(type(record)).children:
        yield from _parts(getattr(record, child.name), child.name)


def _parts(items: list[Part], path: str) -> Iterator[Breach]:
    for place, item in enumerate(items):
        yield from _part(item, f"{path}[{place}]")


def _part(item: Any, path: str) -> Iterator[Breach]:
    shape = shape_of(type(item))
    if needed := REQUIRED.get(shape.table):
        value = getattr(item, needed[0])
        missing = not value.strip() if isinstance(value, str) else not value or not value.id
        if missing:
            yield f"{path}.{needed[0]}", needed[1]
    for field in shape.fields:
        allowed = CLOSED.get(f"{shape.table}.{field.name}")
        if allowed and getattr(item, field.name) not in allowed:
            offered = ", ".join(word for word in allowed if word)
            yield (
                f"{path}.{field.name}",
                f"“{getattr(item, field.name)}” is not one of {offered}.",
            )
    if not 0 <= getattr(item, "marking", 0) < len(MARKINGS):
        yield f"{path}.marking", f"The marking must be one of {', '.join(MARKINGS)}."
    yield from _texts(item, f"{path}.")
    yield from _spans(item, f"{path}.")
    if extra := PART_CHECKS.get(shape.table):
        for field_name, says in extra(item):
            yield f"{path}.{field_name}", says
    for child in shape.children:
        yield from _parts(getattr(item, child.name), f"{path}.{child.name}")


def _texts(item: Any, path: str) -> Iterator[Breach]:
    """The texts of a record or part, those of a source it brings along included."""
    for field in shape_of(type(item)).fields:
        value = getattr(item, field.name)
        if isinstance(value, str):
            yield from _unstorable(f"{path}{field.name}", value)
        elif isinstance(value, HistoricalDate):
            yield from _unstorable(f"{path}{field.name}", value.words)
        elif isinstance(value, Source):
            yield from _texts(value, f"{path}{field.name}.")


def _unstorable(path: str, text: str) -> Iterator[Breach]:
    if found := UNSTORABLE.search(text):
        code = ord(found.group())
        yield path, f"The text holds a character that cannot be kept (U+{code:04X}); delete it."


def _spans(item: Any, path: str) -> Iterator[Breach]:
    for start, end in SPANS:
        first: HistoricalDate | None = getattr(item, start, None)
        last: HistoricalDate | None = getattr(item, end, None)
        if first and last and first.first and last.last and last.last < first.first:
            yield (
                f"{path}{end}",
                f"The end ({last.spoken()}) is before the start ({first.spoken()}).",
            )


def _kind_breaches(record: Record) -> Iterator[Breach]:
    for kind, check in KIND_CHECKS.items():
        if isinstance(record, kind):
            yield from check(record)


def _agreement(record: Any) -> Iterator[Breach]:
    if record.binding not in CLOSED["agreement.binding"]:
        yield "binding", "Binding is yes, no, disputed or not stated."


def _event(record: Any) -> Iterator[Breach]:
    if record.status not in CLOSED["event.status"]:
        yield "status", "The status is planned, held, postponed, cancelled or reported."
    if record.local_time and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", record.local_time):
        yield "local_time", "The local time is hours and minutes, as in 14:30."
    if record.part_of and record.part_of.id == record.id and record.id:
        yield "part_of", "An event cannot be part of itself."


def _organization(record: Any) -> Iterator[Breach]:
    for place, parent in enumerate(record.parents):
        if record.id and parent.parent and parent.parent.id == record.id:
            yield f"parents[{place}].parent", "A body cannot stand under itself."


def _person(record: Any) -> Iterator[Breach]:
    if record.name_order not in ("", "given-first", "family-first", "single"):
        yield "name_order", "The order of the name is given-first, family-first or single."
    if record.name_by_hand not in (None, *CLOSED["person.name_by_hand"]):
        yield "name_by_hand", "Of a name parts, titles or “parts titles” are set by hand."


def _amount(item: Any) -> Iterator[Breach]:
    try:
        if item.number and not Decimal(item.number).is_finite():
            raise InvalidOperation
    except InvalidOperation:
        yield "number", f"“{item.number}” is not a number; write it in figures, as in 500000000."
    if item.currency and not re.fullmatch(r"[A-Z]{3}", item.currency):
        yield "currency", "The currency is a code of three letters, as in USD."


def _citation(item: Any) -> Iterator[Breach]:
    if not item.source.id and not item.source.title.strip():
        yield "source", "A source needs its title."


def _tenure(item: Any) -> Iterator[Breach]:
    if item.end_state == "ongoing" and item.until is not None:
        yield "end_state", "It cannot be ongoing and have an end; choose “ended”."


PART_CHECKS: dict[str, Callable[[Any], Iterator[Breach]]] = {
    "amount": _amount,
    "citation": _citation,
    "tenure": _tenure,
}
KIND_CHECKS: dict[type[Record], Callable[[Any], Iterator[Breach]]] = {
    Person: _person,
    Organization: _organization,
    Agreement: _agreement,
    Event: _event,
}
