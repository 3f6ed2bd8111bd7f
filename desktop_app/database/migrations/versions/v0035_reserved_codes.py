"""Tracking codes that are kept for a petition while it is being written.

Revision ID: 0035
Revises: 0034
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.create_table(
        "reserved_code",
        sa.Column("tracking_code", sa.String(length=12), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("until", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_reserved_code_person_id")),
        sa.PrimaryKeyConstraint("tracking_code", name=op.f("pk_reserved_code")),
    )


def downgrade() -> None:
    op.drop_table("reserved_code")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS app.reserve_code(text, integer)")
        op.execute("DROP FUNCTION IF EXISTS app.free_codes(text[])")
