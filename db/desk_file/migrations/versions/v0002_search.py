"""The vocabulary that misspelt words are compared with, and where records stand in an index."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    "CREATE TABLE term ( id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, is_name INTEGER NOT NULL,"
    " word VARCHAR NOT NULL, sounds VARCHAR NOT NULL )",
    "CREATE UNIQUE INDEX term_by_word ON term (is_name, word)",
    "CREATE TABLE standing ( id INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (id) )",
)


def upgrade() -> None:
    """Make the tables; what is in them follows from the records and is derived afterwards."""
    for statement in STATEMENTS:
        op.execute(statement)
