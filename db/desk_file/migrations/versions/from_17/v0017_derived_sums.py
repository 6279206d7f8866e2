"""Sums of what follows from a record: its derived columns, its texts and words in the full text.

`upgrade` fills them in, after all steps.
"""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the table."""
    op.execute("ALTER TABLE checksum ADD COLUMN derived INTEGER")
    op.execute(
        "CREATE TABLE text_sum ( id INTEGER NOT NULL, texts INTEGER NOT NULL,"
        " words INTEGER NOT NULL, PRIMARY KEY (id) )"
    )
