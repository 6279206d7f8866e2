"""Writes a desk of nothing but bodies and the events they took part in, for the timeline's figures.

Rows go into the tables themselves: neither history nor full text is looked at there.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db import day_at, day_number
from db.desk_file.making import make_desk
from db.storage import engine
from db.storage.engine import Sql

BODIES = 500
_FIRST, _LAST = day_number("1900-01-01"), day_number("2026-06-30")
_KINDS = ("call", "meeting", "visit", "signing", "statement", "conference", "negotiation")
_LONG_SHARE, _VAGUE_SHARE = 0.15, 0.1  # events of several days, and of an uncertain month
_MONTH_DAYS = 28
_FAST = ("journal_mode = DELETE", "journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF")
_SAFE = ("journal_mode = DELETE", "journal_mode = WAL")


def fill_events(path: Path, events: int, bodies: int = BODIES, seed: int = 1) -> None:
    """Make a desk at a path with so many events, each of one or two of the bodies."""
    make_desk(path, name=f"{events:,} events of {bodies} bodies")
    made = engine.make_engine(path, None, read_only=False)
    sql = engine.connect(made)
    try:
        for pragma in _FAST:
            sql.rows(f"PRAGMA {pragma}")
        indexes = sql.rows("SELECT name, sql FROM sqlite_master WHERE type='index' AND sql<>''")
        for name, _ in indexes:
            sql.run(f'DROP INDEX "{name}"')
        sql.run("BEGIN EXCLUSIVE")
        _write(sql, "record", (_record(key, "organization", f"Body {key}") for key in _ids(bodies)))
        _write(sql, "organization", ({"id": key, "kind": "ministry"} for key in _ids(bodies)))
        rows = random.Random(seed)
        days = sorted(rows.randint(_FIRST, _LAST) for _ in range(events))
        _write(sql, "event", (_event(bodies + at + 1, day, rows) for at, day in enumerate(days)))
        _write(sql, "record", (
            _record(bodies + at + 1, "event", f"Event {at} of the made desk", _text(day))
            for at, day in enumerate(days)
        ))  # fmt: skip
        _write(sql, "participant", _participants(events, bodies, rows))
        for _, statement in indexes:
            sql.run(statement)
        sql.run("COMMIT")
        sql.rows("ANALYZE")
        for pragma in _SAFE:
            sql.rows(f"PRAGMA {pragma}")
    finally:
        sql.close()
        made.dispose()


def _ids(count: int) -> range:
    return range(1, count + 1)


def _text(day: int) -> str:
    year, month, date = day_at(day)
    return f"{year:04}-{month:02}-{date:02}"


def _record(key: int, kind: str, title: str, day: str | None = None) -> dict[str, Any]:
    time = "2026-01-01T00:00:00Z"
    return {
        "id": key, "uid": f"uid-{key}", "kind": kind, "title": title, "sort_title": title.lower(),
        "sort_key": title.lower(), "day": day, "marking": 0, "created": time, "changed": time,
        "country": "", "version": 1,
    }  # fmt: skip


def _event(key: int, day: int, rows: random.Random) -> dict[str, Any]:
    text = _text(day)
    values = {
        "id": key, "kind": rows.choice(_KINDS), "place": "Islamabad", "status": "held",
        "start_edtf": text, "start_first": text, "start_last": text,
    }  # fmt: skip
    chance = rows.random()
    if chance < _LONG_SHARE:
        end = _text(day + rows.randint(1, 60))
        values.update(end_edtf=end, end_first=end, end_last=end)
    elif chance < _LONG_SHARE + _VAGUE_SHARE:
        values.update(start_edtf=f"{text[:7]}~", start_last=_text(day + _MONTH_DAYS))
    return values


def _participants(events: int, bodies: int, rows: random.Random) -> Iterator[dict[str, Any]]:
    key = 0
    for at in range(events):
        for position in range(1 + (rows.random() < 0.2)):
            key += 1
            who = rows.randint(1, bodies)
            yield {"id": key, "record_id": bodies + at + 1, "position": position, "who_id": who}


def _write(sql: Sql, table: str, rows: Iterator[dict[str, Any]]) -> None:
    """Write rows; what they do not say is what a column without anything holds."""
    columns = sql.columns(table)
    empty = {name: "" if name in sql.required_columns(table) else None for name in columns}
    marks = ", ".join("?" * len(columns))
    sql.run_many(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
        ([{**empty, **row}[name] for name in columns] for row in rows),
    )
