"""The command `list`: records, offices, tenures or accreditations, with exact totals.

A filter that means nothing for a kind is wrong usage, not an empty list.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from db import (
    COLUMNS,
    DEFAULT_ORDER,
    KINDS,
    MARKINGS,
    NO_LIMIT,
    OPEN_END,
    PLURALS,
    STATUSES,
    AccreditationLine,
    Filter,
    Lens,
    Line,
    OfficeLine,
    Query,
    Reader,
    Refused,
    TenureLine,
    choices,
    country_code,
    country_name,
    fold,
    iso_day,
    office_text,
    parse_range,
)
from desktop.commands.console.arguments import lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import IDS_A_QUESTION, Result, WrongUsage, edtf_of
from desktop.commands.console.text_table import align_rows, count_phrase

OPTIONS = ("country", "party", "type", "status", "signed", "date")
TAKES: dict[str, tuple[str, ...]] = {
    "people": ("country", "status", "date"),
    "organizations": ("country", "type"),
    "agreements": OPTIONS,
    "events": ("country", "party", "type", "status", "date"),
    "offices": ("country", "party"),
    "tenures": ("country", "party", "status", "date"),
    "accreditations": ("country", "party"),
}
STATUS_WORDS: dict[str, tuple[str, ...]] = {
    "people": ("in office",),
    "agreements": STATUSES,
    "events": tuple(word for word in choices("event.status") if word),
    "tenures": ("held", "end unknown", *choices("tenure.end_state")),
}
FILTER_NAMES = {"date": "held"}
HEADINGS: dict[str, tuple[str, ...]] = {
    "people": ("title", "office", "country", "native"),
    "organizations": ("title", "type", "country", "acronym", "native"),
    "agreements": ("title", "date", "status", "type", "parties"),
    "events": ("when", "title", "who", "where"),
    "offices": ("title", "organization", "country", "holders"),
    "tenures": ("person", "office", "from", "to", "end_state", "certainty"),
    "accreditations": ("person", "state", "receiving", "class", "credentials", "farewell"),
}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What a list was asked for; `limit` None is all of it."""

    plural: str
    lens: Lens
    filters: dict[str, str]
    limit: int | None
    count_only: bool

    @property
    def country(self) -> str:
        """The code of the country asked for, or ''."""
        return country_code(self.filters.get("country", "")) or ""

    def range(self, name: str) -> tuple[str, str]:
        """Return the days of a range, open ends made wide."""
        first, last = parse_range(self.filters[name]) if name in self.filters else (None, None)
        return first or "", last or OPEN_END


def list_records(arguments: argparse.Namespace) -> Result:
    """Return records of a kind, as a list shows them."""
    filters = {name: value for name in OPTIONS if (value := getattr(arguments, name)) is not None}
    plural = arguments.kind
    check_filters(plural, filters)
    options = ListOptions(plural, lens_of(arguments), filters, arguments.limit, arguments.count)
    with open_store(arguments) as store:
        total, rows = (PARTS.get(plural) or _of_kind)(store.reader, options)
    if options.count_only:
        return Result({"total": total, "rows": []}, [str(total)])
    cells = [[_cell(row.get(key)) for key in HEADINGS[plural]] for row in _readable_rows(rows)]
    return Result({"total": total, "rows": rows}, [count_phrase(total, plural), *align_rows(cells)])


def check_filters(plural: str, filters: dict[str, str]) -> None:
    """Refuse what means nothing for the kind, and values that no record can have."""
    for name in filters.keys() - set(TAKES[plural]):
        offered = ", ".join(f"--{option}" for option in TAKES[plural])
        raise WrongUsage(f"--{name} does not apply to {plural}; they take {offered}.")
    if "country" in filters and country_code(filters["country"]) is None:
        raise Refused(f"“{filters['country']}” is no country; write its name or its ISO 3166 code.")
    if "status" in filters and _status(filters["status"]) not in STATUS_WORDS[plural]:
        raise Refused(
            f"“{filters['status']}” is no status of {plural}; it is one of"
            f" {', '.join(STATUS_WORDS[plural])}."
        )
    for name in ("signed", "date"):
        if name in filters:
            parse_range(filters[name])


def _status(text: str) -> str:
    """Return a status as its list has it: "In-Force" is "in force", "ended-unknown" stays."""
    plain = text.strip().casefold()
    return plain if plain in STATUS_WORDS["tenures"] else plain.replace("-", " ")


