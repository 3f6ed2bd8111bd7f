"""Live, once more: reviewers' marks and the next revision that is being put together are told of.

Neither writes an event, so nothing told of them yet; pins, threads and comments do. SQLite needs nothing.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"

#: Table → what is told of a row (its name, the id), and by which verbs.
TOLD = {
    "change_mark": ("mark", "new_revision_id", ("INSERT", "UPDATE", "DELETE")),
    "composition": ("composition", "id", ("INSERT", "UPDATE")),
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, (name, number, verbs) in TOLD.items():
        op.execute(
            f"CREATE FUNCTION tell_{table}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$"
            " DECLARE told text; BEGIN"
            f" FOR told IN SELECT DISTINCT '{name}:0:' || {number} FROM changed LOOP"
            " PERFORM pg_notify('mosharekat', told); END LOOP;"
            " RETURN NULL; END $$"
        )
        for verb in verbs:
            rows = "OLD" if verb == "DELETE" else "NEW"
            op.execute(
                f"CREATE TRIGGER {table}_told_{verb.lower()} AFTER {verb} ON {table}"
                f" REFERENCING {rows} TABLE AS changed"
                f" FOR EACH STATEMENT EXECUTE FUNCTION tell_{table}()"
            )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, (_, _, verbs) in TOLD.items():
        for verb in verbs:
            op.execute(f"DROP TRIGGER {table}_told_{verb.lower()} ON {table}")
        op.execute(f"DROP FUNCTION tell_{table}()")
