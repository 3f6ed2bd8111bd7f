"""Moderation of comments, and a second reader for rejections where the instrument asks for one.

Revision ID: 0022
Revises: 0021
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from desktop_app.database import statute_guard
from desktop_app.database.base import UtcMoment

revision = "0022"
down_revision = "0021"

_PERSONS = ("confirmed_by_id", "hidden_by_id")
#: Name, kind, whether it may be missing, default.
_COLUMNS: tuple[tuple[str, Any, bool, str | None], ...] = (
    ("confirmed_by", sa.String(length=120), False, ""),
    ("confirmed_at", UtcMoment(), True, None),
    ("hidden_reason", sa.String(length=20), True, None),
    ("hidden_by", sa.String(length=120), False, ""),
    ("hidden_at", UtcMoment(), True, None),
)


def upgrade() -> None:
    op.add_column(
        "instrument", sa.Column("second_reader", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    for name in _PERSONS:
        reference = f"CONSTRAINT fk_public_comment_{name} REFERENCES person (id)"
        op.execute(f"ALTER TABLE public_comment ADD COLUMN {name} INTEGER {reference}")
    for name, kind, nullable, default in _COLUMNS:
        op.add_column("public_comment", sa.Column(name, kind, nullable=nullable, server_default=default))
    statute_guard.set_up(op.get_bind())


def downgrade() -> None:
    connection = op.get_bind()
    statute_guard.take_down(connection)
    if connection.dialect.name == "postgresql":
        # They speak of columns that go; `rights.apply` makes them again.
        op.execute("DROP TRIGGER IF EXISTS own_decision ON public_comment")
        op.execute("DROP TRIGGER IF EXISTS guard_step ON instrument")
        op.execute("DROP POLICY IF EXISTS select_own ON public_comment")
    for name, _, _, _ in _COLUMNS:
        op.execute(f"ALTER TABLE public_comment DROP COLUMN {name}")
    for name in _PERSONS:
        op.execute(f"ALTER TABLE public_comment DROP COLUMN {name}")
    op.execute("ALTER TABLE instrument DROP COLUMN second_reader")
    statute_guard.set_up(connection)
