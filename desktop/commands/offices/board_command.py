"""The command `board`: the offices of a body, a country or a list on a day, and what two days
differ in.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from db import (
    BoardChange,
    BoardHolder,
    BoardOffice,
    OfficeBoard,
    OfficeRef,
    OurContact,
    Reader,
    board_changes,
    iso_day,
    office_text,
)
from desktop.commands.console.arguments import day_of_option, lens_of
from desktop.commands.console.desk_access import open_store
from desktop.commands.console.output import Result, edtf_of
from desktop.commands.console.text_table import align_rows
from desktop.paper.offices.board_scope import find_scope
from desktop.paper.offices.board_words import (
    CHANGE_HEADINGS,
    change_text,
    contact_text,
    doubt_text,
    time_text,
    vacancy_text,
)
from desktop.paper.offices.reshuffle_sheet import lost_people

Json = dict[str, Any]


def board(arguments: argparse.Namespace) -> Result:
    """Return who holds the offices of a scope; with a second day what changed between the two."""
    lens = lens_of(arguments)
    other = day_of_option(getattr(arguments, "and"))
    with open_store(arguments) as store:
        scope = find_scope(store.reader, " ".join(arguments.what), lens)
        found = store.reader.board(scope, lens)
        changes: list[BoardChange] = []
        contacts: dict[int, OurContact] = {}
        if other:
            changes = board_changes(found, lens.as_of, other)
            until = replace(lens, as_of=max(lens.as_of, other))
            contacts = store.reader.our_contacts(lost_people(changes), until)
        uids = _uids(store.reader, changes)
    offices = found.on(lens.as_of)
    data: Json = {
        "board": found.title,
        "as_of": iso_day(lens.as_of),
        "offices": [_office_json(each) for each in offices],
        "changes": [_change_json(each, contacts, uids) for each in changes],
        "withheld": found.rows.withheld,
    }
    lines = [*_lines(found, offices, lens.as_of), *_change_lines(changes, contacts)]
    if other and not changes:
        lines += ["", "Nothing that this desk knows of changed between the two days."]
    return Result(data, lines)


def _uids(reader: Reader, changes: Sequence[BoardChange]) -> Mapping[int, str]:
    return reader.uids(sorted({each.person.id for each in changes if each.person is not None}))


def _office_json(office: BoardOffice) -> Json:
    state = office.state
    return {
        "office": office.row.title,
        "organization": office.body.ref.title,
        "country": office.body.country,
        "seats": office.row.seats,
        "holders": [_holder_json(each) for each in state.all_holders],
        "vacant": state.is_vacant,
        "vacant_seats": state.vacant_seats,
        "vacant_since": edtf_of(state.vacant_since),
        "says": vacancy_text(state, office.row.seats),
    }


def _holder_json(holder: BoardHolder) -> Json:
    return {
        "person": holder.stay.person.title,
        "from": edtf_of(holder.stay.since),
        "to": edtf_of(holder.stay.until),
        "acting": holder.stay.acting,
        "certainty": holder.certainty,
    }


def _change_json(
    change: BoardChange, contacts: Mapping[int, OurContact], uids: Mapping[int, str]
) -> Json:
    person = change.person
    contact = contacts.get(person.id) if person is not None and change.has_gone else None
    return {
        "change": change.what,
        "person": person.title if person is not None else None,
        "uid": uids.get(person.id) if person is not None else None,
        "office": _office(change.office),
        "from_office": _office(change.before),
        "body": change.body.title if change.body is not None else None,
        "day": edtf_of(change.day),
        "acting": change.acting,
        "sure": change.is_sure,
        "contact_lost": contact is not None,
        "last_met": edtf_of(contact.last_met) if contact is not None else None,
        "says": change_text(change),
    }


def _office(office: OfficeRef | None) -> str | None:
    return office_text(office) if office is not None else None


def _lines(board: OfficeBoard, offices: Sequence[BoardOffice], day: str) -> Iterator[str]:
    if not offices:
        yield f"{board.title} has no office on that day on this desk."
    for _, group in groupby(offices, key=lambda each: each.body.ref.id):
        of_body = list(group)
        yield f"{'  ' * of_body[0].depth}{of_body[0].body.ref.title}"
        rows = [row for office in of_body for row in _rows(office, day)]
        yield from align_rows(rows)


def _rows(office: BoardOffice, day: str) -> Iterator[list[str]]:
    indent = "  " * (office.depth + 1)
    title = f"{indent}{office.row.title}"
    for holder in office.state.all_holders:
        acting = " (acting)" if holder.stay.acting else ""
        name = f"{holder.stay.person.title}{acting}"
        yield [title, name, time_text(holder, day), doubt_text(holder)]
        title = ""
    if empty := vacancy_text(office.state, office.row.seats):
        yield [title, empty, "", ""]


def _change_lines(
    changes: Sequence[BoardChange], contacts: Mapping[int, OurContact]
) -> Iterator[str]:
    for what, group in groupby(changes, key=lambda each: each.what):
        yield ""
        yield CHANGE_HEADINGS[what]
        for change in group:
            person = change.person
            known = contacts.get(person.id) if person is not None and change.has_gone else None
            lost = f" — a contact of ours: {contact_text(known)}" if known is not None else ""
            yield f"  {change_text(change)}{lost}"
