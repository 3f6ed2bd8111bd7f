"""Referrals beside the main one: copies and questions to other units and persons, with a day and what became of them.

Revision ID: 0034
Revises: 0033
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"

_OPEN = sa.text("side AND acted_at IS NULL")


def upgrade() -> None:
    op.add_column("referral", sa.Column("side", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("referral", sa.Column("due_on", sa.Date(), nullable=True))
    op.add_column("referral", sa.Column("result", sa.String(12), nullable=True))
    # What was sent for information never moved a petition.
    op.execute(sa.text("UPDATE referral SET side = :yes WHERE purpose = 'information'").bindparams(yes=True))
    op.create_index(
        "ix_referral_side_open",
        "referral",
        ["to_unit_id", "petition_id"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for trigger in ("guard_side", "side_leaves_event"):
            op.execute(f"DROP TRIGGER IF EXISTS {trigger} ON referral")
            op.execute(f"DROP TRIGGER IF EXISTS {trigger}_change ON referral")
            op.execute(f"DROP TRIGGER IF EXISTS {trigger}_gone ON referral")
    op.drop_index("ix_referral_side_open", table_name="referral")
    for name in ("result", "due_on", "side"):
        op.drop_column("referral", name)
