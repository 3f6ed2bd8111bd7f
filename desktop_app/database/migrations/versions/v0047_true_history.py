"""Undoing goes to what was so, not to what somebody wrote into the history: also for whoever asks by SQL.

An event of a petition tells how it stands when it is written; what is undone has to follow from the events before it.
The functions are put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. SQLite has no accounts to guard against.

Revision ID: 0047
Revises: 0046
"""

from __future__ import annotations

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    """Nothing but the functions changes."""


def downgrade() -> None:
    """Nothing but the functions changed."""
