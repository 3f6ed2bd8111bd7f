"""Saved views and chosen columns; indexes for the lists that are opened most.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

#: Index → its columns; of open petitions only, of which there are few among a million.
OPEN = {
    "ix_petition_open_kind_due": ["kind", "due_order", "id"],
    "ix_petition_open_channel_due": ["channel", "due_order", "id"],
    "ix_petition_open_status_due": ["status", "due_order", "id"],
}
ALL = {
    "ix_petition_unit_received": ["unit_id", "received_at", "id"],
    "ix_petition_assignee_received": ["assignee_id", "received_at", "id"],
    "ix_petition_channel_received": ["channel", "received_at", "id"],
}


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("filter", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_saved_view_owner_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_saved_view_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index("ix_saved_view_owner", "saved_view", ["owner_id"])
    op.create_index("ix_saved_view_unit", "saved_view", ["unit_id"])
    op.create_table(
        "list_layout",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_list_layout_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_list_layout")),
    )
    for name, columns in OPEN.items():
        op.create_index(
            name,
            "petition",
            columns,
            sqlite_where=sa.text("is_open IS 1"),
            postgresql_where=sa.text("is_open IS true"),
        )
    for name, columns in ALL.items():
        op.create_index(name, "petition", columns)
    if op.get_bind().dialect.name != "sqlite":
        _tell()


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for verb in ("insert", "update", "delete"):
            op.execute(f"DROP TRIGGER saved_view_told_{verb} ON saved_view")
        op.execute("DROP FUNCTION tell_saved_view()")
    for name in (*ALL, *OPEN):
        op.drop_index(name, table_name="petition")
    op.drop_table("list_layout")
    op.drop_table("saved_view")


def _tell() -> None:
    """A shared view appears with its readers as it is made."""
    op.execute(
        "CREATE FUNCTION tell_saved_view() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$"
        " DECLARE told text; BEGIN"
        " FOR told IN SELECT DISTINCT 'saved_view:' || coalesce(unit_id, 0) || ':' || id FROM changed LOOP"
        " PERFORM pg_notify('mosharekat', told); END LOOP;"
        " RETURN NULL; END $$"
    )
    for verb in ("INSERT", "UPDATE", "DELETE"):
        rows = "OLD" if verb == "DELETE" else "NEW"
        op.execute(
            f"CREATE TRIGGER saved_view_told_{verb.lower()} AFTER {verb} ON saved_view"
            f" REFERENCING {rows} TABLE AS changed"
            " FOR EACH STATEMENT EXECUTE FUNCTION tell_saved_view()"
        )
