"""Which petitions have near-equal ones, for a list to tell.

Revision ID: 0033
Revises: 0032
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.near_equal_rows import make_near_equals

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.create_table(
        "near_equal",
        sa.Column("petition_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("other_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("petition_id", "other_id", name=op.f("pk_near_equal")),
        sqlite_with_rowid=False,
    )
    make_near_equals(op.get_bind())
    _settle()


def downgrade() -> None:
    op.drop_table("near_equal")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS app.pair_near_equals(integer[], integer[])")


def _settle() -> None:
    said = "SELECT {0}, {1} FROM petition_pair WHERE kind = 'set_apart'"
    merged = "SELECT {0}, {1} FROM petition WHERE duplicate_of_id IS NOT NULL"
    sides = [
        made.format(*columns)
        for made, (one, other) in ((said, ("first_id", "second_id")), (merged, ("id", "duplicate_of_id")))
        for columns in ((one, other), (other, one))
    ]
    # As pairs they are looked up by the key: row by row a million would be held against all that was merged.
    op.execute(
        f"UPDATE near_equal SET settled = true WHERE (petition_id, other_id) IN ({' UNION ALL '.join(sides)})"
    )
