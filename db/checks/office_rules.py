"""What cannot be of offices, or is missing: more holders than seats, no successor, no body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from db.checks.finding import DeskFinding, DeskRule, day_at
from db.lens import Lens, shows
from db.storage.engine import Sql
from db.vocabulary.kinds import NO_BODY

_FAR: Final = "'~'"  # sorts after every day: an office that is still held
_SINCE: Final = "t.since_edtf, t.since_first, t.since_last, t.since_words"
_UNTIL: Final = "t.until_edtf, t.until_first, t.until_last, t.until_words"


def _find_shared_seats(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
    """Yield who surely held an office of one seat while another did."""
    columns = "b.since_edtf, b.since_first, b.since_last, b.since_words"
    rows = sql.rows(
        f"SELECT b.record_id, o.title, r.title, {columns}"
        " FROM office o JOIN tenure a ON a.office_id = o.id AND a.acting = 0"
        " JOIN tenure b ON b.office_id = o.id AND b.acting = 0 AND b.record_id <> a.record_id"
        " JOIN record r ON r.id = a.record_id JOIN record h ON h.id = b.record_id"
        " JOIN record g ON g.id = o.record_id"
        " WHERE o.seats = 1 AND (a.since_first < b.since_first"
        " OR a.since_first = b.since_first AND a.id < b.id)"
        " AND b.since_last < coalesce(a.until_first,"
        f" CASE WHEN a.end_state = 'ongoing' THEN {_FAR} END)"
        f" AND {shows('r.marking')} AND {shows('h.marking')} AND {shows('g.marking')}"
        " ORDER BY b.record_id, o.id",
        (lens.ceiling,) * 3,
    )
    for row in rows:
        yield DeskFinding(row[0], f"{row[2]} held it as well from {day_at(row, 3)} on.", row[1])


def _find_crowded_offices(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
    """Yield who surely took a seat of an office when all its seats were taken."""
    rows = sql.rows(
        f"SELECT t.office_id, t.record_id, o.title, o.seats, {_SINCE}, coalesce(t.until_first,"
        f" CASE WHEN t.end_state = 'ongoing' THEN {_FAR} END)"
        " FROM office o JOIN tenure t ON t.office_id = o.id AND t.acting = 0"
        " JOIN record h ON h.id = t.record_id JOIN record g ON g.id = o.record_id"
        " WHERE o.seats > 1 AND t.since_last IS NOT NULL"
        f" AND {shows('h.marking')} AND {shows('g.marking')}"
        " ORDER BY t.office_id, t.since_last, t.id",
        (lens.ceiling,) * 2,
    )
    for _, holders in groupby(rows, lambda row: row[0]):
        free_days: list[str] = []  # the day on which each seat is free again
        for row in holders:
            person, title, seats, since, until = row[1], row[2], row[3], row[6], row[8]
            free_days = [free for free in free_days if free > since]
            if until is None or until <= since:
                continue
            free_days.append(until)
            if len(free_days) > seats:
                says = f"{len(free_days)} people held it {day_at(row, 4)}; it has {seats} seats."
                yield DeskFinding(person, says, title, "tenures")


def _find_without_successor(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
    """Yield the last holder of an office that is still there, whose time has ended."""
    rows = sql.rows(
        f"SELECT t.record_id, o.title, {_UNTIL}, max(t.until_last)"
        " FROM office o JOIN tenure t ON t.office_id = o.id JOIN organization b"
        " ON b.id = o.record_id JOIN record h ON h.id = t.record_id"
        " JOIN record g ON g.id = o.record_id"
        " WHERE o.dissolved_edtf IS NULL AND b.dissolved_edtf IS NULL"
        f" AND {shows('h.marking')} AND {shows('g.marking')} GROUP BY o.id"
        " HAVING count(*) = count(t.until_edtf) AND max(t.until_last) < ? ORDER BY t.record_id",
        (lens.ceiling, lens.ceiling, lens.as_of),
    )
    for row in rows:
        says = f"Ended {day_at(row, 2)}, and nobody is recorded in the office since."
        yield DeskFinding(row[0], says, row[1], "tenures")


def _find_without_body(sql: Sql, lens: Lens) -> Iterator[DeskFinding]:
    """Yield the offices that stand under no body that is named."""
    rows = sql.rows(
        "SELECT r.id, o.title FROM record r JOIN office o ON o.record_id = r.id"
        f" WHERE r.kind = 'organization' AND r.title = ? AND {shows('r.marking')} ORDER BY o.id",
        (NO_BODY, lens.ceiling),
    )
    for key, title in rows:
        yield DeskFinding(key, "Of which body is this office?", title, "offices")


OFFICE_RULES: Final = (
    DeskRule("seat-overlap", "warn", "person", _find_shared_seats),
    DeskRule("seat-overlap", "warn", "person", _find_crowded_offices),
    DeskRule("ended-without-successor", "note", "person", _find_without_successor, True),
    DeskRule("office-without-body", "note", "organization", _find_without_body, True),
)
