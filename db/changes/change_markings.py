"""How high each change is marked: its label names titles, and what bore one may have been secret.

The store asks at the end of every unit of work. A change counts the highest marking that anything
it touched bore at the time or ever since: records and their parts, each row of a run, sources and
views. What is removed counts as it was before, and a change that takes back as what it takes back.
A citation counts as its source, with which a lens hides it: a change that gave a record one, or
took it away, would else be shown as an edit in which nothing can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.changes.form_drafts import raise_drafts
from db.lens import marking_sql
from db.storage.engine import Sql
from db.storage.id_lists import LISTED, listed

if TYPE_CHECKING:
    from db.changes.unit_of_work import Work

MARKED = ("record", "note", "attachment", "source", "saved_search")  # tables with a marking
_A_MARKED_SOURCE = f"SELECT EXISTS (SELECT 1 FROM source WHERE {marking_sql('marking')} > 0)"
_RUNS = "revision INDEXED BY revision_runs"
_OF_ROW = (
    "SELECT change_id FROM revision WHERE table_name=?1 AND row=?2"
    f" UNION SELECT change_id FROM {_RUNS} WHERE table_name=?1 AND row_to > row"
    " AND ?2 BETWEEN row AND row_to"
)
_OF_RECORD = (
    "SELECT change_id FROM revision WHERE record_id=?1"
    # runs name no record: those that made or removed a row of which another line names it
    " UNION SELECT o.change_id FROM revision m JOIN revision o ON o.table_name = m.table_name"
    " AND o.row = m.row WHERE m.record_id=?1"
    " UNION SELECT o.change_id FROM revision m"
    " JOIN revision o INDEXED BY revision_runs ON o.table_name = m.table_name"
    " AND o.row_to > o.row AND m.row BETWEEN o.row AND o.row_to WHERE m.record_id=?1"
    # what was said of two names both
    " UNION SELECT change_id FROM revision WHERE table_name='verdict'"
    " AND json_valid(CAST(coalesce(after, before) AS TEXT))"
    " AND json_extract(CAST(coalesce(after, before) AS TEXT), '$.other_id')=?1"
)
_A_MARKED_CHANGE = (
    f"SELECT EXISTS (SELECT 1 FROM change WHERE {marking_sql('marking')} BETWEEN 1 AND ?)"
)


def has_marked(sql: Sql, ceiling: int) -> bool:
    """Say whether anything up to a ceiling is or was marked, by the changes of the desk."""
    return bool(sql.value(_A_MARKED_CHANGE, (ceiling,)))


def mark_change(work: Work) -> None:
    """Give the change its marking, and earlier ones theirs where it raised what they touched."""
    sql, own = work.sql, work.change_id
    work.marking = max(
        work.gone_marking,
        *(_of_lines(sql, table, own) for table in MARKED if table in work.logged),
        _of_citations(work),
        _of_records(work),
        _of_change(sql, work.change.reverts),
    )
    if work.marking:
        sql.run("UPDATE change SET marking=? WHERE id=?", (work.marking, own))
    for table, key, marking in work.raised_markings:
        raise_changes(sql, changes_of(sql, table, key), marking)
    if work.raised_markings:
        raise_drafts(sql)


def lowest_citing(sql: Sql, source_id: int) -> int:
    """Return the lowest marking of the records that cite a source; 0 where none does."""
    statement = (
        f"SELECT min({marking_sql('r.marking')}) FROM citation c JOIN record r ON r.id ="
        " c.record_id WHERE c.source_id=?"
    )
    return int(sql.value(statement, (source_id,)) or 0)


def raise_sources(work: Work) -> None:
    """Mark a source as high as the lowest record that cites it, where that was raised or it is new.

    What only hidden records cite is not told by its title; a record that is lowered again lowers
    no source, because that is for the officer to say.
    """
    sql = work.sql
    wanted = set(work.new_sources)
    for table, key, _ in work.raised_markings:
        if table == "record":
            cited = sql.rows("SELECT DISTINCT source_id FROM citation WHERE record_id=?", (key,))
            wanted.update(row[0] for row in cited)
    for key in sorted(wanted):
        before = sql.value("SELECT marking FROM source WHERE id=?", (key,))
        lowest = lowest_citing(sql, key)
        if before is not None and before < lowest:
            old, new = {"id": key, "marking": before}, {"marking": lowest}
            work.update("source", old, new, None)
            work.changed_sources.add(key)


def _of_lines(sql: Sql, table: str, change_id: int) -> int:
    """Return the highest marking of a table's rows that a change touched and are there."""
    statement = (
        f"SELECT max({marking_sql('t.marking')}) FROM revision v"
        f" JOIN {table} t ON t.id BETWEEN v.row AND v.row_to"
        " WHERE v.change_id=? AND v.table_name=?"
    )
    return int(sql.value(statement, (change_id, table)) or 0)


