"""Letter numbers that are used, outcomes that the office offers, reasons that it wants: also for whoever asks by SQL.

The functions are put in place by `database.rights` after every migration; the revision has it done in databases that
are there already. SQLite has no accounts to guard against.

Revision ID: 0029
Revises: 0028
"""

from __future__ import annotations

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Nothing but the functions changes."""


def downgrade() -> None:
    """Nothing but the functions changed."""
