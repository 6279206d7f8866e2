"""Tenures that a form left at “end not known”, though nobody said so, are ongoing: as one change.

Until format 9 a form began a tenure so, and who serves since a day was shown as one who may have
left. What a file gave, what an officer said of an end, and who may have left by what else the desk
knows stays as it is. The change stands in the history and can be undone like any other.
"""

from __future__ import annotations

from alembic import op

from db.changes.unit_of_work import json_of, now
from db.desk_file.migrations.step_sql import sql_of_step
from db.storage.engine import Sql
from db.storage.row_mapping import Values
from db.storage.unpacking import rows_of_line

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

LABEL = "Ongoing: offices with a start and no end"
# Made by hand: what a file brings stands in the history as runs that are not kept there. Of nobody
# who has died, of no body or office that is no more, and with no later office of the holder and no
# later holder of the office.
_OPEN = (
    "SELECT t.* FROM tenure t JOIN person p ON p.id = t.record_id"
    " JOIN office o ON o.id = t.office_id JOIN organization g ON g.id = o.record_id"
    " WHERE t.end_state = 'unknown' AND t.since_first IS NOT NULL AND t.until_edtf IS NULL"
    " AND p.died_edtf IS NULL AND o.dissolved_edtf IS NULL AND g.dissolved_edtf IS NULL"
    " AND EXISTS (SELECT 1 FROM revision v WHERE v.table_name = 'tenure' AND v.row = t.id"
    " AND v.row_to = t.id AND v.before IS NULL AND v.after IS NOT NULL)"
    " AND NOT EXISTS (SELECT 1 FROM tenure l WHERE l.since_first > t.since_first"
    " AND (l.office_id = t.office_id OR l.record_id = t.record_id))"
)


def upgrade() -> None:
    """Call them ongoing, and write the change into the history."""
    sql = sql_of_step(op.get_bind())
    columns = sql.columns("tenure")
    found = [dict(zip(columns, row, strict=True)) for row in sql.rows(_OPEN)]
    found = [row for row in found if _has_unsaid_end(sql, row["id"])]
    if not found:
        return
    sql.run("INSERT INTO change (time,author,label) VALUES (?,'Aide-Mémoire',?)", (now(), LABEL))
    change = int(sql.value("SELECT max(id) FROM change"))
    for row in found:
        _call_ongoing(sql, change, row)
    sql.run(
        "UPDATE change SET marking = (SELECT max(c.marking) FROM change c WHERE c.id IN"
        " (SELECT change_id FROM revision WHERE record_id IN"
        " (SELECT record_id FROM revision WHERE change_id = ?1))) WHERE id = ?1",
        (change,),
    )


def _has_unsaid_end(sql: Sql, key: int) -> bool:
    """Say whether a tenure has been at “end not known” ever since it was made."""
    lines = sql.rows(
        "SELECT before, after FROM revision WHERE table_name='tenure' AND row=? AND row_to=row",
        (key,),
    )
    sides = (row for line in lines for side in line for row in rows_of_line(key, side))
    return {row["end_state"] for row in sides if "end_state" in row} == {"unknown"}


def _call_ongoing(sql: Sql, change: int, row: Values) -> None:
    key, record = row["id"], row["record_id"]
    sql.run("UPDATE tenure SET end_state = 'ongoing' WHERE id = ?", (key,))
    sql.run(
        "INSERT INTO revision (change_id,table_name,row,row_to,record_id,before,after)"
        " VALUES (?,'tenure',?,?,?,?,?)",
        (
            change,
            key,
            key,
            record,
            json_of({"end_state": row["end_state"]}),
            json_of({"end_state": "ongoing"}),
        ),
    )
