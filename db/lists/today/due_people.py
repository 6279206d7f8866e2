"""Visits and meetings to come, contacts not met for long, and records not checked for long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.dates.stored import stored_date
from db.lens import Lens, shows
from db.lists.today.today_line import (
    HORIZON,
    MAX_SECTION_LINES,
    UNCHECKED_BIRTHS,
    UNCHECKED_OFFICES,
    UNCHECKED_TELEPHONES,
    TodayDays,
    TodayLine,
    TodaySection,
    age_words,
    day_after,
)
from db.storage.engine import Sql

_COMING: Final = (
    "SELECT e.start_first, e.id, r.title, e.kind, e.place, e.start_edtf, e.start_first,"
    " e.start_last, e.start_words FROM event e JOIN record r ON r.id = e.id"
    " WHERE (e.start_first >= ?1 OR e.end_last >= ?1) AND e.start_first <= ?2"
    " AND e.status NOT IN ('cancelled', 'postponed')"
    f" AND {shows('r.marking')} ORDER BY e.start_first, r.title"
)
_MET: Final = (
    "SELECT max(e.start_first), e.start_edtf FROM participant p JOIN event e ON e.id = p.record_id"
    " JOIN record r ON r.id = e.id WHERE p.who_id = ? AND e.start_first <= ?"
    f" AND e.status NOT IN ('planned', 'cancelled', 'postponed') AND {shows('r.marking')}"
)
#: Which facts grow old, and the setting that says after how many days.
_AGING: Final = (
    (
        UNCHECKED_OFFICES,
        "the offices",
        "r.kind = 'person' AND r.id IN (SELECT record_id FROM tenure WHERE until_edtf IS NULL)",
    ),
    (UNCHECKED_TELEPHONES, "the telephones", "r.id IN (SELECT record_id FROM contact)"),
    (
        UNCHECKED_BIRTHS,
        "the day of birth",
        "r.kind = 'person' AND r.id IN (SELECT id FROM person WHERE born_edtf IS NOT NULL)",
    ),
)


def find_coming(sql: Sql, lens: Lens, days: TodayDays) -> list[TodayLine]:
    """Return visits, meetings and other events of today and to come, by day."""
    last = day_after(lens.as_of, days.days[HORIZON])
    found = []
    for first, key, title, kind, place, *columns in sql.rows(
        _COMING, (lens.as_of, last, lens.ceiling)
    ):
        date = stored_date(*columns)
        when = date.phrase() if date is not None else ""
        words = ", ".join(filter(None, (kind.capitalize() or "Event", place, when)))
        edtf = date.edtf if date is not None else ""
        found.append(TodayLine(first, key, "event", title, f"{words}.", edtf))
    return found


def find_unmet(sql: Sql, lens: Lens, days: TodayDays) -> list[TodayLine]:
    """Return people whom nobody met for longer than the rhythm of their topics."""
    rows = sql.rows(
        "SELECT r.id, r.title, t.text FROM record r JOIN record_tag rt ON rt.record_id = r.id"
        " JOIN tag t ON t.id = rt.tag_id JOIN person p ON p.id = r.id"
        f" WHERE r.kind = 'person' AND p.died_edtf IS NULL AND {shows('r.marking')} ORDER BY r.id",
        (lens.ceiling,),
    )
    wanted: dict[int, tuple[int, str, str]] = {}  # the shortest rhythm, its topic, the name
    for key, title, topic in rows:
        rhythm = days.rhythm_of(topic)
        if rhythm and (key not in wanted or rhythm < wanted[key][0]):
            wanted[key] = rhythm, topic, title
    found = []
    for key, (rhythm, topic, title) in wanted.items():
        last_day, edtf = next(iter(sql.rows(_MET, (key, lens.as_of, lens.ceiling))), (None, None))
        if last_day is None or last_day < day_after(lens.as_of, -rhythm):
            last = f"Last met {age_words(last_day, lens.as_of)}" if last_day else "Never met"
            says = f"{last}; the rhythm of “{topic}” is {rhythm} days."
            found.append(TodayLine(last_day or "", key, "person", title, says, edtf or ""))
    return sorted(found)


def find_stale_checks(sql: Sql, lens: Lens, days: TodayDays) -> TodaySection:
    """Return records whose facts nobody has checked for longer than their kind allows."""
    found: dict[int, TodayLine] = {}
    for line in _stale_lines(sql, lens, days):
        found.setdefault(line.record_id, line)
    lines = sorted(found.values())
    return TodaySection("unchecked", tuple(lines[:MAX_SECTION_LINES]), len(lines))


def _stale_lines(sql: Sql, lens: Lens, days: TodayDays) -> Iterator[TodayLine]:
    for setting, what, where in _AGING:
        if not days.days[setting]:
            continue
        rows = sql.rows(
            "SELECT coalesce(r.checked_on, substr(r.created, 1, 10)) AS seen, r.id, r.kind,"
            f" r.title, r.checked_on FROM record r WHERE {where} AND {shows('r.marking')}"
            " AND seen < ? ORDER BY seen, r.id",
            (lens.ceiling, day_after(lens.as_of, -days.days[setting])),
        )
        for seen, key, kind, title, checked in rows:
            done = "Checked" if checked else "Written"
            says = f"{done} {age_words(seen, lens.as_of)}: do {what} still hold?"
            yield TodayLine(seen, key, kind, title, says)
