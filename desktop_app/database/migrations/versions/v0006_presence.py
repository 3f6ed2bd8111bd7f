"""Presence: where each client is, and whether something is written there. May be lost at any time.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0006"
down_revision = "0005"

#: Who merely looks is learned within seconds by asking; only writing is told at once.
_WRITING = {
    "insert": "NEW.doing = 'writing'",
    "delete": "OLD.doing = 'writing'",
    "update": "OLD.doing <> NEW.doing OR (NEW.doing = 'writing' AND OLD.item_id <> NEW.item_id)",
}


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        "presence",
        sa.Column("client", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("person_name", sa.String(length=120), nullable=False),
        sa.Column("item_type", sa.String(length=20), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("doing", sa.String(length=10), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("client", name=op.f("pk_presence")),
        # Nothing of it is worth a place in the log, or waiting for a standby.
        prefixes=[] if sqlite else ["UNLOGGED"],
    )
    if sqlite:
        return
    op.execute(
        "CREATE FUNCTION tell_presence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$ BEGIN"
        " PERFORM pg_notify('mosharekat', 'presence:0:' || CASE TG_OP WHEN 'DELETE' THEN OLD.item_id"
        " ELSE NEW.item_id END); RETURN NULL; END $$"
    )
    for verb, when in _WRITING.items():
        op.execute(
            f"CREATE TRIGGER presence_told_{verb} AFTER {verb.upper()} ON presence"
            f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION tell_presence()"
        )


def downgrade() -> None:
    op.drop_table("presence")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION tell_presence()")
