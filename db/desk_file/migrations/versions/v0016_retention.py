"""Until when a record, or what bears a topic, is to be kept; until format 15 nobody could say."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_INDEX = "CREATE INDEX record_by_retention ON record (keep_until) WHERE keep_until IS NOT NULL"


def upgrade() -> None:
    """Add the columns, and an index over the few records that have such a day."""
    for table in ("record", "tag"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN keep_until VARCHAR")
    op.execute(_INDEX)
