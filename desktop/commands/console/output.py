"""What a command prints: one JSON document, or lines for people; and the exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db import MARKINGS, HistoricalDate, OfficeRef, Reader, Ref, field_names, iso_day
from desktop.commands.console.text_table import printable

DONE, BUG, USAGE, REFUSED, FLAGGED = 0, 1, 2, 3, 4
IDS_A_QUESTION = 500  # ids in one question to the desk


@dataclass(slots=True)
class Result:
    """A command's answer: `data` for JSON, `lines` for people, and the exit status."""

    data: Any
    lines: Sequence[str] = field(default_factory=list)
    status: int = DONE


class WrongUsage(Exception):
    """Arguments that do not go together, in one sentence."""


def show(result: Result, *, as_json: bool) -> int:
    """Print an answer and give its exit status."""
    if as_json:
        print(json.dumps(result.data, ensure_ascii=False, indent=1))
    else:
        for line in result.lines:
            print(printable(line))
    sys.stdout.flush()
    return result.status


def say(sentence: str) -> None:
    """Print a warning or refusal, on standard error."""
    print(printable(sentence), file=sys.stderr)


def plain(value: Any, uids: Mapping[int, str]) -> Any:
    """Return a record, a part or a value as JSON: dates and references opened up, nulls kept."""
    if isinstance(value, HistoricalDate):
        return date_json(value)
    if isinstance(value, OfficeRef):
        body = plain(value.organization, uids) if value.organization else None
        return {"title": value.title, "organization": body}
    if isinstance(value, Ref):
        return {"uid": uids.get(value.id), "title": value.title, "kind": value.kind}
    if isinstance(value, list | tuple):
        return [plain(item, uids) for item in value]
    if names := field_names(value):
        values = {}
        for name in names:
            if name in ("id", "data"):
                continue
            inner = getattr(value, name)
            values[name] = MARKINGS[inner] if name == "marking" else plain(inner, uids)
        return values
    return value


def date_json(date: HistoricalDate | None) -> dict[str, str | None] | None:
    """Return a date as its EDTF, its bounds and its words."""
    if date is None:
        return None
    first, last = iso_day(date.first), iso_day(date.last)
    return {"edtf": date.edtf, "first": first, "last": last, "text": date.phrase()}


def edtf_of(date: HistoricalDate | None) -> str | None:
    """Return a date as its EDTF, or null when there is none."""
    return date.edtf or None if date else None


def refs_in(value: Any) -> set[int]:
    """Return the ids of all records that a record names."""
    if isinstance(value, Ref):
        return {value.id}
    if isinstance(value, list | tuple):
        return set().union(*(refs_in(item) for item in value)) if value else set()
    found = (refs_in(getattr(value, name)) for name in field_names(value))
    return set().union(*found)


def plain_with_uids(value: Any, reader: Reader) -> Any:
    """Return `plain`, with the uids of what is named looked up."""
    ids = sorted(refs_in(value))
    uids: dict[int, str] = {}
    for at in range(0, len(ids), IDS_A_QUESTION):
        uids.update(reader.uids(ids[at : at + IDS_A_QUESTION]))
    return plain(value, uids)
