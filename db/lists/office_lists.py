"""Offices and tenures as lists of their own, for commands and exports; `Reader` asks it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.lens import Lens
from db.lists.board.state_rules import read_state_rules
from db.lists.offices import Holder, tenures_of
from db.lists.titles.names_then import read_names_then
from db.lists.titles.tenure_titles import certainty
from db.storage.engine import Sql
from db.storage.statements import is_shown, table
from db.tables.references import OfficeRef, Ref


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office with who may hold it on the lens's day."""

    uid: str
    office: OfficeRef
    country: str
    seats: int | None
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class TenureLine:
    """A tenure with its person and office; `certainty` as of the lens's day, "" when not held."""

    uid: str
    person: Ref
    office: OfficeRef
    acting: bool
    since: HistoricalDate | None
    until: HistoricalDate | None
    end_state: str
    certainty: str


def office_lines(sql: Sql, lens: Lens, country: str = "") -> list[OfficeLine]:
    """Return every office, by the order of its state, then by body and precedence; of one country
    if its code is given.
    """
    office, body = table("office").c, table("record").c
    offices = (
        select(office.uid, office.id, office.title, body.id, body.title, body.country, office.seats)
        .join_from(table("office"), table("record"), body.id == office.record_id)
        .where(is_shown(body.marking, lens))
        .order_by(
            body.sort_key,
            office.precedence.is_(None),
            office.precedence,
            office.position,
            office.id,
        )
    )
    rows = sql.ask(offices.where(body.country == country) if country else offices)
    holders: dict[int, list[Holder]] = {}
    for holder in tenures_of(sql, [row[1] for row in rows], lens):
        if holder.certainty:
            holders.setdefault(holder.office.id, []).append(holder)
    rules = read_state_rules(sql, lens)
    if rules:
        # Within a state its own order counts before that of its bodies; others stay as they stand.
        places = {
            row[1]: rules.place_in(row[5], row[2], Ref(row[3], row[4], "organization"))
            for row in rows
        }
        rows = sorted(rows, key=lambda row: places[row[1]])
    names = read_names_then(sql, {row[3] for row in rows}, lens)
    return [
        OfficeLine(
            row[0],
            OfficeRef(row[1], row[2], Ref(row[3], names.get(row[3], row[4]), "organization")),
            row[5],
            row[6],
            tuple(holders.get(row[1], ())),
        )
        for row in rows
    ]


def tenure_lines(sql: Sql, lens: Lens, country: str = "") -> list[TenureLine]:
    """Return every tenure, newest first; of one country's offices if its code is given."""
    tenure, office, record = table("tenure"), table("office"), table("record")
    person, body = record.alias("person").c, record.alias("body").c
    stay = tenure.c
    tenures = (
        select(
            *(stay.uid, person.id, person.title, office.c.id, office.c.title, body.id, body.title),
            *(stay.since_edtf, stay.since_first, stay.since_last, stay.since_words),
            *(stay.until_edtf, stay.until_first, stay.until_last, stay.until_words),
            *(stay.acting, stay.end_state),
        )
        .select_from(tenure)
        .where(
            person.id == stay.record_id,
            office.c.id == stay.office_id,
            body.id == office.c.record_id,
            is_shown(person.marking, lens),
            is_shown(body.marking, lens),
        )
        .order_by(stay.since_first.desc(), person.sort_key)
    )
    rows = sql.ask(tenures.where(body.country == country) if country else tenures)
    names = read_names_then(sql, {row[at] for row in rows for at in (1, 5)}, lens)
    return [
        TenureLine(
            row[0],
            Ref(row[1], names.get(row[1], row[2]), "person"),
            OfficeRef(row[3], row[4], Ref(row[5], names.get(row[5], row[6]), "organization")),
            bool(row[15]),
            stored_date(*row[7:11]),
            stored_date(*row[11:15]),
            row[16],
            certainty(row[8], row[9], row[12], row[13], row[16], lens.as_of),
        )
        for row in rows
    ]
