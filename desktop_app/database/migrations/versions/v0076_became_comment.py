"""A petition is closed as a comment only beside the comment that came of it.

The functions of PostgreSQL are put in place by `database.rights` after every migration; the revision has it done in
databases that are there already.

Revision ID: 0076
Revises: 0075
"""

from __future__ import annotations

from alembic import op

from desktop_app.database import intake_guard

revision = "0076"
down_revision = "0075"


def upgrade() -> None:
    intake_guard.set_up(op.get_bind(), intake_guard.BECAME_COMMENT)


def downgrade() -> None:
    intake_guard.take_down(op.get_bind(), intake_guard.BECAME_COMMENT)
