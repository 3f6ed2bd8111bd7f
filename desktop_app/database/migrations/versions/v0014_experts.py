"""The register of experts and stakeholders, and their invitations to consultations.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import Json, SortKey, UtcMoment

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "expert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("name_key", SortKey, nullable=False),
        sa.Column("group", sa.String(length=20), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("fields", Json, nullable=False),
        sa.Column("mobile", sa.String(length=11), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expert")),
    )
    op.create_index("ix_expert_name_key_id", "expert", ["name_key", "id"])
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("expert_id", sa.Integer(), nullable=False),
        sa.Column("invited_at", UtcMoment(), nullable=False),
        sa.Column("invited_by_id", sa.Integer(), nullable=True),
        sa.Column("invited_by", sa.String(length=120), nullable=False),
        sa.Column("answer", sa.String(length=10), server_default="", nullable=False),
        sa.Column("answered_at", UtcMoment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_invitation_instrument_id")
        ),
        sa.ForeignKeyConstraint(["expert_id"], ["expert.id"], name=op.f("fk_invitation_expert_id")),
        sa.ForeignKeyConstraint(["invited_by_id"], ["person.id"], name=op.f("fk_invitation_invited_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("instrument_id", "expert_id", name=op.f("uq_invitation_instrument_id_expert_id")),
    )


def downgrade() -> None:
    op.drop_table("invitation")
    op.drop_index("ix_expert_name_key_id", table_name="expert")
    op.drop_table("expert")
