"""Staff threads on public comments and campaign groups.

Revision ID: 0023
Revises: 0022
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0023"
down_revision = "0022"

_REFERENCES = {
    "instrument_id": "instrument", "comment_id": "public_comment", "campaign_id": "campaign",
    "assignee_id": "person", "author_id": "person",
}  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "comment_thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(length=120), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(comment_id IS NULL) <> (campaign_id IS NULL)", name=op.f("ck_comment_thread_one_thing")
        ),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_comment_thread_{name}"))
            for name, table in _REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_thread")),
    )
    op.create_index("ix_comment_thread_instrument", "comment_thread", ["instrument_id", "id"])
    op.create_table(
        "comment_thread_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(length=120), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["comment_thread.id"], name=op.f("fk_comment_thread_message_thread_id")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_comment_thread_message_author_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_thread_message")),
    )
    op.create_index("ix_comment_thread_message_thread", "comment_thread_message", ["thread_id", "id"])


def downgrade() -> None:
    op.drop_table("comment_thread_message")
    op.drop_table("comment_thread")
