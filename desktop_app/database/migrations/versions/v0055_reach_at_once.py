"""In whose reach a petition is, is found out at once for whoever is nobody's deputy: every statement asks it.

What is found is the same. The functions are put in place by `database.rights` after every migration; the revision has
it done in databases that are there already. SQLite has no accounts to look up.

Revision ID: 0055
Revises: 0054
"""

from __future__ import annotations

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    """Nothing but the functions changes."""


def downgrade() -> None:
    """Nothing but the functions changed."""
