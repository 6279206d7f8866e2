"""What a ceiling takes out of plain values: marked parts, and all that names what is hidden."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from db.exchange.plain.plain_records import Plain, marking_of, uid_of
from db.lens import Lens


def visible_values(value: Plain, hidden: Collection[str], lens: Lens) -> tuple[Plain, bool]:
    """Return plain values without what is marked above a ceiling or names what is, and whether
    anything was left out.

    >>> note = {"text": "n", "marking": "secret"}
    >>> record = {"title": "A", "part_of": {"uid": "x"}, "notes": [note]}
    >>> visible_values(record, {"x"}, Lens("2026-01-01", 1))
    ({'title': 'A', 'notes': []}, True)
    """
    found: Plain = {}
    left_out = False
    for name, each in value.items():
        if isinstance(each, list):
            items = [item for item in each if not _is_hidden(item, hidden, lens)]
            left_out |= len(items) < len(each)
            pairs = [
                visible_values(item, hidden, lens) if isinstance(item, dict) else (item, False)
                for item in items
            ]
            left_out |= any(was for _, was in pairs)
            found[name] = [item for item, _ in pairs]
        elif isinstance(each, dict) and _names(each, hidden):
            left_out = True
        else:
            found[name] = each
    return found, left_out


def _is_hidden(item: Any, hidden: Collection[str], lens: Lens) -> bool:
    if not isinstance(item, dict):
        return False
    if not lens.shows(marking_of(item)) or item.get("source") in hidden:
        return True
    return any(isinstance(each, dict) and _names(each, hidden) for each in item.values())


def _names(reference: Plain, hidden: Collection[str]) -> bool:
    return uid_of(reference) in hidden or uid_of(reference.get("organization")) in hidden
