"""What goes out to petitioners: templates by kind and way, messages, and the batches in which they are handed on.

Revision ID: 0066
Revises: 0065
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0066"
down_revision = "0065"


def upgrade() -> None:
    op.create_table(
        "message_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("standard", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_template")),
        sa.UniqueConstraint("kind", "way", name=op.f("uq_message_template_kind_way")),
    )
    op.create_table(
        "outbox_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("folder_mark", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("written_at", UtcMoment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_batch")),
    )
    _part("ix_outbox_batch_open", "outbox_batch", ["id"], "state <> 'written'")
    op.create_table(
        "outbox_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=400), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("address", sa.String(length=120), server_default="", nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("sent_at", UtcMoment(), nullable=True),
        sa.Column("told_at", UtcMoment(), nullable=True),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("again_of_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_outbox_message_petition_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["outbox_batch.id"], name=op.f("fk_outbox_message_batch_id")),
        sa.ForeignKeyConstraint(
            ["again_of_id"], ["outbox_message.id"], name=op.f("fk_outbox_message_again_of_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_message_key")),
    )
    op.create_index("ix_outbox_message_petition", "outbox_message", ["petition_id", "id"])
    op.create_index("ix_outbox_message_batch", "outbox_message", ["batch_id"])
    _part("ix_outbox_message_waiting", "outbox_message", ["way", "id"], "state = 'waiting'")
    _part("ix_outbox_message_failed", "outbox_message", ["id"], "state = 'failed'")


def downgrade() -> None:
    op.drop_table("outbox_message")
    op.drop_table("outbox_batch")
    op.drop_table("message_template")


def _part(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
