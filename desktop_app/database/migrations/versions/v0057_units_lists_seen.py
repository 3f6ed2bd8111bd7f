"""A unit's list by arrival is walked in its index alone (PostgreSQL): what row security asks stands there.

Without it the index of everybody's petitions was walked, because that one had it. Each of these columns is in an
index of the table already, so that no change of a row costs a version in more of them than before.

Revision ID: 0057
Revises: 0056
"""

from __future__ import annotations

from alembic import op

revision = "0057"
down_revision = "0056"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("DROP INDEX ix_petition_unit_received")
    op.execute(
        "CREATE INDEX ix_petition_unit_received ON petition (unit_id, received_at, id)"
        " INCLUDE (assignee_id, reach, is_open)"
    )
    op.execute("ANALYZE petition")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("DROP INDEX ix_petition_unit_received")
    op.execute("CREATE INDEX ix_petition_unit_received ON petition (unit_id, received_at, id)")
