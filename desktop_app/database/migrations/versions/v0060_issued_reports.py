"""Reports that were issued: frozen, numbered, corrected by new editions only.

Revision ID: 0060
Revises: 0059
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database import statute_guard
from desktop_app.database.base import Json, UtcMoment

revision = "0060"
down_revision = "0059"

_EDITIONS = (
    "(edition = 1 AND replaces = 0 AND reason = '')"
    " OR (edition > 1 AND replaces = edition - 1 AND reason <> '')"
)


def upgrade() -> None:
    op.create_table(
        "issued_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("scope_key", sa.String(length=300), nullable=False),
        sa.Column("period", sa.String(length=30), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("unit_name", sa.String(length=80), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("person_name", sa.String(length=120), nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("page", sa.LargeBinary(), nullable=False),
        sa.Column("page_sha256", sa.String(length=64), nullable=False),
        sa.Column("signed_as", sa.String(length=200), nullable=False),
        sa.Column("issued_at", UtcMoment(), nullable=False),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("issued_by", sa.String(length=120), nullable=False),
        sa.CheckConstraint(_EDITIONS, name=op.f("ck_issued_report_editions")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_issued_report_unit_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_issued_report_person_id")),
        sa.ForeignKeyConstraint(["issued_by_id"], ["person.id"], name=op.f("fk_issued_report_issued_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_report")),
        sa.UniqueConstraint("year", "number", "edition", name=op.f("uq_issued_report_year_number_edition")),
        sa.UniqueConstraint("scope_key", "edition", name=op.f("uq_issued_report_scope_key_edition")),
    )
    statute_guard.set_up(op.get_bind())


def downgrade() -> None:
    op.drop_table("issued_report")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS statute_issued_report()")
