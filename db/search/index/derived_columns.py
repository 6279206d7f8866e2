"""The columns that repeat others, for lists and for the search: compared with them, and mended.

They are written with their rows (`db.changes.writing`). `verify` asks whether they still say what
the rows say, and has them made anew; a salvaged desk gets them here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from db.changes.unit_of_work import LANGUAGE
from db.changes.writing import DERIVED
from db.lists import sort_keys
from db.progress import Progress
from db.storage.engine import Sql
from db.storage.id_lists import FIRST_LISTED, listed, pieces

# Columns of parts that follow from another of the same row.
OF_PARTS: Final = {"name": ("text", ("folded", "skeleton")), "office": ("title", ("folded",))}
# The dates of which the first that is said gives the day that lists of a kind are sorted by.
_DATES_OF_DAY: Final = {
    "person": ("born",),
    "organization": ("founded",),
    "agreement": ("concluded", "in_force"),
    "event": ("start", "end"),
}
ROWS_A_STEP: Final = 2_000


class OddRow(NamedTuple):
    """A row of which some columns do not follow from the others, and what they should be."""

    table: str
    id: int
    columns: dict[str, Any]


def odd_rows(sql: Sql, progress: Progress | None = None) -> Iterator[OddRow]:
    """Yield every row whose derived columns say something else than what they are derived from."""
    yield from _odd_rows(sql, "", "", progress)


def odd_rows_of(sql: Sql, ids: Sequence[int]) -> Iterator[OddRow]:
    """Yield such rows of some records."""
    for part in pieces(ids):
        yield from _odd_rows(sql, FIRST_LISTED, listed(part), None)


def _odd_rows(sql: Sql, among: str, ids: str, progress: Progress | None) -> Iterator[OddRow]:
    for table, (text, names) in OF_PARTS.items():
        yield from _odd_parts(sql, table, text, names, among, ids)
    for kind in _DATES_OF_DAY:
        yield from _odd_days(sql, kind, among, ids)
    yield from _odd_keys(sql, among, ids, progress)


def renew(sql: Sql, progress: Progress | None = None) -> int:
    """Bring all derived columns to what they should be, within the caller's transaction.

    Returns how many rows were others.
    """
    wrong = list(odd_rows(sql, progress))
    for table, key, columns in wrong:
        pairs = ", ".join(f"{name} = ?" for name in columns)
        sql.run(f"UPDATE {table} SET {pairs} WHERE id = ?", (*columns.values(), key))
    return len(wrong)


def _odd_parts(
    sql: Sql, table: str, text: str, names: tuple[str, ...], among: str, ids: str
) -> Iterator[OddRow]:
    derive = DERIVED[table]
    read = f"SELECT id, {text}, {', '.join(names)} FROM {table} WHERE typeof({text}) = 'text'"
    if among:
        read += f" AND record_id IN ({among})"
    for key, value, *stored in sql.stream(read, (ids,) if among else (), size=ROWS_A_STEP):
        row = {text: value, "uid": "-", "script": "-"}
        derive(row)
        wanted = {name: row[name] for name in names}
        if list(wanted.values()) != stored:
            yield OddRow(table, key, wanted)


def _odd_days(sql: Sql, kind: str, among: str, ids: str) -> Iterator[OddRow]:
    cases = [
        f"WHEN coalesce(k.{name}_edtf, '') <> '' OR coalesce(k.{name}_words, '') <> ''"
        f" THEN coalesce(nullif(k.{name}_first, ''), k.{name}_last)"
        for name in _DATES_OF_DAY[kind]
    ]
    day = f"CASE {' '.join(cases)} END"
    for key, wanted in sql.rows(
        f"SELECT r.id, {day} FROM record r JOIN {kind} k ON k.id = r.id"
        f" WHERE r.kind = '{kind}' AND r.day IS NOT {day}"
        + (f" AND r.id IN ({among})" if among else ""),
        (ids,) if among else (),
    ):
        yield OddRow("record", key, {"day": wanted})


def _odd_keys(sql: Sql, among: str, ids: str, progress: Progress | None) -> Iterator[OddRow]:
    language = str(sql.value("SELECT value FROM setting WHERE key=?", (LANGUAGE,)) or "")
    for key, *texts in sort_keys.odd_texts(sql, language, progress, among, ids):
        yield OddRow("record", key, dict(zip(("sort_title", "sort_key"), texts, strict=True)))
