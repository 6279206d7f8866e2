"""Which columns of a row an officer has changed since an import gave them; imports keep those."""

from __future__ import annotations

from db.changes.unit_of_work import ChangeOrigin
from db.storage.engine import Sql
from db.storage.unpacking import row_in

_BY_HAND = (
    "SELECT r.after FROM revision r JOIN change c ON c.id = r.change_id"
    f" WHERE r.after IS NOT NULL AND c.origin <> '{ChangeOrigin.IMPORT}'"
)


def corrected_columns(sql: Sql, record_id: int, table: str, row: int) -> set[str]:
    """Return the columns of a row in the table that were changed other than by an import."""
    found: set[str] = set()
    for (after,) in sql.rows(
        f"{_BY_HAND} AND r.record_id=? AND r.table_name=? AND r.row=?", (record_id, table, row)
    ):
        found |= row_in(after).keys()
    return found
