"""Open and closed petitions in the order of their deadlines.

Revision ID: 0019
Revises: 0018
"""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_index("ix_petition_due", "petition", ["due_order", "id"])


def downgrade() -> None:
    op.drop_index("ix_petition_due", table_name="petition")
