"""What lists of a million ask of each row stands in it (PostgreSQL): whom it was sent to and from, and the keys by
which subjects and senders are ordered. An index over what a petition is about.

Revision ID: 0030
Revises: 0029
"""

from __future__ import annotations

from alembic import op

from desktop_app.database.collation import key_of_column

revision = "0030"
down_revision = "0029"

#: As queries name them (`collation.kept_order`).
_KEYS = ("subject", "petitioner_name")


def upgrade() -> None:
    connection = op.get_bind()
    op.create_index("ix_petition_about", "petition", ["about", "id"])
    if connection.dialect.name == "sqlite":
        return
    op.execute(
        "CREATE FUNCTION pg_temp.reach_of(whose integer) RETURNS integer[] LANGUAGE sql STABLE AS $$"
        " SELECT array_agg(DISTINCT v.who) FROM public.referral r"
        " CROSS JOIN LATERAL (VALUES (r.to_unit_id), (r.from_unit_id), (-r.sent_by_id)) v (who)"
        " WHERE r.petition_id = whose AND v.who IS NOT NULL $$"
    )
    op.execute("ALTER TABLE petition ADD COLUMN reach integer[]")
    # A table that is written anew has no holes, and no indexes that have grown, as a million updates would leave it.
    parts = ["ALTER COLUMN reach TYPE integer[] USING pg_temp.reach_of(id)"]
    for name in _KEYS:
        key = key_of_column(connection.dialect, name)
        parts.append(f'ADD COLUMN {name}_key text COLLATE "C" GENERATED ALWAYS AS ({key}) STORED')
    connection.exec_driver_sql(f"ALTER TABLE petition {', '.join(parts)}")
    for name in _KEYS:
        op.execute(f"CREATE INDEX ix_petition_{name}_key ON petition ({name}_key, id)")
    op.execute("ANALYZE petition")


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for trigger in ("reach_more", "reach_less"):
            op.execute(f"DROP TRIGGER IF EXISTS {trigger} ON referral")
        for verb in ("select", "update"):
            op.execute(f"DROP POLICY IF EXISTS {verb}_own ON petition")
        for name in ("reach", *(f"{name}_key" for name in _KEYS)):
            op.execute(f"ALTER TABLE petition DROP COLUMN {name}")
    op.drop_index("ix_petition_about", table_name="petition")
