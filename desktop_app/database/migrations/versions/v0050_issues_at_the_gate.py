"""A summing-up keeps the issues and pins that it was made over; the database's gate asks whether they still stand.

Those that are frozen already are taken to stand on what there is now: what comes behind this makes them stale.

Revision ID: 0050
Revises: 0049
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database import statute_guard
from desktop_app.database.summed_over import stands_on

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    connection = op.get_bind()
    op.add_column("consultation_report", sa.Column("stands_on", sa.Text(), nullable=False, server_default=""))
    over = stands_on(
        sqlite=connection.dialect.name == "sqlite",
        instrument="consultation_report.instrument_id",
        exposed="(SELECT t.exposed_revision_id FROM instrument t WHERE t.id = consultation_report.instrument_id)",
        revision="consultation_report.revision_id",
    )
    # A frozen one is not written over: the law looks away for this.
    statute_guard.take_down(connection)
    op.execute(f"UPDATE consultation_report SET stands_on = {over}")
    statute_guard.set_up(connection)


def downgrade() -> None:
    connection = op.get_bind()
    statute_guard.take_down(connection)
    op.execute("ALTER TABLE consultation_report DROP COLUMN stands_on")
    statute_guard.set_up(connection)
