"""Reminders to oneself.

Revision ID: 0024
Revises: 0023
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("done_at", UtcMoment(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_reminder_person_id")),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"], name=op.f("fk_reminder_petition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    op.create_index("ix_reminder_person", "reminder", ["person_id", "due_on"])
    if op.get_bind().dialect.name != "sqlite":
        _tell()


def downgrade() -> None:
    op.drop_table("reminder")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION tell_reminder()")


def _tell() -> None:
    """Whose it is and no more: another window of the same person rings too."""
    op.execute(
        "CREATE FUNCTION tell_reminder() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$"
        " DECLARE told text; BEGIN"
        " FOR told IN SELECT DISTINCT 'reminder:0:' || person_id FROM changed LOOP"
        " PERFORM pg_notify('mosharekat', told); END LOOP;"
        " RETURN NULL; END $$"
    )
    for verb in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER reminder_told_{verb.lower()} AFTER {verb} ON reminder"
            " REFERENCING NEW TABLE AS changed"
            " FOR EACH STATEMENT EXECUTE FUNCTION tell_reminder()"
        )
