"""What a citation or an identifier is about, in words: they keep the name of a field or of a part.

Forms, pages, paper, the history and merges show it; a form reads it back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from db.tables.fields import meaning_of
from db.tables.records import Agreement, Event, Organization, Person, Record

FACT_FIELDS: Final = frozenset({"field", "about"})  # of a citation, of an identifier
_KINDS: Final[Mapping[str, type[Record]]] = {
    "person": Person,
    "organization": Organization,
    "agreement": Agreement,
    "event": Event,
}
_PARTS: Final = {"tenure": "Office", "office": "Office"}  # named with their uid behind them


def fact_text(name: str, kind: str = "") -> str:
    """Name a fact as the form of a kind does, or else the first that has it, a part with its uid by
    its kind; other words as they are.

    >>> fact_text("tenures"), fact_text("notice_period"), fact_text("tenure 7Q"), fact_text("")
    ('Offices held', 'Notice period', 'Office', '')
    >>> fact_text("tenures[0].since"), fact_text("his visit to Vienna")
    ('Offices held', 'his visit to Vienna')
    >>> fact_text("title"), fact_text("title", "agreement")
    ('Name', 'Title')
    """
    if _is_part(name):
        return _PARTS[name.partition(" ")[0]]
    field = re.split(r"[.\[]", name, maxsplit=1)[0]
    of = next((each for each in _kinds_from(kind) if field in each.model_fields), None)
    if of is not None:
        return meaning_of(of, field).label
    return name


def find_fact(text: str, kind: str = "") -> str:
    """Return the name of the fact that is called so on the form of a kind, or on any; other words
    as they are.

    >>> find_fact(" offices held "), find_fact("Part of", "event"), find_fact("in_force")
    ('tenures', 'part_of', 'in_force')
    >>> find_fact("his visit")
    'his visit'
    """
    wanted = " ".join(text.split())
    for of in _kinds_from(kind):
        for label, name in _labels(of):
            if wanted.casefold() in (label.casefold(), name):
                return name
    return wanted


def is_fact(name: str) -> bool:
    """Say whether this names a field of a record, a part by its uid, or, empty, all of it."""
    return not name or _is_part(name) or any(name in of.model_fields for of in _KINDS.values())


def _is_part(name: str) -> bool:
    table, _, uid = name.partition(" ")
    return table in _PARTS and bool(uid)


def _kinds_from(kind: str) -> Iterator[type[Record]]:
    """Yield the kind that is meant, where one is, and then all."""
    yield from (_KINDS[each] for each in (kind, *_KINDS) if each in _KINDS)


def _labels(of: type[Record]) -> Iterator[tuple[str, str]]:
    return ((meaning_of(of, name).label, name) for name in of.model_fields)
