"""Triage of comments: issues, and who decides which.

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "comment_issue",
        sa.Column("comment_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("issue", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["public_comment.id"], name=op.f("fk_comment_issue_comment_id")
        ),
        sa.PrimaryKeyConstraint("comment_id", "issue", name=op.f("pk_comment_issue")),
    )
    op.create_table(
        "comment_assignment",
        sa.Column("comment_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["public_comment.id"], name=op.f("fk_comment_assignment_comment_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_comment_assignment_person_id")),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_comment_assignment")),
    )
    op.create_index("ix_comment_assignment_person", "comment_assignment", ["person_id"])


def downgrade() -> None:
    op.drop_table("comment_assignment")
    op.drop_table("comment_issue")
