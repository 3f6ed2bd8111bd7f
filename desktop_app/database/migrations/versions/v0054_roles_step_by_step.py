"""Who somebody is is found out in steps: every statement of every clerk asks it, and mostly nobody is a deputy.

What is found is the same. The functions are put in place by `database.rights` after every migration; the revision has
it done in databases that are there already. SQLite has no accounts to look up.

Revision ID: 0054
Revises: 0053
"""

from __future__ import annotations

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    """Nothing but the functions changes."""


def downgrade() -> None:
    """Nothing but the functions changed."""
