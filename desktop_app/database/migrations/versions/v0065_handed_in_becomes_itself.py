"""What was handed in is taken in only as what it says: the same number of the sender, or the same words.

The function is put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. SQLite has no accounts to guard against.

Revision ID: 0065
Revises: 0064
"""

from __future__ import annotations

revision = "0065"
down_revision = "0064"


def upgrade() -> None:
    """Nothing but the function changes."""


def downgrade() -> None:
    """Nothing but the function changed."""
