"""The gate in the database asks for places too: a comment that a person put elsewhere behind the summing-up makes it
stale, as the program says.

Revision ID: 0042
Revises: 0041
"""

from __future__ import annotations

from alembic import op

from desktop_app.database import statute_guard

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    statute_guard.set_up(op.get_bind(), places=True)


def downgrade() -> None:
    statute_guard.set_up(op.get_bind(), places=False)
