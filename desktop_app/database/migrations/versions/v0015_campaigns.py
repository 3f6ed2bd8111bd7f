"""Campaign groups: comments on one instrument that say the same, and which of them people placed.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.database.base import UtcMoment

revision = "0015"
down_revision = "0014"

#: More rows than this in one statement are told as «many».
MOST = 20


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("head_id", sa.Integer(), nullable=False),
        sa.Column("additions", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcMoment(), nullable=False),
        sa.Column("disposition", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("decided_by", sa.String(length=120), nullable=False, server_default=""),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", UtcMoment(), nullable=True),
        sa.Column("carried_revision_id", sa.Integer(), nullable=True),
        sa.Column("carried_provision", sa.String(length=60), nullable=False, server_default=""),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["carried_revision_id"], ["revision.id"], name=op.f("fk_campaign_carried_revision_id")
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_campaign_decided_by_id")),
        sa.ForeignKeyConstraint(["head_id"], ["public_comment.id"], name=op.f("fk_campaign_head_id")),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_campaign_instrument_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
    )
    op.create_index("ix_campaign_instrument", "campaign", ["instrument_id", "id"])
    op.create_table(
        "campaign_member",
        sa.Column("comment_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("placed_by_id", sa.Integer(), nullable=True),
        sa.Column("follows", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_member_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"], ["public_comment.id"], name=op.f("fk_campaign_member_comment_id")
        ),
        sa.ForeignKeyConstraint(
            ["placed_by_id"], ["person.id"], name=op.f("fk_campaign_member_placed_by_id")
        ),
        sa.PrimaryKeyConstraint("comment_id", name=op.f("pk_campaign_member")),
    )
    op.create_index("ix_campaign_member_campaign", "campaign_member", ["campaign_id"])
    if op.get_bind().dialect.name != "sqlite":
        _tell()


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for verb in ("insert", "update"):
            op.execute(f"DROP TRIGGER campaign_member_told_{verb} ON campaign_member")
        op.execute("DROP FUNCTION tell_campaign_member()")
    op.drop_table("campaign_member")
    op.drop_table("campaign")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS app.guard_campaign()")


def _tell() -> None:
    """Whoever reads the comments sees how they were grouped."""
    op.execute(
        "CREATE FUNCTION tell_campaign_member() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$"
        " DECLARE told text; BEGIN"
        f" IF (SELECT count(*) FROM (SELECT 1 FROM changed LIMIT {MOST + 1}) AS few) > {MOST} THEN"
        " PERFORM pg_notify('mosharekat', 'comment:0:0');"
        " ELSE"
        " FOR told IN SELECT DISTINCT 'comment:0:' || comment_id FROM changed LOOP"
        " PERFORM pg_notify('mosharekat', told); END LOOP;"
        " END IF; RETURN NULL; END $$"
    )
    for verb in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER campaign_member_told_{verb.lower()} AFTER {verb} ON campaign_member"
            " REFERENCING NEW TABLE AS changed"
            " FOR EACH STATEMENT EXECUTE FUNCTION tell_campaign_member()"
        )
