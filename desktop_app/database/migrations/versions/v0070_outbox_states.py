"""Messages to petitioners are found by their state, the newest first.

Revision ID: 0070
Revises: 0069
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"

_FAILED = sa.text("state = 'failed'")


def upgrade() -> None:
    op.drop_index("ix_outbox_message_failed", table_name="outbox_message")
    op.create_index("ix_outbox_message_state", "outbox_message", ["state", "id"])


def downgrade() -> None:
    op.drop_index("ix_outbox_message_state", table_name="outbox_message")
    op.create_index(
        "ix_outbox_message_failed",
        "outbox_message",
        ["id"],
        sqlite_where=_FAILED,
        postgresql_where=_FAILED,
    )
