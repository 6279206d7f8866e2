"""What must hold of a record before it is stored; each breach is a sentence beside its field.

A breach's key is the path of the field: `title`, `tenures[0].until`. Forms show it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from db.dates import HistoricalDate
from db.errors import Invalid
from db.record_types import Event, Organization, Part, Record
from db.storage.row_mapping import shape_of
from db.storage.unpacking import MAX_TITLE_LETTERS
from db.tables.fields import Meaning, meanings
from db.vocabulary.choices import CLOSED, MARKINGS

Breach = tuple[str, str]
UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # half characters have no UTF-8; NUL ends C's texts
SPANS = (("since", "until"), ("founded", "dissolved"), ("born", "died"), ("start", "end"))


def check_record(record: Record) -> None:
    """Refuse a record that does not hold, with every breach at once."""
    problems = dict(breaches(record))
    if problems:
        raise Invalid(problems)


def breaches(record: Record) -> Iterator[Breach]:
    """Yield every breach of a record and its parts."""
    if not record.title.strip():
        yield "title", "The record needs a name."
    elif len(record.title) > MAX_TITLE_LETTERS:
        yield "title", f"The name is longer than {MAX_TITLE_LETTERS} characters; shorten it."
    if record.country and not re.fullmatch(r"[a-z]{2,4}", record.country):
        yield "country", f"“{record.country}” is no country code; write the country's name."
    if record.checked_on and not re.fullmatch(r"\d{4}-\d\d-\d\d", record.checked_on):
        yield "checked_on", "The day it was checked must be one day, as in 6 April 2025."
    if record.keep_until and not re.fullmatch(r"\d{4}-\d\d-\d\d", record.keep_until):
        yield "keep_until", "The day until which it is kept must be one day, as in 6 April 2035."
    yield from _check_declarations(record, "")
    if found := UNSTORABLE.search(record.title):
        yield "title", _unstorable(found[0])
    for place, topic in enumerate(record.topics):
        if found := UNSTORABLE.search(topic):
            yield f"topics[{place}]", _unstorable(found[0])
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
    yield from _check_declarations(item, f"{path}.")
    yield from _texts(item, f"{path}.")
    yield from _spans(item, f"{path}.")
    if extra := PART_CHECKS.get(shape.table):
        for field_name, says in extra(item):
            yield f"{path}.{field_name}", says
    for child in shape.children:
        yield from _parts(getattr(item, child.name), f"{path}.{child.name}")


@cache
def _requirements(of: type[Record | Part]) -> tuple[tuple[str, Meaning, frozenset[str]], ...]:
    """Return the fields that ask for something, with the words that are allowed."""
    return tuple(
        (name, meaning, frozenset(CLOSED.get(meaning.words, ())))
        for name, meaning in meanings(of)
        if meaning.required or meaning.sort == "marking" or CLOSED.get(meaning.words)
    )


def _check_declarations(item: Record | Part, path: str) -> Iterator[Breach]:
    """Yield what the declaration of each field asks for: that it is there, and one of its words."""
    for name, meaning, allowed in _requirements(type(item)):
        value = getattr(item, name)
        if meaning.required and _is_missing(value):
            yield f"{path}{name}", meaning.required
        if meaning.sort == "marking" and not 0 <= value < len(MARKINGS):
            yield f"{path}{name}", f"The marking must be one of {', '.join(MARKINGS)}."
        if allowed and value is not None and value not in allowed:
            offered = ", ".join(word for word in CLOSED[meaning.words] if word)
            yield f"{path}{name}", f"“{value}” is not one of {offered}."


def _is_missing(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or not (value.id or value.is_new)


def _texts(item: Any, path: str) -> Iterator[Breach]:
    """Yield the texts of a record or part, and of sources it brings, that cannot be kept."""
    shape = shape_of(type(item))
    for name, value in zip(shape.plain, shape.read(item), strict=True):
        if isinstance(value, str) and (found := UNSTORABLE.search(value)):
            yield f"{path}{name}", _unstorable(found[0])
    for field in shape.others:
        value = getattr(item, field.name)
        if field.sort == "date" and value is not None:
            if found := UNSTORABLE.search(value.words):
                yield f"{path}{field.name}", _unstorable(found[0])
        elif field.sort == "source":
            yield from _texts(value, f"{path}{field.name}.")


def _unstorable(char: str) -> str:
    return f"The text holds a character that cannot be kept (U+{ord(char):04X}); delete it."


@cache
def _spans_of(of: type[Record | Part]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of dates of a declaration, the second not before the first."""
    return tuple(pair for pair in SPANS if all(name in of.model_fields for name in pair))


def _spans(item: Any, path: str) -> Iterator[Breach]:
    of: type[Record | Part] = type(item)
    for start, end in _spans_of(of):
        first: HistoricalDate | None = getattr(item, start)
        last: HistoricalDate | None = getattr(item, end)
        if first and last and first.first and last.last and last.last < first.first:
            yield (
                f"{path}{end}",
                f"The end ({last.phrase()}) is before the start ({first.phrase()}).",
            )


def _kind_breaches(record: Record) -> Iterator[Breach]:
    for kind, check in KIND_CHECKS.items():
        if isinstance(record, kind):
            yield from check(record)


def _event(record: Any) -> Iterator[Breach]:
    if record.local_time and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", record.local_time):
        yield "local_time", "The local time is hours and minutes, as in 14:30."
    if record.part_of and record.part_of.id == record.id and record.id:
        yield "part_of", "An event cannot be part of itself."


def _organization(record: Any) -> Iterator[Breach]:
    for place, parent in enumerate(record.parents):
        if record.id and parent.parent and parent.parent.id == record.id:
            yield f"parents[{place}].parent", "A body cannot stand under itself."


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
    Organization: _organization,
    Event: _event,
}
