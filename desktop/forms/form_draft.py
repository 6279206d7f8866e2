"""A draft as the desk keeps it, read for the form that it is to be shown in.

`RecordForm` asks it. The draft may be of a former program or of a damaged desk: what is no draft
of this form is refused before anything of the form is changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from db import HIGHEST, HistoricalDate, OfficeRef, Record, Ref, Refused
from desktop.fields.field_contents import Content, Unread, decode, show
from desktop.fields.field_types import Form, FormField, PartsTableSpec
from desktop.fields.part_rows import PartRow, read_rows

# What a field of a sort may hold, None where it may be empty; of all others it is text.
HOLDS: Final[dict[str, tuple[type, ...]]] = {
    "date": (HistoricalDate, type(None)),
    "day": (str, type(None)),
    "ref": (Ref, type(None)),
    "office": (OfficeRef, type(None)),
    "source": (Ref, str, type(None)),
    "marking": (int,),
    "number": (int, type(None)),
    "size": (int,),
    "flag": (bool, int),
    "topics": (list,),
}
TEXT: Final = (str,)


@dataclass(frozen=True, slots=True)
class FormDraft:
    """What a draft says; `fields` lacks what it says nothing of."""

    version: int
    by_hand: str | None
    fields: dict[str, Content]
    lists: dict[str, list[PartRow]]


def read_draft(text: str, form: Form, record: Record) -> FormDraft:
    """Return what a draft says of a record; raises Refused where it is none of this form."""
    try:
        return _read(json.loads(text), form, record)
    except (
        AttributeError,
        IndexError,
        KeyError,
        OSError,
        OverflowError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        says = QCoreApplication.translate(
            "Form",
            "The text that was typed and kept cannot be read; it stays in the desk.",
        )
        raise Refused(says) from error


def _read(stored: Mapping[str, Any], form: Form, record: Record) -> FormDraft:
    version, by_hand, fields = stored["version"], stored.get("by_hand"), stored["fields"]
    if type(version) is not int or not isinstance(by_hand, str | None):
        raise TypeError("its version is no number")
    contents = {
        field.name: _check_content(field, decode(fields[field.name]))
        for field in form.fields()
        if field.name in fields
    }
    lists = {}
    for parts in form.parts():
        rows = read_rows(stored["parts"].get(parts.name, []), parts, getattr(record, parts.name))
        _check_rows(rows, parts)
        lists[parts.name] = rows
    return FormDraft(version, by_hand, contents, lists)


def _check_rows(rows: Sequence[PartRow], parts: PartsTableSpec) -> None:
    for row in rows:
        for field in parts.fields():
            if field.name in row.cells:
                _check_content(field, row.cells[field.name])
        if parts.inner is not None:
            _check_rows(row.inner, parts.inner)


def _check_content(field: FormField, content: Content) -> Content:
    """Return a content that its field can show."""
    if not _fits(field, content):
        raise TypeError(f"{field.name} holds what it cannot")
    if not isinstance(show(field, content), str):
        raise TypeError(f"{field.name} cannot be shown")
    return content


def _fits(field: FormField, content: Content) -> bool:
    if isinstance(content, Unread):
        return isinstance(content.text, str) and isinstance(content.why, str)
    if not isinstance(content, HOLDS.get(field.sort, TEXT)):
        return False
    if field.sort == "marking":
        return isinstance(content, int) and 0 <= content <= HIGHEST
    if isinstance(content, list):
        return all(isinstance(word, str) for word in content)
    if isinstance(content, OfficeRef):
        body = content.organization
        return _names(content) and (body is None or _names(body))
    return not isinstance(content, Ref) or _names(content)


def _names(ref: Ref | OfficeRef) -> bool:
    return type(ref.id) is int and isinstance(ref.title, str)
