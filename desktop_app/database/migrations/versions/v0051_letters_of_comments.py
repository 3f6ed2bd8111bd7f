"""A comment that came in a letter keeps the letter's number.

Revision ID: 0051
Revises: 0050
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    op.add_column(
        "public_comment",
        sa.Column("letter_number", sa.String(length=40), nullable=False, server_default=""),
    )


def downgrade() -> None:
    op.execute("ALTER TABLE public_comment DROP COLUMN letter_number")
