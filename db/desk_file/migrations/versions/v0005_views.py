"""Searches that are kept under a name."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    "CREATE TABLE saved_search ( id INTEGER NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL,"
    ' "query" VARCHAR NOT NULL, is_exact INTEGER NOT NULL, PRIMARY KEY (id) )',
)


def upgrade() -> None:
    """Make the table."""
    for statement in STATEMENTS:
        op.execute(statement)
