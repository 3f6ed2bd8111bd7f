"""Near-equal petitions: the pieces that they are found by, and what people said of two of them.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment
from desktop_app.likeness.shingles import sketch

revision = "0011"
down_revision = "0010"

#: So many texts are read at once; a million takes a few minutes.
_CHUNK = 1000


def upgrade() -> None:
    op.create_table(
        "petition_sketch",
        sa.Column("piece", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("petition_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("piece", "petition_id", name=op.f("pk_petition_sketch")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "petition_pair",
        sa.Column("first_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("second_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_petition_pair_in_order")),
        sa.CheckConstraint("kind IN ('linked', 'set_apart')", name=op.f("ck_petition_pair_kind")),
        sa.ForeignKeyConstraint(["first_id"], ["petition.id"], name=op.f("fk_petition_pair_first_id")),
        sa.ForeignKeyConstraint(["second_id"], ["petition.id"], name=op.f("fk_petition_pair_second_id")),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"], name=op.f("fk_petition_pair_made_by_id")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_petition_pair")),
    )
    op.create_index("ix_petition_pair_second", "petition_pair", ["second_id"])
    op.create_index(
        "ix_petition_duplicate_of",
        "petition",
        ["duplicate_of_id"],
        sqlite_where=sa.text("duplicate_of_id IS NOT NULL"),
        postgresql_where=sa.text("duplicate_of_id IS NOT NULL"),
    )
    _fill(op.get_bind())


def downgrade() -> None:
    op.drop_index("ix_petition_duplicate_of", table_name="petition")
    op.drop_index("ix_petition_pair_second", table_name="petition_pair")
    op.drop_table("petition_pair")
    op.drop_table("petition_sketch")


def _fill(connection: sa.Connection) -> None:
    texts = sa.text(
        f"SELECT petition_id, body FROM petition_text WHERE petition_id > :last ORDER BY petition_id LIMIT {_CHUNK}"
    )
    table = sa.table("petition_sketch", sa.column("piece"), sa.column("petition_id"))
    last = 0
    while found := connection.execute(texts, {"last": last}).all():
        rows = [{"piece": piece, "petition_id": number} for number, body in found for piece in sketch(body)]
        if rows:
            connection.execute(sa.insert(table), rows)
        last = found[-1][0]
