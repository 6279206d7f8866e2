"""Agreements that want attention: what falls due, what was never signed, what lies idle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.dates import day_number
from db.dates.stored import stored_date
from db.law.acts import SIGNATURES
from db.law.answers import NOT_RECORDED
from db.law.falling_due import list_due
from db.lens import Lens, shows, today
from db.lists.law.agreement_clock import clock_of, read_facts
from db.lists.today.today_line import (
    HORIZON,
    TodayDays,
    TodayLine,
    age_words,
    day_after,
    stored_day,
)
from db.storage.engine import Sql
from db.storage.id_lists import pieces

MAX_LETTERS: Final = 3_000  # agreements that may be dead letters, the youngest
_PREPARING: Final = ("full powers", "initialled")
_SIGNING: Final = ", ".join(f"'{act}'" for act in sorted({*SIGNATURES, *_PREPARING}))
_DUE: Final = (
    "SELECT k.id, r.title FROM agreement k JOIN record r ON r.id = k.id"
    f" WHERE {shows('r.marking')} AND (k.terminated_last IS NULL OR k.terminated_last >= ?)"
    " AND (k.duration <> '' OR k.renewal <> '' OR k.withdrawal_rule <> ''"
    " OR k.in_force_rule <> '' OR k.provisional_until_last >= ? OR k.in_force_last >= ?"
    " OR k.terminated_last >= ? OR k.signature_until_last >= ?"
    " OR k.id IN (SELECT record_id FROM party_action WHERE date_last >= ? OR effect_last >= ?))"
)
_ANNOUNCED: Final = (
    "SELECT k.id, r.title, k.stage, coalesce(k.adopted_first, substr(r.created, 1, 10))"
    " FROM agreement k JOIN record r ON r.id = k.id WHERE k.stage <> ''"
    " AND k.concluded_edtf IS NULL AND k.in_force_edtf IS NULL AND k.terminated_edtf IS NULL"
    f" AND {shows('r.marking')} AND NOT EXISTS (SELECT 1 FROM party_action a"
    f" WHERE a.record_id = k.id AND a.action NOT IN ('full powers', 'initialled'))"
    " ORDER BY 4, r.title"
)
_LETTERS: Final = (
    "SELECT k.id, r.title, k.concluded_edtf, k.concluded_first, k.concluded_last,"
    " k.concluded_words FROM agreement k JOIN record r ON r.id = k.id"
    " WHERE k.concluded_last < ? AND k.in_force_edtf IS NULL AND k.terminated_edtf IS NULL"
    f" AND k.provisional_edtf IS NULL AND {shows('r.marking')}"
    " AND NOT EXISTS (SELECT 1 FROM party_action a WHERE a.record_id = k.id"
    f" AND a.action NOT IN ({_SIGNING})) ORDER BY k.concluded_last DESC, r.title LIMIT ?"
)


def find_due(sql: Sql, lens: Lens, days: TodayDays) -> list[TodayLine]:
    """Return what falls due under agreements within the days that the desk looks ahead."""
    day, last = lens.as_of, day_after(lens.as_of, days.days[HORIZON])
    rows = sql.rows(_DUE, (lens.ceiling, *(day,) * 7))
    titles: dict[int, str] = dict(rows)
    found: list[TodayLine] = []
    for some in pieces(list(titles)):
        for key, facts in read_facts(sql, list(some), lens).items():
            clock = clock_of(facts, day)
            for due in list_due(clock):
                falls = stored_day(due.day)
                if falls <= last:
                    line = TodayLine(falls, key, "agreement", titles[key], f"{due.what}.")
                    found.append(line)
    return sorted([*found, *_stated_ends(sql, lens, last)])


def _stated_ends(sql: Sql, lens: Lens, last: str) -> Iterator[TodayLine]:
    """Yield days that are stated: of termination, and until which an agreement can be signed.

    An end that has come since was not known on a past day, as the clock of an agreement has it.
    """
    now = stored_day(day_number(today()))
    for column, says, came_by in (
        ("terminated", "Ends.", now),
        ("signature_until", "Last day for signature.", lens.as_of),
    ):
        rows = sql.rows(
            f"SELECT k.{column}_last, k.id, r.title FROM agreement k JOIN record r ON r.id = k.id"
            f" WHERE k.{column}_last BETWEEN ? AND ? AND {shows('r.marking')}"
            f" AND NOT (k.{column}_first > ? AND k.{column}_first <= ?)",
            (lens.as_of, last, lens.ceiling, lens.as_of, came_by),
        )
        for day, key, title in rows:
            yield TodayLine(day, key, "agreement", title, says)


def find_announcements(sql: Sql, lens: Lens) -> list[TodayLine]:
    """Return what was announced or negotiated and never signed, the oldest first."""
    return [
        TodayLine(
            day,
            key,
            "agreement",
            title,
            f"{stage.capitalize()}, not signed; on the desk since {age_words(day, lens.as_of)}.",
        )
        for key, title, stage, day in sql.rows(_ANNOUNCED, (lens.ceiling,))
        if day <= lens.as_of
    ]


def find_dead_letters(sql: Sql, lens: Lens) -> list[TodayLine]:
    """Return what was signed and of which nothing was done since, the youngest first.

    These may still be moved; a register that knows no more of its treaties of 1353 comes last.
    """
    rows = sql.rows(_LETTERS, (lens.as_of, lens.ceiling, MAX_LETTERS))
    without_force: set[int] = set()
    for some in pieces([row[0] for row in rows]):
        for key, facts in read_facts(sql, list(some), lens).items():
            stage = clock_of(facts, lens.as_of).answer().stage
            if stage in ("signed", "partly signed", NOT_RECORDED):
                without_force.add(key)
    found = []
    for key, title, *columns in rows:
        date = stored_date(*columns)
        if key in without_force and date is not None and date.last is not None:
            age = age_words(date.last, lens.as_of)
            says = f"Signed {date.phrase()}, {age}; nothing is recorded since."
            found.append(TodayLine(date.last, key, "agreement", title, says, date.edtf))
    return found
