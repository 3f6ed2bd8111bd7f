"""What lists are counted by stands in an index (PostgreSQL): who may see a petition, and what the views ask of it.
Row security looks at each row that is counted, and most of them are somebody else's.

Revision ID: 0044
Revises: 0043
"""

from __future__ import annotations

from alembic import op

revision = "0044"
down_revision = "0043"

#: What row security asks (`rights/tables.py`), and whether it is open.
_SEEN = "unit_id, assignee_id, reach, is_open"
#: What the built-in views and the usual saved ones ask besides.
_ASKED = "due_order, status, paused_on, kind, channel, urgency, received_at"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        f"CREATE INDEX ix_petition_open_counted ON petition (id) INCLUDE ({_SEEN}, {_ASKED}) WHERE is_open IS true"
    )
    op.execute("DROP INDEX ix_petition_received")
    op.execute(f"CREATE INDEX ix_petition_received ON petition (received_at, id) INCLUDE ({_SEEN})")
    op.execute("ANALYZE petition")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("DROP INDEX ix_petition_open_counted")
    op.execute("DROP INDEX ix_petition_received")
    op.execute("CREATE INDEX ix_petition_received ON petition (received_at, id)")
