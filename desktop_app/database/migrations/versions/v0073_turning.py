"""A petition becomes a comment on a draft, and is taken back.

The functions are put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. SQLite has no accounts to guard against.

Revision ID: 0073
Revises: 0072
"""

from __future__ import annotations

revision = "0073"
down_revision = "0072"


def upgrade() -> None:
    """Nothing but functions changes."""


def downgrade() -> None:
    """Nothing but functions changed."""
