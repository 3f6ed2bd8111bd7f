"""The schema of the first release.

Tables come from the models' metadata, and everything else from the modules that own it, so that nothing is declared
twice. A migration must not change when the models do. Until the first release this revision is amended and
databases are created again. At the first release it is written out and frozen; after that every change is a new
revision.

`database.rights` adds the functions, grants and policies of PostgreSQL after every upgrade.

Revision ID: r0001
Revises:
"""

from __future__ import annotations

from alembic import context, op
from sqlalchemy import MetaData

from desktop_app.database import (
    append_only,
    chain_guard,
    intake_guard,
    list_columns,
    notifications,
    recovery_guard,
    rights,
    search,
    statute_guard,
)

revision = "r0001"
down_revision = None


def upgrade() -> None:
    connection = op.get_bind()
    _metadata().create_all(connection, checkfirst=False)
    search.set_up(connection)
    list_columns.set_up(connection)
    append_only.set_up(connection)
    chain_guard.set_up(connection)
    statute_guard.set_up(connection)
    statute_guard.fill(connection)
    intake_guard.set_up(connection)
    recovery_guard.set_up(connection)
    notifications.set_up(connection)


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        rights.take_down(connection)
    notifications.take_down(connection)
    statute_guard.take_down(connection)
    chain_guard.take_down(connection)
    append_only.take_down(connection)
    search.take_down(connection)
    _metadata().drop_all(connection, checkfirst=False)


def _metadata() -> MetaData:
    metadata: MetaData = context.config.attributes["metadata"]
    return metadata
