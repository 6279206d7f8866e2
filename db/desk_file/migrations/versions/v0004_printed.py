"""What was printed, and what each document was made of."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "CREATE TABLE printed ( id INTEGER NOT NULL, time VARCHAR NOT NULL, author VARCHAR NOT NULL,"
    " title VARCHAR NOT NULL, form VARCHAR NOT NULL, as_of VARCHAR NOT NULL,"
    " ceiling INTEGER NOT NULL, marking INTEGER NOT NULL, change_id INTEGER NOT NULL,"
    " asked VARCHAR NOT NULL, used BLOB NOT NULL, PRIMARY KEY (id) )",
    "CREATE INDEX ix_printed_asked ON printed (asked)",
)


def upgrade() -> None:
    """Make the table; what was printed before is not known."""
    for statement in STATEMENTS:
        op.execute(statement)
