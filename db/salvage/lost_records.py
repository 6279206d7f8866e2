"""Records whose own row is broken, put together again from what else the desk says of them.

`salvage_desk` asks once the rows are written. The indexes repeat identity, kind, country, day and
marking of each record, its names its title, and the history whole rows as they were last saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from db.clock import now
from db.errors import DeskError
from db.lens import HIGHEST
from db.salvage.damaged_desk import DamagedDesk
from db.salvage.layouts import kept_tables
from db.salvage.page_cells import Value
from db.salvage.row_writing import write_rows
from db.salvage.salvage_report import Loss, SalvageReport
from db.storage import unpacking
from db.storage.damage import WITHOUT_HISTORY
from db.storage.sql import Sql
from db.storage.uid import new_uid
from db.vocabulary.choices import MARKINGS
from db.vocabulary.kinds import KINDS

Values = dict[str, Any]
# What the keys of each index say of a record, its number last.
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "sqlite_autoindex_record_1": ("uid",),
    "ix_record_changed": ("changed",),
    "record_by_title": ("kind", "sort_key", "marking"),
    "record_by_country": ("kind", "country", "sort_key", "marking"),
    "record_by_day": ("kind", "day", "marking"),
    "agreement_by_title": ("sort_title",),
}


def bring_back_rows(sql: Sql, found: DamagedDesk, report: SalvageReport) -> None:
    """Write each row that is lost and that the history, or what else repeats it, still knows."""
    holed = [t for t in kept_tables() if t in found.walk.holes and t not in WITHOUT_HISTORY]
    for table in holed:
        if found.walk.holes[table]:
            _from_history(sql, found, table)
    if found.walk.holes.get("record"):
        _from_indexes(sql, found, report)


def _from_history(sql: Sql, found: DamagedDesk, table: str) -> None:
    holes = found.walk.holes[table]
    there = {key for (key,) in sql.rows(f"SELECT id FROM {table}")}
    columns = sql.columns(table)
    for key, values in _last_states(sql, table).items():
        is_lost = key not in there and any(hole.has(key) for hole in holes)
        if is_lost and values is not None and _is_complete(sql, table, values):
            fitting = {name: value for name, value in values.items() if name in columns}
            write_rows(sql, table, ("id", *fitting), [(key, *fitting.values())])


def _is_complete(sql: Sql, table: str, values: Values) -> bool:
    """Say whether a state has what its table needs, what is made anew or only counted aside."""
    needed = sql.required_columns(table) - {"id"}
    if table == "record":
        for name, value in (("created", now()), ("changed", now()), ("version", 1)):
            values.setdefault(name, value)
    return all(values.get(name) is not None for name in needed)


def _last_states(sql: Sql, table: str) -> dict[int, Values | None]:
    """Return each row as the history last knew it; None of one that was removed."""
    states: dict[int, Values | None] = {}
    for row, row_to, before, after in sql.rows(
        "SELECT row, row_to, before, after FROM revision WHERE table_name = ? ORDER BY id", (table,)
    ):
        if row != row_to or (before is not None and after is None):
            states.update(dict.fromkeys(range(row, min(row_to, row + 100_000) + 1)))
            continue
        try:
            news = unpacking.row_in(after)
        except DeskError:
            states.pop(row, None)
            continue
        if before is None:
            states[row] = news
        elif (known := states.get(row)) is not None:
            states[row] = {**known, **news}
    return states


def _from_indexes(sql: Sql, found: DamagedDesk, report: SalvageReport) -> None:
    """Write the record's own row of each that the indexes or its own table still name."""
    holes = found.walk.holes["record"]
    known = _values_by_index(found)
    there = {key for (key,) in sql.rows("SELECT id FROM record")}
    for kind in KINDS:
        for (key,) in sql.rows(f"SELECT id FROM {kind}"):
            known.setdefault(key, {}).setdefault("kind", kind)
    for key in sorted(known.keys() - there):
        if any(hole.has(key) for hole in holes):
            _write_record(sql, key, known[key], report)


def _write_record(sql: Sql, key: int, values: Values, report: SalvageReport) -> None:
    kind = values.get("kind")
    title = title_in(sql, key) or str(values.get("sort_title") or "")
    if kind not in KINDS:
        report.add_loss(Loss(key, "", title, "it could not be read"))
        return
    row = {
        "id": key,
        "uid": values.get("uid") or new_uid(),
        "kind": kind,
        "title": title or f"Record {key}, whose title could not be read",
        "sort_title": "",
        "marking": values.get("marking", HIGHEST),
        "country": values.get("country", ""),
        "created": values.get("changed") or now(),
        "changed": values.get("changed") or now(),
        "version": 1,
    }
    write_rows(sql, "record", row, [tuple(row.values())])
    says = "its own row could not be read and was put together from what else the desk says of it"
    report.add_loss(Loss(key, kind, title, says, row["marking"]))


def _values_by_index(found: DamagedDesk) -> dict[int, Values]:
    records: dict[int, Values] = {}
    for index, names in _KEYS.items():
        for cell in found.keys(index):
            values = cell.values
            key = values[-1]
            if len(values) == len(names) + 1 and isinstance(key, int) and 0 < key < 1 << 39:
                given = dict(zip(names, values, strict=False))
                records.setdefault(key, {}).update(_right(given))
    return records


def _right(given: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    for name, value in given.items():
        if name == "marking":
            if isinstance(value, int) and 0 <= value < len(MARKINGS):
                yield name, value
        elif isinstance(value, str) and (name != "kind" or value in KINDS):
            yield name, value


def title_in(sql: Sql, key: int) -> str:
    """Return what a record is called, by its names or by the history; '' where nothing says."""
    titles: Sequence[Any] = sql.rows(
        "SELECT text FROM name WHERE record_id = ? AND typeof(text) = 'text'"
        " ORDER BY kind <> 'primary', position LIMIT 1",
        (key,),
    )
    if titles:
        return str(titles[0][0])
    for before, after in sql.rows(
        "SELECT before, after FROM revision WHERE table_name = 'record' AND row = ?1"
        " AND row_to = ?1 ORDER BY id DESC",
        (key,),
    ):
        for data in (after, before):
            try:
                title = unpacking.row_in(data).get("title") if data is not None else None
            except DeskError:
                continue
            if title:
                return str(title)
    return ""
