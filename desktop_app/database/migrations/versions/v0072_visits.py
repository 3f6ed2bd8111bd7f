"""When each source was last looked into, and why it could not be.

Revision ID: 0072
Revises: 0071
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import Json, UtcMoment

revision = "0072"
down_revision = "0071"


def upgrade() -> None:
    op.create_table(
        "intake_visit",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("trouble", Json, nullable=False),
        sa.Column("waiting", Json, nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["intake_source.id"], name=op.f("fk_intake_visit_source_id")),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_intake_visit")),
    )


def downgrade() -> None:
    op.drop_table("intake_visit")
