"""Markings of changes, whose labels name titles, of drafts and views; the mark of file and log."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from db.changes.form_drafts import raise_drafts
from db.changes.markings_anew import mark_all
from db.changes.record_snapshots import last_rows
from db.desk_file.migrations.step_sql import sql_of_step
from db.lens import HIGHEST, Lens
from db.storage.engine import Sql
from db.storage.row_mapping import Values
from db.storage.unpacking import rows_of_line

revision = "0007"
down_revision = "0006"

MARKED_NOW = ("change", "draft", "saved_search")
MARKED_BEFORE = ("record", "note", "attachment", "source")


def upgrade() -> None:
    """Make the columns."""
    for table in MARKED_NOW:
        op.add_column(table, sa.Column("marking", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("person", sa.Column("name_by_hand", sa.String(), nullable=True))
    sql = sql_of_step(op.get_bind())
    _mark_sources(sql)
    _mark_views(sql)
    _complete_history(sql)
    raise_drafts(sql, Lens())
    mark_all(sql)
    op.create_table(
        "log_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("below", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute("INSERT INTO log_mark VALUES (1, randomblob(16), x'')")


def _mark_sources(sql: Sql) -> None:
    """Mark a source that only marked records cite with the lowest of their markings."""
    citing: dict[int, int] = {}
    for source, marking in sql.rows(
        "SELECT c.source_id, min(r.marking) FROM citation c JOIN record r ON r.id = c.record_id"
        " GROUP BY 1"
    ):
        citing[source] = marking
    for source, marking in _gone_citations(sql):
        if source not in citing or marking < citing[source]:
            citing[source] = marking
    for source, marking in citing.items():
        if marking:
            _mark_source(sql, source, marking)


def _gone_citations(sql: Sql) -> list[tuple[int, int]]:
    """Return who cited the sources that nobody cites now, each with its last marking."""
    cited = {row[0] for row in sql.rows("SELECT source_id FROM citation")}
    deleted: set[tuple[int, int]] = set()
    for row, before in sql.rows(
        "SELECT row, before FROM revision WHERE table_name='citation' AND after IS NULL"
        " AND before IS NOT NULL"
    ):
        deleted.update(
            (values["source_id"], values["record_id"])
            for values in rows_of_line(row, before)
            if values["source_id"] not in cited
        )
    there: dict[int, int] = dict(sql.rows("SELECT id, marking FROM record"))
    last = last_rows(sql, "record", {record for _, record in deleted} - there.keys())
    there.update((key, row["marking"]) for key, row in last.items())
    return [(source, there.get(record, 0)) for source, record in sorted(deleted)]


def _mark_source(sql: Sql, key: int, marking: int) -> None:
    before = sql.value("SELECT marking FROM source WHERE id=?", (key,))
    if before is None or before >= marking:
        return
    sql.run("UPDATE source SET marking=? WHERE id=?", (marking, key))
    source_rows = sql.rows(
        "SELECT id, after FROM revision WHERE table_name='source' AND row=? AND row_to=row"
        " AND before IS NULL AND after IS NOT NULL",
        (key,),
    )
    for line, after in source_rows:  # or the change that made it could not be undone
        _write(sql, line, "after", {**json.loads(after), "marking": marking})


def _mark_views(sql: Sql) -> None:
    """Mark views as high as anything is: nobody knows under which ceiling one was made."""
    wanted = " UNION ALL ".join(f"SELECT max(marking) m FROM {name}" for name in MARKED_BEFORE)
    if not sql.value(f"SELECT max(m) FROM ({wanted})"):
        return
    sql.run("UPDATE saved_search SET marking=?", (HIGHEST,))


def _complete_history(sql: Sql) -> None:
    """Write into the history of views the marking that they would have had then."""
    marking = sql.value("SELECT max(marking) FROM saved_search")
    if marking is None:
        marking = HIGHEST
    for line, before, after in sql.rows(
        "SELECT id, before, after FROM revision WHERE table_name='saved_search'"
        " AND (before IS NULL OR after IS NULL)"
    ):
        for column, data in (("before", before), ("after", after)):
            if data is not None:
                _write(sql, line, column, {**json.loads(data), "marking": marking})


def _write(sql: Sql, line: int, column: str, values: Values) -> None:
    packed = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    sql.run(f"UPDATE revision SET {column}=? WHERE id=?", (packed, line))
