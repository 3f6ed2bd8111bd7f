"""What was put aside is emptied with what is masked, and what is masked is emptied where it came in, too.

The functions are put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. On SQLite the program does it.

Revision ID: 0078
Revises: 0077
"""

from __future__ import annotations

revision = "0078"
down_revision = "0077"


def upgrade() -> None:
    """Nothing but functions is new."""


def downgrade() -> None:
    """Nothing but functions was new."""
