"""Offices and tenures as lists of their own, for commands and exports; `Reader` asks it."""

from __future__ import annotations

from dataclasses import dataclass

from db.dates import HistoricalDate
from db.dates.stored import stored_date
from db.lens import Lens, shows
from db.lists.offices import Holder, tenures_of
from db.lists.tenure_titles import certainty
from db.storage.engine import Sql
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
    """Return every office, by body and precedence; of one country if its code is given."""
    rows = sql.rows(
        "SELECT o.uid, o.id, o.title, r.id, r.title, r.country, o.seats FROM office o"
        f" JOIN record r ON r.id = o.record_id WHERE {shows('r.marking')}"
        " AND (? = '' OR r.country = ?)"
        " ORDER BY r.sort_title, o.precedence IS NULL, o.precedence, o.position, o.id",
        (lens.ceiling, country, country),
    )
    holders: dict[int, list[Holder]] = {}
    for holder in tenures_of(sql, [row[1] for row in rows], lens):
        if holder.certainty:
            holders.setdefault(holder.office.id, []).append(holder)
    return [
        OfficeLine(
            row[0],
            OfficeRef(row[1], row[2], Ref(row[3], row[4], "organization")),
            row[5],
            row[6],
            tuple(holders.get(row[1], ())),
        )
        for row in rows
    ]


def tenure_lines(sql: Sql, lens: Lens, country: str = "") -> list[TenureLine]:
    """Return every tenure, newest first; of one country's offices if its code is given."""
    rows = sql.rows(
        "SELECT t.uid, p.id, p.title, o.id, o.title, g.id, g.title, t.acting,"
        " t.since_edtf, t.since_first, t.since_last, t.since_words,"
        " t.until_edtf, t.until_first, t.until_last, t.until_words, t.end_state"
        " FROM tenure t JOIN record p ON p.id = t.record_id JOIN office o ON o.id = t.office_id"
        " JOIN record g ON g.id = o.record_id"
        f" WHERE {shows('p.marking')} AND {shows('g.marking')}"
        " AND (? = '' OR g.country = ?)"
        " ORDER BY t.since_first DESC, p.sort_title",
        (lens.ceiling, lens.ceiling, country, country),
    )
    return [
        TenureLine(
            row[0],
            Ref(row[1], row[2], "person"),
            OfficeRef(row[3], row[4], Ref(row[5], row[6], "organization")),
            bool(row[7]),
            stored_date(*row[8:12]),
            stored_date(*row[12:16]),
            row[16],
            certainty(row[9], row[10], row[13], row[14], row[16], lens.as_of),
        )
        for row in rows
    ]
