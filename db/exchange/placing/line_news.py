"""What a line of a record says beyond another line about the same thing: pure, placing asks.

A contact, a tie, a name or an amount that the desk has already may come with a note or a day that
it lacks. That is put into it; what contradicts it makes a line of its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from db.dates import HistoricalDate
from db.record_types import Name, Part, Ref, Source

UNSAID = frozenset({"id", "uid", "data"})  # what a line has besides what it says
GUESSED = frozenset({"language", "script"})  # of a name: what the letters betray is not said
Key = Callable[[Any], object]


def same_spelling(text: str) -> str:
    """Return what two names have in common that differ in nothing but capitals and blanks.

    >>> same_spelling("JOSÉ  Silva") == same_spelling("José Silva") != same_spelling("Jose Silva")
    True
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


# what tells two lines of a list apart; lists that are not here are never merged
LINE_KEYS: dict[str, Key] = {
    "names": lambda name: same_spelling(name.text),
    "contacts": lambda contact: (contact.kind, contact.value),
    "identifiers": lambda each: (each.scheme, each.value, each.about),
    "notes": lambda note: note.text,
    "links": lambda link: (link.other.id if link.other else 0, link.nature),
    "parents": lambda parent: parent.parent.id if parent.parent else 0,
    "amounts": lambda amount: (amount.number, amount.currency),
    "citations": lambda each: (each.source.title, each.source.url, each.field),
    "participants": lambda each: (each.who.id if each.who else 0, each.role),
    "attachments": lambda each: each.sha256,
    "agreement_links": lambda each: (each.other.id if each.other else 0, each.nature),
    "accreditations": lambda each: (
        same_spelling(each.state),
        same_spelling(each.receiving),
        each.mission_class,
        each.credentials.edtf if each.credentials else "",
        each.true_copy.edtf if each.true_copy else "",
        each.notified.edtf if each.notified else "",
    ),
}


_DEFAULTS: dict[type[Part], dict[str, Any]] = {}


def _defaults(of: type[Part]) -> dict[str, Any]:
    """Return what each field says when nothing is said, worked out once."""
    if of not in _DEFAULTS:
        _DEFAULTS[of] = _default_values(of)
    return _DEFAULTS[of]


def _default_values(of: type[Part]) -> dict[str, Any]:
    return {
        name: field.default
        for name, field in of.model_fields.items()
        if name not in UNSAID | (GUESSED if of is Name else frozenset())
        and field.default_factory is None
    }


def _plain(value: Any) -> Any:
    if isinstance(value, HistoricalDate):
        return value.edtf or value.words
    if isinstance(value, Ref):
        return value.id
    return (value.title, value.url) if isinstance(value, Source) else value


def news(old: Part, new: Part) -> dict[str, Any] | None:
    """Return the fields that only `new` says; None where the two contradict each other."""
    found = {}
    for name, default in _defaults(type(old)).items():
        value, there = getattr(new, name), getattr(old, name)
        if value == default or _plain(value) == _plain(there):
            continue
        if there != default:
            return None
        found[name] = value
    return found


def fitting(parts: Sequence[Part], new: Part, key: Key) -> tuple[Part, dict[str, Any]] | None:
    """Return the line that a new line is about, with what it adds; None for another one."""
    wanted = key(new)
    for old in parts:
        if key(old) == wanted and (adds := news(old, new)) is not None:
            return old, adds
    return None
