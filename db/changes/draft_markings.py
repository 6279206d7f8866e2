"""How high a draft is marked: as high as anything that it says or names, or that it was begun on.

`form_drafts` asks when one is kept, and after every change that marks something higher. A draft is
JSON that the forms write and read; here only markings and names are looked for in it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from db.changes.record_snapshots import last_rows
from db.lens import HIGHEST, Lens, known_marking, marking_sql
from db.record_types import RECORD_TYPES
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import Shape, shape_of
from db.vocabulary.choices import MARKINGS

_MARKED_PARTS = (  # what of a record may be marked higher than itself, each by the record
    "SELECT marking FROM note WHERE record_id=?1",
    "SELECT marking FROM attachment WHERE record_id=?1",
    "SELECT s.marking FROM citation c JOIN source s ON s.id=c.source_id WHERE c.record_id=?1",
)


@dataclass(slots=True)
class _Content:
    """What a payload says of markings, whom it names, and the parts it was filled from."""

    marking: int = 0
    records: set[int] = field(default_factory=set)
    parts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def draft_marking(sql: Sql, kind: str, record_id: int | None, payload: str, lens: Lens) -> int:
    """Return the highest marking of what a draft says, and of the record and the parts it was begun
    on.

    Of the parts of the record those count that the lens showed; text that is no draft of a form
    may say anything, so it is marked as high as can be.
    """
    try:
        content = _read(json.loads(payload))
    except (ValueError, RecursionError):
        return HIGHEST
    own = {record_id} if record_id is not None else set()
    found = max(content.marking, _of_records(sql, content.records | own))
    if record_id is not None:
        found = max(
            found, *(_highest_visible(sql, each, record_id, lens) for each in _MARKED_PARTS)
        )
    if kind in RECORD_TYPES:
        found = max(found, _of_parts(sql, shape_of(RECORD_TYPES[kind]), content.parts))
    return min(found, HIGHEST)


def _highest_visible(sql: Sql, statement: str, record_id: int, lens: Lens) -> int:
    marking = marking_sql("marking")
    wanted = f"SELECT max({marking}) FROM ({statement}) WHERE {marking} <= ?2"
    return int(sql.value(wanted, (record_id, lens.ceiling)) or 0)


def _of_records(sql: Sql, ids: set[int]) -> int:
    """Return the highest marking of records; of those that are gone, what they bore last."""
    wanted = f"SELECT id, {marking_sql('marking')} FROM record WHERE id IN ({LISTED})"
    found: dict[int, int] = dict(sql.rows(wanted, (listed(ids),)))
    deleted = last_rows(sql, "record", ids - found.keys())
    return max(
        (*found.values(), *(known_marking(row["marking"]) for row in deleted.values())), default=0
    )


def _of_parts(sql: Sql, shape: Shape, parts: dict[str, set[int]]) -> int:
    """Return the highest marking that the parts a form was filled from bear now."""
    found = 0
    for child in shape.children:
        table = child.shape.table
        ids = parts.get(child.name)
        if not ids:
            continue
        where = f"WHERE p.id IN ({LISTED})"
        if "marking" in child.shape.columns:
            statement = f"SELECT max({marking_sql('p.marking')}) FROM {table} p {where}"
        elif "source_id" in child.shape.columns:
            cited = f"{table} p JOIN source s ON s.id = p.source_id"
            statement = f"SELECT max({marking_sql('s.marking')}) FROM {cited} {where}"
        else:
            continue
        found = max(found, sql.value(statement, (listed(ids),)) or 0)
    return found


def _read(payload: Any) -> _Content:
    content = _Content()
    for key, value in _pairs(payload):
        if key == "marking" or key.endswith(".marking"):
            content.marking = max(content.marking, _level(value))
        elif key == "ref" and isinstance(value, list) and value and isinstance(value[0], int):
            content.records.add(value[0])
    lists = payload.get("parts") if isinstance(payload, dict) else None
    for name, rows in (lists if isinstance(lists, dict) else {}).items():
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and isinstance(row.get("id"), int):
                content.parts[name].add(row["id"])
    return content


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every name and value in a piece of JSON, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner)


def _level(value: Any) -> int:
    """Return a marking as it was typed; what is none may become any."""
    if isinstance(value, dict):
        value = value.get("typed")
    if isinstance(value, str) and value.strip().lower() in MARKINGS:
        return MARKINGS.index(value.strip().lower())
    return value if isinstance(value, int) and 0 <= value <= HIGHEST else HIGHEST
