"""Improvement actions, and the petitions that led to them.

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "improvement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("done_note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(done_on IS NULL) = (done_note = '')", name=op.f("ck_improvement_done_has_note")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_improvement_owner_id")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_improvement_made_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_improvement")),
    )
    op.create_index("ix_improvement_open", "improvement", ["done_on", "due_on"])
    op.create_table(
        "improvement_petition",
        sa.Column("improvement_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("petition_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(
            ["improvement_id"], ["improvement.id"], name=op.f("fk_improvement_petition_improvement_id")
        ),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petition.id"], name=op.f("fk_improvement_petition_petition_id")
        ),
        sa.PrimaryKeyConstraint("improvement_id", "petition_id", name=op.f("pk_improvement_petition")),
    )
    op.create_index("ix_improvement_petition_petition", "improvement_petition", ["petition_id"])


def downgrade() -> None:
    op.drop_index("ix_improvement_petition_petition", table_name="improvement_petition")
    op.drop_table("improvement_petition")
    op.drop_index("ix_improvement_open", table_name="improvement")
    op.drop_table("improvement")
