"""Markings of changes, whose labels name titles, of drafts and views; the mark of file and log."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MARKED_NOW = ("change", "draft", "saved_search")


def upgrade() -> None:
    """Make the columns."""
    for table in MARKED_NOW:
        op.add_column(table, sa.Column("marking", sa.Integer(), nullable=False, server_default="0"))
    _complete_history(op.get_bind())
    op.create_table(
        "log_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("below", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute("INSERT INTO log_mark VALUES (1, randomblob(16), x'')")


def _complete_history(connection: sa.Connection) -> None:
    """Views that were made or removed are undone as they would be had they been marked then."""
    columns = ("id", "table_name", "before", "after")
    revision_table = sa.table("revision", *(sa.column(name) for name in columns))
    whole = sa.or_(revision_table.c.before.is_(None), revision_table.c.after.is_(None))
    wanted = sa.select(revision_table).where(revision_table.c.table_name == "saved_search", whole)
    for key, _, before, after in connection.execute(wanted).all():
        values = {"before": _marked(before), "after": _marked(after)}
        connection.execute(
            sa.update(revision_table).where(revision_table.c.id == key).values(**values)
        )


def _marked(row: bytes | None) -> bytes | None:
    if row is None:
        return None
    return json.dumps({**json.loads(row), "marking": 0}, ensure_ascii=False).encode()
