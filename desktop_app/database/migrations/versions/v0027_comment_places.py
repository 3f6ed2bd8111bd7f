"""Where comments belong: found by the program, or chosen by a person.

Revision ID: 0027
Revises: 0026
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import Json, UtcMoment

revision = "0027"
down_revision = "0026"

_REFERENCES = {"comment_id": "public_comment", "revision_id": "revision", "chosen_by_id": "person"}


def upgrade() -> None:
    op.create_table(
        "comment_place",
        sa.Column("comment_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("provision", sa.String(length=120), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=True),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=False),
        sa.Column("candidates", Json, nullable=False),
        sa.Column("chosen_by_id", sa.Integer(), nullable=True),
        sa.Column("chosen_by", sa.String(length=120), nullable=False, server_default=""),
        sa.Column("chosen_at", UtcMoment(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("confidence BETWEEN 0 AND 100", name=op.f("ck_comment_place_percent")),
        sa.CheckConstraint(
            "(how = 'person') = (chosen_at IS NOT NULL)", name=op.f("ck_comment_place_chosen")
        ),
        *(
            sa.ForeignKeyConstraint([name], [f"{table}.id"], name=op.f(f"fk_comment_place_{name}"))
            for name, table in _REFERENCES.items()
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_comment_place")),
    )


def downgrade() -> None:
    op.drop_table("comment_place")
