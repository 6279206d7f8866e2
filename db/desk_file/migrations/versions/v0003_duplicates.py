"""What officers say of records that may be one, and where merged records went."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    "CREATE TABLE verdict ( id INTEGER NOT NULL, record_id INTEGER NOT NULL,"
    " other_id INTEGER NOT NULL, says VARCHAR NOT NULL, PRIMARY KEY (id),"
    " FOREIGN KEY(record_id) REFERENCES record (id),"
    " FOREIGN KEY(other_id) REFERENCES record (id) )",
    "CREATE INDEX ix_verdict_record_id ON verdict (record_id)",
    "CREATE INDEX ix_verdict_other_id ON verdict (other_id)",
    "CREATE TABLE merger ( id INTEGER NOT NULL, record_id INTEGER NOT NULL,"
    " former_id INTEGER NOT NULL, former_uid VARCHAR NOT NULL, PRIMARY KEY (id),"
    " FOREIGN KEY(record_id) REFERENCES record (id) )",
    "CREATE INDEX ix_merger_record_id ON merger (record_id)",
    "CREATE INDEX ix_merger_former_id ON merger (former_id)",
    "CREATE INDEX ix_merger_former_uid ON merger (former_uid)",
)


def upgrade() -> None:
    """Make two tables."""
    for statement in STATEMENTS:
        op.execute(statement)
