"""What a command prints: one JSON document, or lines for people; and the exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from db import MARKINGS, HistoricalDate, OfficeRef, Reader, Ref

DONE, BUG, USAGE, REFUSED, FLAGGED = 0, 1, 2, 3, 4


@dataclass(slots=True)
class Result:
    """A command's answer: `data` for JSON, `lines` for people, and the exit status."""

    data: Any
    lines: Sequence[str] = field(default_factory=list)
    status: int = DONE


def show(result: Result, *, as_json: bool) -> int:
    """Print an answer and give its exit status."""
    if as_json:
        print(json.dumps(result.data, ensure_ascii=False, indent=1))
    else:
        for line in result.lines:
            print(line)
    return result.status


def say(sentence: str) -> None:
    """A warning or refusal, on standard error."""
    print(sentence, file=sys.stderr)


def plain(value: Any, uids: Mapping[int, str]) -> Any:
    """A record, a part or a value as JSON: dates and references opened up, nulls kept."""
    if isinstance(value, HistoricalDate):
        return date_json(value)
    if isinstance(value, OfficeRef):
        body = plain(value.organization, uids) if value.organization else None
        return {"title": value.title, "organization": body}
    if isinstance(value, Ref):
        return {"uid": uids.get(value.id), "title": value.title, "kind": value.kind}
    if is_dataclass(value) and not isinstance(value, type):
        made = {}
        for item in fields(value):
            if item.name in ("id", "data"):
                continue
            inner = getattr(value, item.name)
            made[item.name] = MARKINGS[inner] if item.name == "marking" else plain(inner, uids)
        return made
    if isinstance(value, list | tuple):
        return [plain(item, uids) for item in value]
    return value


def date_json(date: HistoricalDate | None) -> dict[str, str | None] | None:
    """A date as its EDTF, its bounds and its words."""
    if date is None:
        return None
    return {"edtf": date.edtf, "first": date.first, "last": date.last, "text": date.spoken()}


def refs_in(value: Any) -> set[int]:
    """The ids of all records that a record names."""
    if isinstance(value, Ref):
        return {value.id}
    if isinstance(value, list | tuple):
        return set().union(*(refs_in(item) for item in value)) if value else set()
    if is_dataclass(value) and not isinstance(value, type):
        found = (refs_in(getattr(value, item.name)) for item in fields(value))
        return set().union(*found)
    return set()


def opened(value: Any, reader: Reader) -> Any:
    """`plain`, with the uids of what is named looked up."""
    return plain(value, reader.uids(sorted(refs_in(value))))
