"""A move that needs a reason is refused without one, and its event tells the move: also to whoever asks by SQL.

The function is put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. SQLite has no accounts to guard against.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Nothing but the functions changes."""


def downgrade() -> None:
    """Nothing but the functions changed."""
