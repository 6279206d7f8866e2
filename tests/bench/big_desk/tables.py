"""Rows on their way into a made desk: held back by table, given ids, written in blocks."""

from __future__ import annotations

from db.changes.unit_of_work import now, open_change
from db.record_types import RECORD_TYPES, Source
from db.storage.engine import Sql
from db.storage.row_mapping import Shape, Values, shape_of, shapes, to_values

BLOCK = 20_000
OWN_ROW = frozenset(RECORD_TYPES)  # tables whose id is the record's
SINCE = ("since_edtf", "since_first", "since_last", "since_words")
# table → the columns that differ from row to row, after the id; the rest stay as in an empty part
VARIED: dict[str, tuple[str, ...]] = {
    "record": (
        "uid", "kind", "title", "sort_title", "sort_key", "marking", "country", "day", "checked_on",
    ),
    "person": (
        "given", "family", "name_order", "gender", "biography",
        "born_edtf", "born_first", "born_last", "born_words",
    ),
    "organization": (
        "kind", "acronym", "founded_edtf", "founded_first", "founded_last", "founded_words",
    ),
    "agreement": (
        "kind", "reference", "stage", "place", "summary",
        "concluded_edtf", "concluded_first", "concluded_last", "concluded_words",
        "in_force_edtf", "in_force_first", "in_force_last", "in_force_words",
    ),
    "event": (
        "kind", "place", "channel", "status", "outcome",
        "start_edtf", "start_first", "start_last", "start_words",
    ),
    "name": ("record_id", "position", "kind", "text", "language", "script", "folded", "skeleton"),
    "parent": ("record_id", "parent_id"),
    "office": ("record_id", "position", "uid", "title", "folded", "precedence"),
    "tenure": (
        "record_id", "position", "uid", "office_id", "acting", "end_state", *SINCE,
        "until_edtf", "until_first", "until_last", "until_words",
    ),
    "rank": ("record_id", "title", "service", *SINCE),
    "contact": ("record_id", "kind", "value"),
    "note": (
        "record_id", "text", "author", "marking",
        "date_edtf", "date_first", "date_last", "date_words",
    ),
    "source": (
        "uid", "title", "publisher", "url", "marking",
        "published_edtf", "published_first", "published_last", "published_words",
    ),
    "citation": ("record_id", "source_id", "passage", "confidence"),
    "tag": ("text",),
    "record_tag": ("record_id", "tag_id"),
    "party": ("record_id", "who_id", "position"),
    "party_action": (
        "record_id", "party_id", "action", "date_edtf", "date_first", "date_last", "date_words",
    ),
    "amount": ("record_id", "number", "currency", "qualifier", "stage"),
    "participant": ("record_id", "who_id", "position", "role"),
}  # fmt: skip


class Tables:
    """Takes rows in the order of `VARIED`; `finish` writes the rest, and one change over all."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._held: dict[str, list[tuple[object, ...]]] = {name: [] for name in VARIED}
        self._last = dict.fromkeys(VARIED, 0)
        fixed = fixed_values(now())
        self._statements = {name: statement(name, fixed[name]) for name in VARIED}

    def add(self, table: str, *values: object) -> int:
        """A row with the next id of its table; returns the id."""
        self._last[table] = key = self._last[table] + 1
        self._put(table, (key, *values))
        return key

    def add_own(self, table: str, record_id: int, *values: object) -> None:
        """The row that a kind keeps for a record, under the record's id."""
        self._last[table] = max(self._last[table], record_id)
        self._put(table, (record_id, *values))

    def _put(self, table: str, row: tuple[object, ...]) -> None:
        held = self._held[table]
        held.append(row)
        if len(held) >= BLOCK:
            self._write(table)

    def _write(self, table: str) -> None:
        self._sql.run_many(self._statements[table], self._held[table])
        self._held[table].clear()

    def finish(self, label: str) -> None:
        """Write what is held back, and the history of it: one change, a line for each table."""
        for table in VARIED:
            self._write(table)
        change_id = open_change(self._sql, "bench", label).id
        for table in VARIED:
            first = self._sql.value(f"SELECT min(id) FROM {table}")
            if first is not None:
                self._sql.run(
                    "INSERT INTO revision (change_id, table_name, row, row_to) VALUES (?,?,?,?)",
                    (change_id, table, first, self._last[table]),
                )


def fixed_values(stamp: str) -> dict[str, Values]:
    """For each table what every made row says alike, apart from `VARIED`."""
    found: dict[str, Values] = {
        "record": {"created": stamp, "changed": stamp, "version": 1},
        "tag": {},
        "record_tag": {},
    }
    found.update((shape.table, _empty(shape)) for shape in shapes())
    return {
        table: {key: value for key, value in found[table].items() if key not in varied}
        for table, varied in VARIED.items()
    }


def _empty(shape: Shape) -> Values:
    values = to_values(shape, shape.of())
    if shape.table not in OWN_ROW and shape is not shape_of(Source):
        values["position"] = 0
    return values


def statement(table: str, fixed: Values) -> str:
    """The INSERT of a table: what is fixed stands in it, the rest is given."""
    varied = ("id", *VARIED[table])
    marks = ",".join("?" * len(varied))
    literals = "".join(f",{literal(value)}" for value in fixed.values())
    return f"INSERT INTO {table} ({','.join((*varied, *fixed))}) VALUES ({marks}{literals})"


def literal(value: object) -> str:
    """A default as SQL writes it.

    >>> literal(None), literal(0), literal(""), literal("supports")
    ('NULL', '0', "''", "'supports'")
    """
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else f"'{value}'"
