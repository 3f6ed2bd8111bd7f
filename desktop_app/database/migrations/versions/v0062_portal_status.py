"""The portal asks how it stands with a petition; that it asked is kept for a day.

Revision ID: 0062
Revises: 0061
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0062"
down_revision = "0061"


def upgrade() -> None:
    op.create_table(
        "portal_inquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tracking_code", sa.String(length=12), nullable=False),
        sa.Column("asked_at", UtcMoment(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portal_inquiry")),
    )
    op.create_index("ix_portal_inquiry_asked_at", "portal_inquiry", ["asked_at"])


def downgrade() -> None:
    op.drop_index("ix_portal_inquiry_asked_at", table_name="portal_inquiry")
    op.drop_table("portal_inquiry")
