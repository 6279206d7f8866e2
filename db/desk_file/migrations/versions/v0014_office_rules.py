"""The order of a state's own offices; until format 14 a desk knew none."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_TABLE = (
    "CREATE TABLE office_rule (id INTEGER NOT NULL, record_id INTEGER NOT NULL,"
    " position INTEGER NOT NULL, title VARCHAR NOT NULL, body_id INTEGER,"
    " PRIMARY KEY (id), FOREIGN KEY(record_id) REFERENCES record (id),"
    " FOREIGN KEY(body_id) REFERENCES record (id))"
)
_INDEXES = (
    "CREATE INDEX ix_office_rule_record_id ON office_rule (record_id)",
    "CREATE INDEX ix_office_rule_body_id ON office_rule (body_id)",
)


def upgrade() -> None:
    """Make the table with its indexes."""
    op.execute(_TABLE)
    for index in _INDEXES:
        op.execute(index)
