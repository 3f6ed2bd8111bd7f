"""The operations: an id for each transaction, so that a write whose answer was lost is not done twice.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "operation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("at", UtcMoment(), server_default=sa.func.current_timestamp(), nullable=False),
        sa.Column("client", sa.String(length=40), nullable=False),
        sa.Column("asked", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
    )
    op.create_index(op.f("ix_operation_at"), "operation", ["at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_operation_at"), table_name="operation")
    op.drop_table("operation")
