"""What is in quarantine is put aside for good, with a reason, and taken back.

The functions of PostgreSQL are put in place by `database.rights` after every migration; the revision has it done in
databases that are there already.

Revision ID: 0075
Revises: 0074
"""

from __future__ import annotations

from alembic import op

from desktop_app.database import intake_guard

revision = "0075"
down_revision = "0074"


def upgrade() -> None:
    intake_guard.set_up(op.get_bind(), intake_guard.PUT_ASIDE)


def downgrade() -> None:
    connection = op.get_bind()
    intake_guard.take_down(connection, intake_guard.PUT_ASIDE)
    if connection.dialect.name != "sqlite":
        op.execute("DROP TRIGGER IF EXISTS aside_leaves_event ON intake_submission")
    # Before this there was no such state: it waits where it had waited.
    op.execute("UPDATE intake_submission SET state = 'quarantined' WHERE state = 'aside'")
