"""What a report counts stands in indexes: what is over with all that is asked of it, and referrals by their day.

Revision ID: 0058
Revises: 0057
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"

_COUNTED = (
    "resolved_at", "received_at", "due_on", "unit_id", "kind", "channel", "satisfaction", "assignee_id",
)  # fmt: skip
_RETURNED = "NOT side AND result IS NOT NULL"


def upgrade() -> None:
    op.execute("DROP INDEX ix_petition_resolved")
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_petition_resolved", "petition", list(_COUNTED))
    else:
        # What row security asks besides (`rights/tables.py`).
        op.execute(
            f"CREATE INDEX ix_petition_resolved ON petition ({', '.join(_COUNTED)}) INCLUDE (reach, is_open)"
        )
    op.create_index(
        "ix_referral_sent",
        "referral",
        ["sent_at", "petition_id"],
        sqlite_where=sa.text("NOT side"),
        postgresql_where=sa.text("NOT side"),
    )
    op.create_index(
        "ix_referral_returned",
        "referral",
        ["acted_at", "petition_id"],
        sqlite_where=sa.text(_RETURNED),
        postgresql_where=sa.text(_RETURNED),
    )
    op.execute("ANALYZE petition")
    op.execute("ANALYZE referral")


def downgrade() -> None:
    op.drop_index("ix_referral_returned", table_name="referral")
    op.drop_index("ix_referral_sent", table_name="referral")
    op.execute("DROP INDEX ix_petition_resolved")
    op.execute("CREATE INDEX ix_petition_resolved ON petition (resolved_at)")