def _readable_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows as people read them: countries by name, holders with what is known of them."""
    for row in rows:
        readable = dict(row)
        if readable.get("country"):
            readable["country"] = country_name(readable["country"])
        if "holders" in readable:
            readable["holders"] = "; ".join(
                holder["person"]
                if holder["certainty"] == "held"
                else f"{holder['person']} (end unknown)"
                for holder in readable["holders"]
            )
        if readable.get("acting"):
            readable["office"] = f"acting {readable['office']}"
        yield readable


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


# records of the four kinds


def _of_kind(reader: Reader, options: ListOptions) -> tuple[int, list[Row]]:
    kind = next(kind for kind in KINDS if PLURALS[kind] == options.plural)
    query = Query(filters=tuple(_filters(options)))
    if query.is_empty and (options.count_only or options.limit == 0):
        return reader.count(kind, options.lens), []
    ids: Sequence[int]
    if query.is_empty and options.limit is not None:
        total = reader.count(kind, options.lens)
        ids = reader.first_ids(kind, options.lens, DEFAULT_ORDER[kind], limit=options.limit)
    else:
        ids = _find_ids(reader, kind, query, options)
        total = len(ids)
    if options.count_only:
        return total, []
    return total, list(_rows(reader, ids[: options.limit], options.lens))


def _filters(options: ListOptions) -> Iterator[Filter]:
    for name, value in options.filters.items():
        first, last = parse_range(value) if name in ("signed", "date") else (None, None)
        yield Filter(FILTER_NAMES.get(name, name), value, False, first, last)


def _find_ids(reader: Reader, kind: str, query: Query, options: ListOptions) -> Sequence[int]:
    """Return the ids a query finds, in the order of the list."""
    if query.is_empty:
        return reader.all_ids(kind, options.lens, DEFAULT_ORDER[kind])
    return reader.page(kind, query, options.lens, cap=NO_LIMIT).ids


def _rows(reader: Reader, ids: Sequence[int], lens: Lens) -> Iterator[Row]:
    for at in range(0, len(ids), IDS_A_QUESTION):
        lines = reader.lines(ids[at : at + IDS_A_QUESTION], lens)
        identifiers = reader.identifiers([line.id for line in lines])
        for line in lines:
            yield line_json(line, identifiers[line.id])


def line_json(line: Line, ids: dict[str, str] | None = None) -> Row:
    """Return a line of a list as JSON: its columns by name, the possible days, identifiers by
    scheme.
    """
    cells = {
        column.key: cell
        for column, cell in zip(COLUMNS[line.kind], line.cells, strict=True)
        if column.key not in ("name", "title", "what", "country")
    }
    row: Row = {"uid": line.uid, "title": line.title, **cells, "country": line.country}
    if line.event_kind:
        row["type"] = line.event_kind
    if line.span:
        row["first"], row["last"] = iso_day(line.span.first), iso_day(line.span.last)
    row["native"], row["marking"] = line.native, MARKINGS[line.marking]
    if ids is not None:
        row["ids"] = ids
    return row


# offices and tenures, which are parts of records


def _office_rows(reader: Reader, options: ListOptions) -> tuple[int, list[Row]]:
    party = options.filters.get("party", "")
    lines = [
        line
        for line in reader.office_lines(options.lens, options.country)
        if _is_named(party, line.office.organization.title if line.office.organization else "")
    ]
    return len(lines), [_office_row(line) for line in _lines_to_show(lines, options)]


def _office_row(line: OfficeLine) -> Row:
    body = line.office.organization
    return {
        "uid": line.uid,
        "title": line.office.title,
        "organization": body.title if body else "",
        "country": line.country,
        "seats": line.seats,
        "holders": [
            {"person": holder.person.title, "acting": holder.acting, "certainty": holder.certainty}
            for holder in line.holders
        ],
    }


def _tenure_rows(reader: Reader, options: ListOptions) -> tuple[int, list[Row]]:
    wanted = _status(options.filters.get("status", ""))
    lines = [
        line
        for line in reader.tenure_lines(options.lens, options.country)
        if wanted in ("", line.certainty, line.end_state)
        and ("date" not in options.filters or _touches(line, *options.range("date")))
        and _is_named(options.filters.get("party", ""), line.person.title, office_text(line.office))
    ]
    return len(lines), [_tenure_row(line) for line in _lines_to_show(lines, options)]


def _tenure_row(line: TenureLine) -> Row:
    body = line.office.organization
    return {
        "uid": line.uid,
        "title": f"{line.person.title}, {office_text(line.office)}",
        "person": line.person.title,
        "office": line.office.title,
        "organization": body.title if body else "",
        "from": edtf_of(line.since),
        "to": edtf_of(line.until),
        "acting": line.acting,
        "end_state": line.end_state,
        "certainty": line.certainty,
    }


def _accreditation_rows(reader: Reader, options: ListOptions) -> tuple[int, list[Row]]:
    lines = [
        line
        for line in reader.accreditation_lines(options.lens, options.country)
        if _is_named(options.filters.get("party", ""), line.person.title, line.state)
    ]
    return len(lines), [_accreditation_row(line) for line in _lines_to_show(lines, options)]


def _accreditation_row(line: AccreditationLine) -> Row:
    return {
        "uid": line.uid,
        "title": f"{line.person.title}, {line.state}",
        "person": line.person.title,
        "state": line.state,
        "receiving": line.receiving,
        "class": line.mission_class,
        "credentials": edtf_of(line.credentials),
        "farewell": edtf_of(line.farewell),
    }


def _lines_to_show(lines: Sequence[Any], options: ListOptions) -> Sequence[Any]:
    return [] if options.count_only else lines[: options.limit]


def _is_named(wanted: str, *titles: str) -> bool:
    """Say whether the words of a name stand in order in one of these titles."""
    plain = f" {fold(wanted)}"
    return any(plain in f" {fold(title)} " for title in titles)


def _touches(line: TenureLine, first: str, last: str) -> bool:
    """Say whether a tenure that has a date may have run on a day of a range."""
    if line.since is None and line.until is None:
        return False
    begins = (line.since.first if line.since else None) or ""
    ends = (line.until.last if line.until else None) or OPEN_END
    return begins <= last and ends >= first


PARTS: dict[str, Callable[[Reader, ListOptions], tuple[int, list[Row]]]] = {
    "offices": _office_rows,
    "tenures": _tenure_rows,
    "accreditations": _accreditation_rows,
}
