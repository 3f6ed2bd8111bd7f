"""What a public comment came from is read by who reads its sender.

The policy is put in place by `database.rights` after every migration; the revision has it done in databases that are
there already. SQLite has no accounts to guard against.

Revision ID: 0069
Revises: 0068
"""

from __future__ import annotations

revision = "0069"
down_revision = "0068"


def upgrade() -> None:
    """Nothing but row security changes."""


def downgrade() -> None:
    """Nothing but row security changed."""
