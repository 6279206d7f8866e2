"""The commands that show records: list, show, holders."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any

from db import (
    COLUMNS,
    DEFAULT_ORDER,
    KINDS,
    MARKINGS,
    PLURALS,
    Agreement,
    Filter,
    HistoricalDate,
    Lens,
    Line,
    OfficeLine,
    Person,
    Query,
    Reader,
    Refused,
    TenureLine,
    country_code,
    parse_range,
    status_on,
    title_on,
)
from desktop.commands.arguments import lens_of
from desktop.commands.opened import find_record, opened
from desktop.commands.output import Result
from desktop.commands.output import opened as opened_up

EVERYTHING = 1 << 40
DEFAULT_LIMIT = 1_000
FILTERS = (("country", "country"), ("party", "party"), ("type", "type"), ("status", "status"))
RANGES = (("signed", "signed"), ("date", "held"))


def list_records(arguments: argparse.Namespace) -> Result:
    """Records of a kind, as a list shows them."""
    lens = lens_of(arguments)
    limit = DEFAULT_LIMIT if arguments.limit is None else arguments.limit
    with opened(arguments) as store:
        if arguments.kind in PARTS:
            rows = PARTS[arguments.kind](store.reader, lens, _country(arguments.country))
            total, shown = len(rows), rows[:limit]
        else:
            total, shown = _of_kind(store.reader, arguments, lens, limit)
    if arguments.count:
        return Result({"total": total, "rows": []}, [str(total)])
    lines = [f"{total} {arguments.kind}"]
    lines += [" · ".join(str(cell) for cell in _cells(row) if cell) for row in shown]
    return Result({"total": total, "rows": shown}, lines)


def _cells(row: dict[str, Any]) -> Iterable[Any]:
    return (value for key, value in row.items() if key != "uid" and isinstance(value, str))


def _country(text: str | None) -> str:
    if not text:
        return ""
    code = country_code(text)
    if code is None:
        raise Refused(f"“{text}” is no country; write its name or its ISO 3166 code.")
    return code


def _of_kind(
    reader: Reader, arguments: argparse.Namespace, lens: Lens, limit: int
) -> tuple[int, list[dict[str, Any]]]:
    kind = next(kind for kind in KINDS if PLURALS[kind] == arguments.kind)
    _country(arguments.country)
    query = Query(filters=tuple(_filters(arguments)))
    if query.is_empty:
        total = reader.count(kind, lens)
        order = DEFAULT_ORDER[kind]
        ids = reader.first_ids(kind, lens, order, limit=limit)
    else:
        page = reader.page(kind, query, lens, cap=EVERYTHING)
        total, ids = len(page.ids), page.ids[:limit]
    lines = reader.lines(ids, lens) if not arguments.count else []
    identifiers = reader.identifiers([line.id for line in lines])
    return total, [_row(line, identifiers[line.id]) for line in lines]


def _filters(arguments: argparse.Namespace) -> Iterable[Filter]:
    for name, filter_name in FILTERS:
        if value := getattr(arguments, name):
            yield Filter(filter_name, value)
    for name, filter_name in RANGES:
        if value := getattr(arguments, name):
            first, last = parse_range(value)
            yield Filter(filter_name, value, False, first, last)


def _row(line: Line, ids: dict[str, str]) -> dict[str, Any]:
    cells = {
        column.key: cell
        for column, cell in zip(COLUMNS[line.kind], line.cells, strict=True)
        if column.key not in ("name", "title", "what", "country")
    }
    row: dict[str, Any] = {"uid": line.uid, "title": line.title, **cells, "country": line.country}
    if line.span:
        row["first"], row["last"] = line.span.first, line.span.last
    row["native"], row["marking"], row["ids"] = line.native, MARKINGS[line.marking], ids
    return row


def _edtf(date: HistoricalDate | None) -> str | None:
    return date.edtf or None if date else None


def _office_rows(reader: Reader, lens: Lens, country: str) -> list[dict[str, Any]]:
    def row(line: OfficeLine) -> dict[str, Any]:
        body = line.office.organization
        return {
            "uid": line.uid,
            "title": line.office.title,
            "organization": body.title if body else "",
            "country": line.country,
            "seats": line.seats,
            "holders": list(line.holders),
        }

    return [row(line) for line in reader.office_lines(lens, country)]


def _tenure_rows(reader: Reader, lens: Lens, country: str) -> list[dict[str, Any]]:
    def row(line: TenureLine) -> dict[str, Any]:
        body = line.office.organization
        return {
            "uid": line.uid,
            "title": f"{line.person.title}, {line.office.title}",
            "person": line.person.title,
            "office": line.office.title,
            "organization": body.title if body else "",
            "from": _edtf(line.since),
            "to": _edtf(line.until),
            "acting": line.acting,
            "end_state": line.end_state,
        }

    return [row(line) for line in reader.tenure_lines(lens, country)]


PARTS: dict[str, Callable[[Reader, Lens, str], list[dict[str, Any]]]] = {
    "offices": _office_rows,
    "tenures": _tenure_rows,
}


def show(arguments: argparse.Namespace) -> Result:
    """The whole record with its parts and what is derived of it on the lens's day."""
    lens = lens_of(arguments)
    with opened(arguments) as store:
        key = find_record(store.reader, " ".join(arguments.what), lens)
        reading = store.reader.read(key, lens)
        record = reading.record
        data = {"kind": record.KIND, **opened_up(record, store.reader)}
    if isinstance(record, Agreement):
        data["status"] = status_on(record, lens.as_of)
    if isinstance(record, Person):
        data["present_title"] = title_on(record, lens.as_of)
    data["events"] = [_row(line, {}) for line in reading.related.events]
    data["agreements"] = [_row(line, {}) for line in reading.related.agreements]
    data["withheld"] = reading.withheld
    return Result(data, [_text(key, value) for key, value in data.items() if value])


