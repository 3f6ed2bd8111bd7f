"""The reviewer's work on a comparison: marks of changes, pins of the alignment, a next revision in the making.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "change_mark",
        *_pair("change_mark"),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("person_name", sa.String(length=120), nullable=False),
        sa.Column("old_begin", sa.Integer(), nullable=False),
        sa.Column("old_end", sa.Integer(), nullable=False),
        sa.Column("new_begin", sa.Integer(), nullable=False),
        sa.Column("new_end", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_change_mark_person_id")),
        sa.UniqueConstraint(
            "old_revision_id", "new_revision_id", "person_id", "old_begin", "old_end", "new_begin", "new_end",
            name=op.f("uq_change_mark_change"),
        ),
    )  # fmt: skip
    op.create_table(
        "alignment_pin",
        *_pair("alignment_pin"),
        sa.Column("old_at", sa.Integer(), nullable=False),
        sa.Column("new_at", sa.Integer(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("person_name", sa.String(length=120), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_alignment_pin_person_id")),
        sa.UniqueConstraint(
            "old_revision_id", "new_revision_id", "old_at", "new_at", name=op.f("uq_alignment_pin_pair")
        ),
    )
    op.create_table(
        "composition",
        *_pair("composition"),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("started_by", sa.String(length=120), nullable=False),
        sa.Column("started_at", UtcMoment(), nullable=False),
        sa.Column("changed_by", sa.String(length=120), nullable=False),
        sa.Column("changed_at", UtcMoment(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_composition_instrument_id")
        ),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_composition_revision_id")),
    )
    op.create_index(
        "ix_composition_pair", "composition", ["old_revision_id", "new_revision_id", "status"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_composition_pair", table_name="composition")
    op.drop_table("composition")
    op.drop_table("alignment_pin")
    op.drop_table("change_mark")


def _pair(table: str) -> list[sa.schema.SchemaItem]:
    """What all three tables begin with: their key and the two revisions."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("old_revision_id", sa.Integer(), nullable=False),
        sa.Column("new_revision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["old_revision_id"], ["revision.id"], name=op.f(f"fk_{table}_old_revision_id")
        ),
        sa.ForeignKeyConstraint(
            ["new_revision_id"], ["revision.id"], name=op.f(f"fk_{table}_new_revision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