def _of_citations(work: Work) -> int:
    """Return the highest marking of the sources that a change cited or cites no more."""
    sql = work.sql
    if "citation" not in work.logged or not sql.value(_A_MARKED_SOURCE):
        return 0
    statement = (
        f"SELECT max({marking_sql('s.marking')}) FROM revision v"
        " JOIN citation t ON t.id BETWEEN v.row AND v.row_to JOIN source s ON s.id=t.source_id"
        " WHERE v.change_id=? AND v.table_name='citation'"
    )
    found = int(sql.value(statement, (work.change_id,)) or 0)
    if work.dropped_sources:
        wanted = f"SELECT max({marking_sql('marking')}) FROM source WHERE id IN ({LISTED})"
        found = max(found, sql.value(wanted, (listed(work.dropped_sources),)) or 0)
    return found


def _of_change(sql: Sql, change_id: int | None) -> int:
    """Return the marking of a change that is taken back; 0 where none is."""
    if change_id is None:
        return 0
    wanted = f"SELECT {marking_sql('marking')} FROM change WHERE id=?"
    return sql.value(wanted, (change_id,)) or 0


def _of_records(work: Work) -> int:
    """Return the highest marking of the records that a change touched and that were there before;
    of those that it wrote itself it knows what it wrote.
    """
    there = [key for key in work.records if key not in work.created]
    written = [work.record_markings[key] for key in there if key in work.record_markings]
    others = [key for key in there if key not in work.record_markings]
    highest = max(written, default=0)
    if others:
        wanted = f"SELECT max({marking_sql('marking')}) FROM record WHERE id IN ({LISTED})"
        highest = max(highest, work.sql.value(wanted, (listed(others),)) or 0)
    return highest


def changes_of(sql: Sql, table: str, key: int) -> set[int]:
    """Return the changes that touched a row; of a record also those of its parts alone."""
    found = {row[0] for row in sql.rows(_OF_ROW, (table, key))}
    if table == "record":
        found.update(row[0] for row in sql.rows(_OF_RECORD, (key,)))
        for part in {ref.table for ref in sql.references("record") if ref.column == "record_id"}:
            found.update(_made_in_runs(sql, part, key))
        for (former,) in sql.rows("SELECT former_id FROM merger WHERE record_id=?", (key,)):
            found |= changes_of(sql, table, former) if former != key else set()
    return found


def _made_in_runs(sql: Sql, part: str, key: int) -> Iterable[int]:
    """Return the changes that made parts of a record in runs, which name no record."""
    statement = (
        f"SELECT v.change_id FROM {part} p JOIN revision v INDEXED BY revision_runs"
        " ON v.table_name=?1 AND v.row_to > v.row AND p.id BETWEEN v.row AND v.row_to"
        f" WHERE p.record_id=?2 UNION SELECT v.change_id FROM {part} p"
        " JOIN revision v ON v.table_name=?1 AND v.row = p.id WHERE p.record_id=?2"
    )
    return (row[0] for row in sql.rows(statement, (part, key)))


def raise_changes(sql: Sql, ids: Iterable[int], marking: int) -> None:
    """Mark these changes at least so."""
    where = f"marking < ? AND id IN ({LISTED})"
    sql.run(f"UPDATE change SET marking=? WHERE {where}", (marking, marking, listed(ids)))
