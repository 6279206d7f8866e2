"""The command `show`: a whole record with its parts, and what is derived of it on a day."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from db import (
    Agreement,
    Holder,
    Lens,
    Person,
    Reader,
    country_name,
    language_name,
    local_time,
    status_on,
    title_on,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import find_record, open_store
from desktop.commands.console.output import Result, edtf_of
from desktop.commands.console.output import plain_with_uids as opened_up
from desktop.commands.console.text_table import align_rows
from desktop.commands.list_command import line_json

HEAD = ("kind", "title", "native", "uid", "version")  # said in the first lines, or not at all
TIMES = ("created", "changed")
END_STATES = {"ended-unknown": "ended on an unknown day", "unknown": "end unknown"}
LINE_KEYS = ("when", "date", "title", "status", "who", "parties")  # of a record that names this one


def show(arguments: argparse.Namespace) -> Result:
    """Return the record that a uid or a query means."""
    lens = lens_of(arguments)
    with open_store(arguments) as store:
        key = find_record(store.reader, " ".join(arguments.what), lens)
        data = record_json(store.reader, key, lens)
    return Result(data, list(_lines(data)))


def record_json(reader: Reader, key: int, lens: Lens) -> dict[str, Any]:
    """Return a record, its parts, what is derived of it, and the records that name it, as JSON."""
    reading = reader.read(key, lens)
    record = reading.record
    data: dict[str, Any] = {"kind": record.KIND, "type": getattr(record, "kind", None)}
    if isinstance(record, Agreement):
        data["status"] = status_on(record, lens.as_of)
    if isinstance(record, Person):
        data["present_title"] = title_on(record, lens.as_of)
    data = {**data, **opened_up(record, reader), "kind": record.KIND}
    data["holders"] = [_holder(holder) for holder in reading.related.holders]
    data["members"] = [ref.title for ref in reading.related.members]
    data["mentions"] = [
        {"title": other.other.title, "kind": other.other.kind, "nature": other.nature}
        for other in reading.related.mentions
    ]
    data["events"] = [line_json(line) for line in reading.related.events]
    data["agreements"] = [line_json(line) for line in reading.related.agreements]
    data["withheld"] = reading.withheld
    return data


def _holder(holder: Holder) -> dict[str, Any]:
    return {
        "person": holder.person.title,
        "office": holder.office.title,
        "from": edtf_of(holder.since),
        "to": edtf_of(holder.until),
        "acting": holder.acting,
        "certainty": holder.certainty or "not held",
    }


def _lines(data: dict[str, Any]) -> Iterator[str]:
    native = [name["text"] for name in data["names"] if name["kind"] == "native"]
    yield "  ".join([data["title"], *native[:1]])
    yield f"{data['kind']} · {data['uid']}"
    yield ""
    plain = {key: value for key, value in data.items() if not isinstance(value, list)}
    yield from align_rows(
        [[_label(key), text] for key, value in plain.items() if (text := _scalar(key, value))]
    )
    for key, value in data.items():
        if isinstance(value, list) and value:
            yield ""
            yield f"{_label(key)}:"
            for item in value:
                yield from _part(key, item, "  ")


def _label(key: str) -> str:
    return key.replace("_", " ")


def _scalar(key: str, value: Any) -> str:
    if key in HEAD or value in (None, "", 0):
        return ""
    if key in TIMES:
        return local_time(value)
    if key == "country":
        return country_name(value)
    return _brief(value)


def _part(table: str, item: Any, indent: str) -> Iterator[str]:
    """Yield a line of a table; lines of its own tables below it."""
    if not isinstance(item, dict):
        yield f"{indent}{item}"
        return
    if table in ("events", "agreements"):
        item = {key: item[key] for key in LINE_KEYS if item.get(key)}
    texts = [
        f"{_label(key)} {text}" if key in ("since", "until", "founded", "dissolved") else text
        for key, value in item.items()
        if not isinstance(value, list) and (text := _value_text(key, value))
    ]
    yield indent + " · ".join(texts)
    for key, value in item.items():
        if isinstance(value, list):
            for inner in value:
                yield from _part(key, inner, indent + "  ")


def _value_text(key: str, value: Any) -> str:
    if key in ("uid", "script", "ids", "sha256") or value in (None, "", False, "open"):
        return ""
    if value is True:
        return _label(key)
    if key == "language":
        return language_name(str(value))
    if key == "end_state":
        return END_STATES.get(value, str(value))
    return _brief(value)


def _brief(value: Any) -> str:
    """Return a value in a few words: a date as spoken, a record by its title, an office with its
    body.
    """
    if isinstance(value, dict):
        if "edtf" in value:
            return str(value["text"])
        if "organization" in value:
            body = value["organization"]
            return f"{value['title']}, {body['title']}" if body else str(value["title"])
        if "publisher" in value:
            texts = (value["title"], value["publisher"], _brief(value["published"] or ""))
            return ", ".join(text for text in texts if text)
        return str(value.get("title", ""))
    return str(value)
