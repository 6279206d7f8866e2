"""What an officer said is right of what a check found; until when an agreement can be signed."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

STATEMENTS = (
    "CREATE TABLE confirmation ( id INTEGER NOT NULL, record_id INTEGER NOT NULL, position INTEGER"
    " NOT NULL, rule VARCHAR NOT NULL, digest VARCHAR NOT NULL, note VARCHAR NOT NULL,"
    " PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id) )",
    "CREATE INDEX ix_confirmation_record_id ON confirmation (record_id)",
    "ALTER TABLE agreement ADD COLUMN signature_until_edtf VARCHAR",
    "ALTER TABLE agreement ADD COLUMN signature_until_first VARCHAR",
    "ALTER TABLE agreement ADD COLUMN signature_until_last VARCHAR",
    "ALTER TABLE agreement ADD COLUMN signature_until_words VARCHAR",
)


def upgrade() -> None:
    """Make the table and the columns; both are empty in a desk that had neither."""
    for statement in STATEMENTS:
        op.execute(statement)
