"""The command `edit`: one change of a record through the same validation as the form.

A field is named as in `show`: `title`, `born`, `tenures[0].until`; `notes[+].text` adds a line.
"""

from __future__ import annotations

import argparse
import re
from typing import Any, get_args, get_type_hints

from db import (
    KINDS,
    HistoricalDate,
    Lens,
    OfficeRef,
    Part,
    Reader,
    Record,
    Ref,
    Refused,
    country_code,
    marking_level,
)
from desktop.commands.arguments import lens_of
from desktop.commands.opened import find_record, opened
from desktop.commands.output import Result

STEP = re.compile(r"([a-z_]+)(?:\[(\d+|\+)\])?")
KEPT = frozenset({"id", "uid", "version", "created", "changed", "sha256", "size"})


def edit(arguments: argparse.Namespace) -> Result:
    """Set fields of a record, as one change."""
    lens = lens_of(arguments)
    with opened(arguments) as store:
        key = find_record(store.reader, arguments.uid, lens)
        record = store.reader.get(key, lens)
        for said in arguments.changes:
            path, equals, value = said.partition("=")
            if not equals:
                raise Refused(f"“{said}” is not FIELD=VALUE.")
            set_field(record, path.strip(), value, store.reader, lens)
        change = store.save(record, lens)
    if change is None:
        return Result(
            {"uid": record.uid, "change": None}, ["Nothing differs; nothing was changed."]
        )
    return Result(
        {"uid": record.uid, "change": change.id}, [f"{change.label} (change {change.id})."]
    )


def set_field(record: Record, path: str, value: str, reader: Reader, lens: Lens) -> None:
    """Set one field, found by its path; refuses a path that leads nowhere."""
    target: Any = record
    *way, last = path.split(".")
    for step in way:
        target = _step(target, step, path)
    found = STEP.fullmatch(last)
    if not found or found[1] in KEPT or found[1] not in type(target).__dataclass_fields__:
        raise Refused(f"There is no field “{path}” to set on {record.title}.")
    if found[2] is not None:
        raise Refused(f"“{path}” is a line of a table; name its column too, as in {path}.text.")
    setattr(target, found[1], _value(target, found[1], value, reader, lens))


def _step(target: Any, step: str, path: str) -> Any:
    found = STEP.fullmatch(step)
    if not found or found[1] not in getattr(type(target), "__dataclass_fields__", {}):
        raise Refused(f"“{path}” leads nowhere: there is no “{step}”.")
    inner = getattr(target, found[1])
    if found[2] is None:
        return inner
    if not isinstance(inner, list):
        raise Refused(f"“{path}” leads nowhere: “{found[1]}” is not a table.")
    if found[2] == "+":
        made = get_args(get_type_hints(type(target))[found[1]])[0]()
        inner.append(made)
        return made
    if int(found[2]) >= len(inner):
        raise Refused(f"“{path}” leads nowhere: “{found[1]}” has {len(inner)} lines, from 0.")
    return inner[int(found[2])]


def _value(target: Any, name: str, text: str, reader: Reader, lens: Lens) -> Any:
    hint = get_type_hints(type(target))[name]
    options = get_args(hint) or (hint,)
    if name == "topics":
        return [part.strip() for part in text.split(",") if part.strip()]
    if any(isinstance(option, type) and issubclass(option, Part) for option in options):
        raise Refused(f"“{name}” is a table or a part; name its column, as in {name}[0].text.")
    if name == "marking":
        return _marking(text)
    if name == "country" and text.strip():
        return _country(text)
    if HistoricalDate in options:
        return HistoricalDate.parse(text) if text.strip() else None
    if Ref in options:
        return _ref(text, reader, lens)
    if OfficeRef in options:
        return _office(text, reader, lens)
    if bool in options:
        return text.strip().casefold() in ("yes", "true", "1")
    if int in options:
        return _number(text, name)
    return text


def _marking(text: str) -> int:
    try:
        return marking_level(text)
    except ValueError as error:
        raise Refused(str(error), "marking") from error


def _country(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise Refused(f"“{text}” is no country; write its name or its ISO 3166 code.", "country")
    return code


def _number(text: str, name: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal():
        raise Refused(f"“{text}” is not a whole number.", name)
    return int(text)


def _ref(text: str, reader: Reader, lens: Lens) -> Ref | None:
    if not text.strip():
        return None
    return reader.ref(find_record(reader, text, lens, KINDS), lens)


def _office(text: str, reader: Reader, lens: Lens) -> OfficeRef:
    found = reader.find_offices(text, lens)
    if not found:
        raise Refused(f"No office on this desk is found by “{text}”.")
    return found[0]
