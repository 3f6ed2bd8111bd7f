"""Labels on petitions, and saved replies of a clerk's own.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("folded", sa.String(length=60), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["merged_into_id"], ["label.id"], name=op.f("fk_label_merged_into_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_label")),
        sa.UniqueConstraint("folded", name=op.f("uq_label_folded")),
    )
    op.create_table(
        "petition_label",
        sa.Column("petition_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("label_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_petition_label_petition_id")),
        sa.ForeignKeyConstraint(["label_id"], ["label.id"], name=op.f("fk_petition_label_label_id")),
        sa.PrimaryKeyConstraint("petition_id", "label_id", name=op.f("pk_petition_label")),
    )
    op.create_index("ix_petition_label_label", "petition_label", ["label_id", "petition_id"])
    with op.batch_alter_table("reply_template") as table:
        table.add_column(sa.Column("owner_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_reply_template_owner_id"), "person", ["owner_id"], ["id"])


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        # Row security speaks of the column; whoever goes up again makes it anew.
        for verb in ("select", "insert", "update"):
            op.execute(f"DROP POLICY IF EXISTS {verb}_own ON reply_template")
        op.execute("ALTER TABLE reply_template DISABLE ROW LEVEL SECURITY")
    with op.batch_alter_table("reply_template") as table:
        table.drop_constraint(op.f("fk_reply_template_owner_id"), type_="foreignkey")
        table.drop_column("owner_id")
    op.drop_index("ix_petition_label_label", table_name="petition_label")
    op.drop_table("petition_label")
    op.drop_table("label")
