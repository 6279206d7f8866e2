"""What officers say of records that may be one, and where merged records went."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make two tables."""
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_verdict_record_id"), "verdict", ["record_id"], unique=False)
    op.create_index(op.f("ix_verdict_other_id"), "verdict", ["other_id"], unique=False)
    op.create_table(
        "merger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("former_id", sa.Integer(), nullable=False),
        sa.Column("former_uid", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_merger_record_id"), "merger", ["record_id"], unique=False)
    op.create_index(op.f("ix_merger_former_id"), "merger", ["former_id"], unique=False)
    op.create_index(op.f("ix_merger_former_uid"), "merger", ["former_uid"], unique=False)