def _text(key: str, value: Any) -> str:
    if isinstance(value, list):
        return f"{key}: " + "; ".join(_brief(item) for item in value)
    return f"{key}: {_brief(value)}"


def _brief(value: Any) -> str:
    if isinstance(value, dict):
        if "edtf" in value:
            return str(value["text"])
        kept = (
            _brief(inner) for key, inner in value.items() if inner and key not in ("uid", "ids")
        )
        return ", ".join(kept)
    if isinstance(value, list):
        return "; ".join(_brief(item) for item in value)
    return str(value)


def holders(arguments: argparse.Namespace) -> Result:
    """Who held the office on the day; an end that is not known is said, never passed over."""
    lens = lens_of(arguments)
    text = " ".join(arguments.office)
    with opened(arguments) as store:
        found = store.reader.holders(text, lens)
    if not found:
        raise Refused(f"No office on this desk is found by “{text}”.")
    offices = []
    for office, held in found:
        body = office.organization.title if office.organization else ""
        people = [
            {
                "person": holder.person.title,
                "from": _edtf(holder.since),
                "to": _edtf(holder.until),
                "acting": holder.acting,
                "certainty": holder.certainty,
            }
            for holder in held
        ]
        offices.append(
            {"office": f"{office.title}, {body}" if body else office.title, "holders": people}
        )
    best = next((one for one in offices if one["holders"]), offices[0])
    others = [one for one in offices if one is not best]
    data = {**best, "others": others} if others else best
    lines = [_holder_line(one) for one in offices]
    return Result(data, lines)


def _holder_line(one: dict[str, Any]) -> str:
    said = "; ".join(
        f"{held['person']} ({held['from'] or '…'} to {held['to'] or '…'}, {held['certainty']})"
        for held in one["holders"]
    )
    return f"{one['office']}: {said or 'nobody known'}"
