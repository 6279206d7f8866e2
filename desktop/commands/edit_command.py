"""The command `edit`: one change of a record through the same validation as the form.

A field is named as in `show`: `title`, `born`, `tenures[0].until`, `parties[1].actions[0].date`.
`notes[+].text=…` adds a line, and further `notes[+].…` fill the same line until a column comes
again. `notes[0]=` with nothing takes a line away.
"""

from __future__ import annotations

import argparse
import re
from typing import Any, get_args, get_type_hints

from db import (
    Attachment,
    Citation,
    Lens,
    Part,
    Reader,
    Record,
    Refused,
    Source,
    bare_name,
    copy_with,
    field_names,
    parts_of,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import named_record, open_store
from desktop.commands.console.edit_values import file_value, source_value, value_of
from desktop.commands.console.output import Result, WrongUsage
from desktop.fields import RECORD_FORMS

STEP = re.compile(r"([a-z_]+)(?:\[(\d{1,9}|\+)\])?")
READ_ONLY = frozenset({"id", "uid", "version", "created", "changed", "sha256", "size"})
OTHER_NAMES = {"type": "kind"}  # as `show` prints the kind of a body, an agreement or an event


def edit(arguments: argparse.Namespace) -> Result:
    """Set fields of a record, as one change."""
    lens = lens_of(arguments)
    settings = [change.partition("=") for change in arguments.changes]
    for path, equals, _ in settings:
        if not equals:
            raise WrongUsage(f"“{path}” is not FIELD=VALUE, as in “title=Ishaq Dar”.")
    with open_store(arguments) as store:
        record = store.reader.get(named_record(store.reader, arguments.uid, lens), lens)
        setting = FieldSetting(record, store.reader, lens)
        for path, _, value in settings:
            setting.set(path.strip(), value)
        setting.drop()
        setting.follow()
        change = store.save(record, lens)
    if change is None:
        return Result(
            {"uid": record.uid, "change": None}, ["Nothing differs; nothing was changed."]
        )
    return Result(
        {"uid": record.uid, "change": change.id}, [f"{change.label} (change {change.id})."]
    )


class FieldSetting:
    """The changes of one edit, set on a record one after the other."""

    def __init__(self, record: Record, reader: Reader, lens: Lens) -> None:
        self.record = record
        self.reader = reader
        self.lens = lens
        self._fresh: dict[str, Part] = {}  # the line that `notes[+]` stands for by now
        self._filled: set[str] = set()  # paths with a + that have been set on it
        self._dropped: list[tuple[list[Any], Any]] = []
        self._before = {id(part): copy_with(part) for _, part in parts_of(record)}
        self._own_fields: set[tuple[int, str]] = set()  # parts and their fields that were set

    def set(self, path: str, text: str) -> None:
        """Set one field, found by its path; refuses a path that leads nowhere."""
        if path in self._filled:
            self._begin_anew(path)
        target: Any = self.record
        *way, last = path.split(".")
        for place, step in enumerate(way):
            target = self._step(target, step, ".".join(way[: place + 1]))
        name, index = self._parse_step(target, last, path)
        if index is None:
            setattr(target, name, self._value(target, name, text, path))
            self._own_fields.add((id(target), name))
        elif text.strip():
            raise Refused(f"“{path}” is a line of a table; name its column too, as {path}.text.")
        else:
            self._dropped.append((getattr(target, name), self._line(target, name, index, path)))
        if "[+]" in path:
            self._filled.add(path)

    def drop(self) -> None:
        """Take away the lines that were set to nothing, now that every index has been used."""
        for lines, unwanted in self._dropped:
            lines[:] = [line for line in lines if line is not unwanted]

    def follow(self) -> None:
        """Set what follows from what was set, as the form does; what was named itself stands."""
        for table in RECORD_FORMS[self.record.KIND].parts():
            if table.follow is None:
                continue
            for part in getattr(self.record, table.name):
                before = self._before.get(id(part), table.of())
                names = [field.name for field in table.fields()]
                cells = {name: getattr(part, name) for name in names}
                table.follow({name: getattr(before, name) for name in names}, cells)
                for name in names:
                    if (id(part), name) not in self._own_fields:
                        setattr(part, name, cells[name])

    def _begin_anew(self, path: str) -> None:
        """Forget the innermost new line of a path, so that the next step adds another."""
        part_path = path[: path.rindex("[+]") + len("[+]")]
        self._fresh = {
            key: line for key, line in self._fresh.items() if not key.startswith(part_path)
        }
        self._filled = {key for key in self._filled if not key.startswith(part_path)}

    def _parse_step(self, target: Any, step: str, path: str) -> tuple[str, str | None]:
        """Return a step's field and index; refuses what is no field to set."""
        found = STEP.fullmatch(step)
        name = OTHER_NAMES.get(found[1], found[1]) if found else ""
        if not found or name in READ_ONLY or name not in field_names(target):
            raise Refused(f"There is no field “{path}” to set on {self.record.title}.")
        return name, found[2]

    def _step(self, target: Any, step: str, path: str) -> Any:
        name, index = self._parse_step(target, step, path)
        if index is not None:
            return self._line(target, name, index, path)
        inner = getattr(target, name)
        if isinstance(inner, list):
            raise Refused(f"“{path}” is a table; say which line, as {path}[0] or {path}[+].")
        return inner

    def _line(self, target: Any, name: str, index: str, path: str) -> Any:
        """Return a line of a table by its index; a new one for a +."""
        lines = getattr(target, name)
        part = part_type(target, name)
        if part is None:
            raise Refused(f"“{path}” leads nowhere: “{name}” is not a table.")
        if index == "+":
            if path not in self._fresh:
                self._fresh[path] = part()
                lines.append(self._fresh[path])
            return self._fresh[path]
        if int(index) >= len(lines):
            there = f"lines 0 to {len(lines) - 1}" if lines else "no lines yet"
            raise Refused(f"“{path}” leads nowhere: “{name}” has {there}.")
        return lines[int(index)]

    def _value(self, target: Any, name: str, text: str, path: str) -> Any:
        if isinstance(target, Citation) and name == "source":
            return source_value(text, self.reader, self.lens)
        if isinstance(target, Attachment) and name == "data":
            return file_value(text, target)
        if isinstance(target, Attachment) and name == "file_name":
            return bare_name(text)
        if part_type(target, name) is not None or name == "source":
            raise Refused(f"“{path}” is a table; name a line and a column, as {path}[0].text.")
        return value_of(target, name, text, path, self.reader, self.lens)


def part_type(target: Any, name: str) -> type[Part] | None:
    """Return the kind of part that a field holds lines of, or None when it is no table."""
    inner = get_args(get_type_hints(type(target))[name])
    if inner and isinstance(inner[0], type) and issubclass(inner[0], Part):
        return inner[0] if inner[0] is not Source else None
    return None
