"""What other systems hand in is taken on: what it became, what it brought along, and how it was mended.

Revision ID: 0061
Revises: 0060
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import Json, UtcMoment

revision = "0061"
down_revision = "0060"

_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    for column in (
        sa.Column("attachments", Json, nullable=False, server_default="[]"),
        sa.Column("mended", Json, nullable=True),
        sa.Column("handled_at", UtcMoment(), nullable=True),
        sa.Column("item_type", sa.String(length=20), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
    ):
        op.add_column("intake_submission", column)
    op.create_index(
        "ix_intake_submission_waiting",
        "intake_submission",
        ["id"],
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    )
    op.create_index("ix_intake_submission_item", "intake_submission", ["item_type", "item_id"])


def downgrade() -> None:
    op.drop_index("ix_intake_submission_item", table_name="intake_submission")
    op.drop_index("ix_intake_submission_waiting", table_name="intake_submission")
    if op.get_bind().dialect.name != "sqlite":
        # A trigger and the row security of the newer schema look at these columns.
        op.execute("DROP TRIGGER IF EXISTS guard_intake ON intake_submission")
        for policy in ("select_own", "update_own", "hands_in"):
            op.execute(f"DROP POLICY IF EXISTS {policy} ON intake_submission")
        op.execute("ALTER TABLE intake_submission DISABLE ROW LEVEL SECURITY")
    for name in ("item_id", "item_type", "handled_at", "mended", "attachments"):
        op.drop_column("intake_submission", name)
