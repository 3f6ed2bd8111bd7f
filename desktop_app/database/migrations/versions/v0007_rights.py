"""The staging table of intake; on PostgreSQL the schema of functions that guard who may do what.

The functions, grants and policies themselves are put in place by `database.rights` after every migration.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "intake_submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("external_id", sa.String(length=60), nullable=True),
        sa.Column("received_at", UtcMoment(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("arrived_at", UtcMoment(), server_default=sa.func.current_timestamp(), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="waiting", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_submission")),
    )


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP SCHEMA IF EXISTS app CASCADE")
        for (table,) in op.get_bind().execute(
            sa.text("SELECT tablename FROM pg_policies WHERE schemaname = 'public' GROUP BY tablename")
        ):
            for (policy,) in op.get_bind().execute(
                sa.text(
                    "SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = :table"
                ),
                {"table": table},
            ):
                op.execute(f'DROP POLICY "{policy}" ON {table}')
            op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
    op.drop_table("intake_submission")
