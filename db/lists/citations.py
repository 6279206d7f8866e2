"""What backs the lines of a list, and what the ceiling takes from them; paper asks it.

A printed list names its sources and counts what it withholds, as the sheet of one record does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from db.lens import HIGHEST, Lens, marking_sql, shows
from db.record_types import Citation, Source
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed
from db.storage.row_mapping import Names, from_values, shape_of

OWN_COLUMNS: Final = ("id", "field", "passage", "confidence", "stance")
_NAMED: Final = (
    f"SELECT p.record_id AS line, r.id AS item, {marking_sql('r.marking')} AS marking"
    " FROM participant p JOIN record r ON r.id = p.who_id",
    f"SELECT p.record_id AS line, r.id AS item, {marking_sql('r.marking')} AS marking FROM party p"
    " JOIN record r ON r.id = p.who_id",
    f"SELECT t.record_id AS line, r.id AS item, {marking_sql('r.marking')} AS marking FROM tenure t"
    " JOIN office o ON o.id = t.office_id JOIN record r ON r.id = o.record_id",
    f"SELECT c.record_id AS line, -s.id AS item, {marking_sql('s.marking')} AS marking FROM"
    " citation c JOIN source s ON s.id = c.source_id",
)
"""Whom a line names beside its own record, and what backs it, each with the marking."""

# What a source says of an office in a body above the ceiling is as hidden as that office.
_SHOWN: Final = (
    "(c.field NOT LIKE 'tenure %' OR NOT EXISTS (SELECT 1 FROM tenure t"
    " JOIN office o ON o.id = t.office_id JOIN record r ON r.id = o.record_id"
    f" WHERE t.record_id = c.record_id AND t.uid = substr(c.field, 8)"
    f" AND NOT ({shows('r.marking')})))"
)


def citations_of(sql: Sql, ids: Sequence[int], lens: Lens) -> dict[int, list[Citation]]:
    """Return the citations of many records that the lens shows, with sources without text."""
    rows = sql.rows(
        "SELECT c.record_id, c.source_id, c.id, c.field, c.passage, c.confidence, c.stance"
        f" FROM citation c WHERE c.record_id IN ({LISTED}) AND {_SHOWN}"
        " ORDER BY c.record_id, c.position",
        (listed(ids), lens.ceiling),
    )
    texts = _sources(sql, {row[1] for row in rows}, lens)
    found: dict[int, list[Citation]] = {}
    for key, source, *rest in rows:
        if source in texts:
            values = dict(zip(OWN_COLUMNS, rest, strict=True))
            citation = Citation(source=texts[source], **values)
            found.setdefault(key, []).append(citation)
    return found


def _sources(sql: Sql, ids: Iterable[int], lens: Lens) -> dict[int, Source]:
    shape = shape_of(Source)
    columns = ["id", *(name for name in shape.columns if name != "text")]
    empty = Names({}, {}, {})
    found: dict[int, Source] = {}
    if not ids:
        return found
    for row in sql.rows(
        f"SELECT {','.join(columns)} FROM source WHERE id IN ({LISTED}) AND {shows('marking')}",
        (listed(ids), lens.ceiling),
    ):
        values = {**dict(zip(columns, row, strict=True)), "text": ""}
        found[row[0]] = from_values(shape, values, empty, id=row[0])
    return found


def marking_summary(sql: Sql, ids: Sequence[int], lens: Lens) -> tuple[int, int]:
    """Return of what lines name and what backs them the highest marking shown, and how many are
    not.

    Who or what is named by several lines counts once.
    """
    highest = 0
    hidden: set[int] = set()
    values = (listed(ids), lens.ceiling)
    for statement in _NAMED:
        there = f"FROM ({statement}) WHERE line IN ({LISTED}) AND marking"
        is_visible = sql.value(f"SELECT max(marking) {there} <= ?", values)
        highest = max(highest, is_visible or 0)
        if lens.ceiling < HIGHEST:
            hidden.update(row[0] for row in sql.rows(f"SELECT DISTINCT item {there} > ?", values))
    return highest, len(hidden)


def passages_of_text(sql: Sql, text: str, lens: Lens) -> list[tuple[int, str]]:
    """Return the records that cite a source of this very text, each with the passage."""
    if not text:
        return []
    rows = sql.rows(
        "SELECT c.record_id, c.passage FROM source s JOIN citation c ON c.source_id = s.id"
        " JOIN record r ON r.id = c.record_id"
        f" WHERE s.text = ? AND {shows('s.marking')} AND {shows('r.marking')} AND {_SHOWN}"
        " ORDER BY c.id",
        (text, lens.ceiling, lens.ceiling, lens.ceiling),
    )
    return [(row[0], row[1]) for row in rows]
