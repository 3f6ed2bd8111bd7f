"""Retention: when the personal data of a petition was masked; events whose values may be masked, and not changed.

Revision ID: 0026
Revises: 0025
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database import chain_guard
from desktop_app.database.base import UtcMoment

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("petition", sa.Column("masked_at", UtcMoment(), nullable=True))
    # The hashes that stand there stay: they never were over the values themselves.
    chain_guard.set_up(op.get_bind())


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for function in (
            "mask(integer, json)", "personal_data(integer)", "retention_counts(timestamptz)",
            "retention(timestamptz, integer, integer)",
        ):  # fmt: skip
            op.execute(f"DROP FUNCTION IF EXISTS app.{function}")
    op.execute("ALTER TABLE petition DROP COLUMN masked_at")
