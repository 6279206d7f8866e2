"""Lists are sorted by a key: numbers by their value, letters in the order of a language."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.desk_file.migrations.step_sql import sql_of_step
from db.lists import sort_keys

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column and its indexes, and write the key of every record."""
    op.add_column("record", sa.Column("sort_key", sa.String(), nullable=True))
    sort_keys.renew_all(sql_of_step(op.get_bind()))
    for name in ("record_by_title", "record_by_country"):
        op.drop_index(name, table_name="record")
    op.create_index("record_by_title", "record", ["kind", "sort_key", "marking"])
    op.create_index("record_by_country", "record", ["kind", "country", "sort_key", "marking"])
    op.create_index(
        "agreement_by_title",
        "record",
        ["sort_title"],
        sqlite_where=sa.text("kind = 'agreement'"),
    )
