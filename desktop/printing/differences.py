"""In what two states of one record differ, field by field, by their declared labels. Pure.

`changes_sheet` prints them and the command `printed` lists them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from db import (
    FACT_FIELDS,
    MARKINGS,
    HistoricalDate,
    OfficeRef,
    Part,
    Record,
    Ref,
    Source,
    country_name,
    fact_text,
    field_names,
    office_text,
)
from desktop.fields.field_types import label_of

UNSAID: Final = frozenset({"id", "uid", "created", "changed", "version", "sha256", "data"})
_LEVELS: Final = frozenset({"marking"})
_WITHIN: Final = {"role": "as"}  # labels that read otherwise within a line


Path = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and how it stood then and stands now; '' where there was or is nothing.

    `path` leads there: lists of parts with the id of a line, and a field with 0 at the end, unless
    the line itself came or went.
    """

    what: str
    then: str
    now: str
    path: Path = field(default=(), compare=False)


def differences(then: Record, now: Record) -> list[Difference]:
    """Return everything that a reader of the record would see otherwise, in the order of its
    fields.
    """
    return list(_compare(then, now, "", ()))


def _compare(then: Any, now: Any, before: str, path: Path) -> Iterator[Difference]:
    """Yield the differences of two records, or of one part of them."""
    for name in field_names(then):
        if name in UNSAID:
            continue
        old, new = getattr(then, name), getattr(now, name)
        label = before + label_of(type(then), name)
        if _is_parts(old) or _is_parts(new):
            yield from _of_parts(old, new, label, name, path)
        elif old != new and (was := value_phrase(name, old)) != (is_now := value_phrase(name, new)):
            yield Difference(label, was, is_now, (*path, (name, 0)))


def _is_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, Part) for item in value)


def _of_parts(
    old: Sequence[Part], new: Sequence[Part], label: str, name: str, path: Path
) -> Iterator[Difference]:
    """Yield lines that came, went, or say something else; they are known by their ids."""
    now = {part.id: part for part in new}
    for part in old:
        here = (*path, (name, part.id))
        if part.id not in now:
            yield Difference(label, whole(part), "", here)
            continue
        other = now[part.id]
        if part != other:
            yield from _compare(part, other, f"{label}, {brief(part)}: ", here)
    had = {part.id for part in old}
    for part in new:
        if part.id not in had:
            yield Difference(label, "", whole(part), (*path, (name, part.id)))


def value_phrase(name: str, value: Any) -> str:
    """Return a value as a reader is told it.

    >>> value_phrase("born", HistoricalDate.parse("July 1968")), value_phrase("acting", True)
    ('July 1968', 'yes')
    >>> value_phrase("marking", 1), value_phrase("country", "pk"), value_phrase("seats", None)
    ('restricted', 'Pakistan', '')
    >>> value_phrase("topics", ["army", "trade"])
    'army, trade'
    """
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, HistoricalDate):
        return value.words or value.phrase()
    if isinstance(value, OfficeRef):
        return office_text(value)
    if isinstance(value, Ref | Source):
        return value.title
    if isinstance(value, list):
        return ", ".join(value_phrase("", item) for item in value)
    if name in FACT_FIELDS:
        return fact_text(value)
    if name in _LEVELS:
        return MARKINGS[value]
    if name == "country":
        return country_name(value) or str(value)
    if name in ("checked_on", "keep_until"):
        return HistoricalDate.parse(value).phrase()
    return str(value)


def brief(part: Part) -> str:
    """Return what a line is called: the first thing that it says.

    >>> from db import Amount
    >>> brief(Amount(number="5", currency="USD"))
    '5'
    """
    return next(filter(None, (value_phrase(name, value) for name, value in _said_of(part))), "")


def whole(part: Part) -> str:
    """Return all that a line says, the first without its label.

    >>> from db import Amount
    >>> whole(Amount(number="5", currency="USD"))
    '5, currency USD'
    """
    first, *rest = [(name, value_phrase(name, value)) for name, value in _said_of(part)] or [
        ("", "")
    ]
    texts = [first[1]]
    for name, text in rest:
        label = label_of(type(part), name).lower()
        label = _WITHIN.get(label, label)
        texts.append(label if text == "yes" else f"{label} {text}")
    return ", ".join(text.rstrip(".") for text in texts if text)


def _said_of(part: Part) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a line that say something, whom or what it is about first."""
    names = sorted(field_names(part), key=lambda name: not _is_about(getattr(part, name)))
    for name in names:
        value = getattr(part, name)
        if name in UNSAID or value in (None, "", False, 0, []):
            continue
        yield name, [brief(item) for item in value] if _is_parts(value) else value


def _is_about(value: Any) -> bool:
    return isinstance(value, Ref | OfficeRef | Source)
