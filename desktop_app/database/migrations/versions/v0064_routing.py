"""Routing rules, and on a referral the number of the rule that made it.

Revision ID: 0064
Revises: 0063
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import Json

revision = "0064"
down_revision = "0063"


def upgrade() -> None:
    op.create_table(
        "routing_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("kinds", Json, nullable=False),
        sa.Column("channels", Json, nullable=False),
        sa.Column("groups", Json, nullable=False),
        sa.Column("about", Json, nullable=False),
        sa.Column("words", Json, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("urgency", sa.String(length=10), nullable=True),
        sa.Column("label_ids", Json, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_routing_rule_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routing_rule")),
    )
    op.add_column("referral", sa.Column("rule_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        # Row security speaks of the column and of the table; whoever goes up again makes it anew.
        op.execute("DROP POLICY IF EXISTS insert_own ON referral")
    op.drop_column("referral", "rule_id")
    op.drop_table("routing_rule")
