"""Whoever wrote the revision at hand does not review it either, not only the author of the document: kept by the
database too.

Revision ID: 0049
Revises: 0048
"""

from __future__ import annotations

from alembic import op

from desktop_app.database import statute_guard

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    statute_guard.set_up(op.get_bind())


def downgrade() -> None:
    """What the triggers refuse more than before, the program refused already: they stay."""
