"""Petitions are found by the words of what was written to them since: the texts that are there go into the index.

On PostgreSQL functions do it for those that come; they are put in place by `database.rights` after every migration.

Revision ID: 0074
Revises: 0073
"""

from __future__ import annotations

from alembic import op

from desktop_app.database.search import index_further_texts

revision = "0074"
down_revision = "0073"


def upgrade() -> None:
    # Five hundred at a time; few petitions have any.
    index_further_texts(op.get_bind())


def downgrade() -> None:
    """The words stay: they are the petition's, and an index without places takes them a second time as the first."""
