"""A comment comes undecided, by whoever brings it, and none comes to what went out: kept by the database too.

On PostgreSQL row security refuses one that bears a decision; that of what went out is the law's trigger.

Revision ID: 0045
Revises: 0044
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

from desktop_app.database import statute_guard

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    statute_guard.set_up(op.get_bind())


def downgrade() -> None:
    """What the triggers refuse more than before, the program refused already: they stay."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    # It speaks of columns that go further down; `rights.apply` makes it again.
    policy = "SELECT 1 FROM pg_policy WHERE polrelid = 'public_comment'::regclass AND polname = 'insert_own'"
    if connection.scalar(text(policy)):
        op.execute("ALTER POLICY insert_own ON public_comment WITH CHECK (true)")
