"""What is worked out of each comment's text once; looking for groups fills it in.

Revision ID: 0036
Revises: 0035
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.create_table(
        "comment_fingerprint",
        sa.Column("comment_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("letters", sa.String(length=32), nullable=False),
        sa.Column("sketch", sa.String(length=128), nullable=False),
        sa.Column("against_id", sa.Integer(), nullable=True),
        sa.Column("adds", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["public_comment.id"], name=op.f("fk_comment_fingerprint_comment_id")
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_comment_fingerprint")),
    )


def downgrade() -> None:
    op.drop_table("comment_fingerprint")
