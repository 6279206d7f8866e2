"""Days before the year 0 and after 9999 get a form that sorts as text; dates stay what they are.

Until format 10 they stood as ISO 8601-2 writes them, and 44 BC came before 431 BC. The history is
left as it was written: `db.storage.unpacking` reads its days in the new form.
"""

from __future__ import annotations

from alembic import op

from db.dates.days import as_sortable
from db.desk_file.migrations.step_sql import sql_of_step
from db.storage.engine import Sql
from db.storage.schema import own_tables
from db.storage.unpacking import OLD_DAYS, is_day_column

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Write the days of all rows anew that the former form did not sort."""
    sql = sql_of_step(op.get_bind())
    for table in own_tables():
        for column in sql.columns(table):
            if is_day_column(column):
                _renew(sql, table, column)


def _renew(sql: Sql, table: str, column: str) -> None:
    old = " OR ".join(f"{column} GLOB '{sign}*'" for sign in OLD_DAYS)
    found = sql.rows(f"SELECT DISTINCT {column} FROM {table} WHERE {old}")
    for (text,) in found:
        if isinstance(text, str):
            sql.run(
                f"UPDATE {table} SET {column} = ? WHERE {column} = ?",
                (as_sortable(text), text),
            )
