"""A checksum of each record as it stands; `upgrade` fills it in, after all steps."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.execute(
        "CREATE TABLE checksum ( id INTEGER NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (id) )"
    )
