"""How the outbox stands is counted for administrators.

The function is put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. On SQLite the program counts.

Revision ID: 0077
Revises: 0076
"""

from __future__ import annotations

revision = "0077"
down_revision = "0076"


def upgrade() -> None:
    """Nothing but a function is new."""


def downgrade() -> None:
    """Nothing but a function was new."""
