"""The address on a letter is read by who works on its petition, and not by everybody who sees the petition.

Policies are put in place by `database.rights` after every migration; the revision has it done in databases that are
there already. SQLite has no accounts.

Revision ID: 0063
Revises: 0062
"""

from __future__ import annotations

revision = "0063"
down_revision = "0062"


def upgrade() -> None:
    """Nothing but a policy changes."""


def downgrade() -> None:
    """Nothing but a policy changed."""
