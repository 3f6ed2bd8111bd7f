"""Intake sources, the files that came by them, and of each row in the staging table the file it stood in.

Revision ID: 0067
Revises: 0066
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import Json, UtcMoment

revision = "0067"
down_revision = "0066"

_NOT_DONE = sa.text("state <> 'done'")


def upgrade() -> None:
    op.create_table(
        "intake_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("matter", sa.String(length=12), nullable=False),
        sa.Column("way", sa.String(length=12), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("folder", sa.String(length=500), nullable=False),
        sa.Column("host", sa.String(length=200), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=200), nullable=False),
        sa.Column("mailbox", sa.String(length=200), nullable=False),
        sa.Column("petition_kind", sa.String(length=20), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=True),
        sa.Column("mapping", Json, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_intake_source_instrument_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_source")),
    )
    op.create_table(
        "intake_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("began_at", UtcMoment(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unreadable", sa.Integer(), nullable=False),
        sa.Column("set_aside", sa.Integer(), nullable=False),
        sa.Column("waiting_already", sa.Integer(), nullable=False),
        sa.Column("fault", Json, nullable=False),
        sa.Column("mapping", Json, nullable=False),
        sa.Column("defaults", Json, nullable=False),
        sa.Column("kept_as", sa.String(length=255), nullable=False),
        sa.Column("ended_at", UtcMoment(), nullable=True),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("already_present", sa.Integer(), nullable=False),
        sa.Column("quarantined", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["intake_source.id"], name=op.f("fk_intake_file_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_file")),
    )
    op.create_index(
        "uq_intake_file_open",
        "intake_file",
        ["source_id", "name", "sha256"],
        unique=True,
        sqlite_where=_NOT_DONE,
        postgresql_where=_NOT_DONE,
    )
    op.create_index("ix_intake_file_source_id", "intake_file", ["source_id", "id"])
    with op.batch_alter_table("intake_submission") as batch:
        batch.add_column(sa.Column("file_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("row", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("row_key", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("was_there", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.create_foreign_key(op.f("fk_intake_submission_file_id"), "intake_file", ["file_id"], ["id"])
    op.create_index("ix_intake_submission_file", "intake_submission", ["file_id"])
    op.create_index(
        "uq_intake_submission_row_key",
        "intake_submission",
        ["row_key"],
        unique=True,
        sqlite_where=_NOT_DONE,
        postgresql_where=_NOT_DONE,
    )


def downgrade() -> None:
    op.drop_index("uq_intake_submission_row_key", table_name="intake_submission")
    op.drop_index("ix_intake_submission_file", table_name="intake_submission")
    if op.get_bind().dialect.name != "sqlite":
        # Row security speaks of the columns; whoever goes up again makes it anew.
        op.execute("DROP TRIGGER IF EXISTS guard_intake ON intake_submission")
        for policy in ("insert_own", "hands_in"):
            op.execute(f"DROP POLICY IF EXISTS {policy} ON intake_submission")
    with op.batch_alter_table("intake_submission") as batch:
        batch.drop_constraint(op.f("fk_intake_submission_file_id"), type_="foreignkey")
        for name in ("was_there", "row_key", "row", "file_id"):
            batch.drop_column(name)
    op.drop_table("intake_file")
    op.drop_table("intake_source")
