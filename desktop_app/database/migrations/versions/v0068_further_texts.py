"""What petitioners write to a petition that is there already stands beside it.

Revision ID: 0068
Revises: 0067
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0068"
down_revision = "0067"


def upgrade() -> None:
    op.create_table(
        "petition_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("identity_key", sa.String(length=100), nullable=False),
        sa.Column("external_id", sa.String(length=60), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("sender", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_at", UtcMoment(), nullable=False),
        sa.Column("taken_in_at", UtcMoment(), nullable=False),
        sa.Column("cause", sa.String(length=10), nullable=False),
        sa.Column("other_sender", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_petition_message_petition_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition_message")),
        sa.UniqueConstraint("identity_key", name=op.f("uq_petition_message_identity_key")),
    )
    op.create_index("ix_petition_message_petition", "petition_message", ["petition_id", "id"])
    op.create_table(
        "wrote_again",
        sa.Column("petition_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("unread", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("last_at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_wrote_again_petition_id")),
        sa.PrimaryKeyConstraint("petition_id", name=op.f("pk_wrote_again")),
    )
    op.create_index("ix_wrote_again_unread", "wrote_again", ["unread", "petition_id"])


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        # Row security speaks of the tables; whoever goes up again makes it anew.
        op.execute("DROP POLICY IF EXISTS select_own ON intake_submission")
        op.execute("DROP POLICY IF EXISTS update_own ON intake_submission")
    op.drop_table("wrote_again")
    op.drop_table("petition_message")
