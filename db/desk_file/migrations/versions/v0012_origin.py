"""Where each change comes from: until format 12 only the words of its label told an import."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# What the program called its imports, then; a revert has the origin of what it takes back.
_IMPORTS = (
    "UPDATE change SET origin = 'import' WHERE reverts IS NULL AND label LIKE 'Import %'",
    "WITH RECURSIVE reverting(id) AS (SELECT id FROM change WHERE origin = 'import'"
    " UNION SELECT c.id FROM change c JOIN reverting r ON c.reverts = r.id)"
    " UPDATE change SET origin = 'import' WHERE id IN (SELECT id FROM reverting)",
)


def upgrade() -> None:
    """Make the column, and fill it from the labels."""
    op.add_column("change", sa.Column("origin", sa.String(), nullable=False, server_default="hand"))
    for statement in _IMPORTS:
        op.execute(statement)
