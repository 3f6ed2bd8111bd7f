"""Live: on PostgreSQL each transaction tells what it changed (table, unit, id); never what stands there.

SQLite needs nothing: `PRAGMA data_version` tells that another connection wrote.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

#: Of each table that people look at: what is told of a row, as table, unit and id.
TOLD = {
    "petition": ("'petition'", "coalesce(unit_id, 0)", "id"),
    "thread": ("'thread'", "0", "id"),
    "public_comment": ("'comment'", "0", "id"),
    "revision": ("'instrument'", "0", "instrument_id"),
}
#: More rows than this in one statement are told as «many»: an import need not wake everybody a thousand times.
MOST = 20


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, (name, unit, number) in TOLD.items():
        op.execute(
            f"CREATE FUNCTION tell_{table}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$"
            " DECLARE told text; BEGIN"
            f" IF (SELECT count(*) FROM (SELECT 1 FROM changed LIMIT {MOST + 1}) AS few) > {MOST} THEN"
            f" PERFORM pg_notify('mosharekat', {name} || ':0:0') FROM (SELECT * FROM changed LIMIT 1) AS one;"
            " ELSE"
            f" FOR told IN SELECT DISTINCT {name} || ':' || {unit} || ':' || {number} FROM changed LOOP"
            " PERFORM pg_notify('mosharekat', told); END LOOP;"
            " END IF; RETURN NULL; END $$"
        )
        for verb in ("INSERT",) if table == "revision" else ("INSERT", "UPDATE"):
            op.execute(
                f"CREATE TRIGGER {table}_told_{verb.lower()} AFTER {verb} ON {table}"
                " REFERENCING NEW TABLE AS changed"
                f" FOR EACH STATEMENT EXECUTE FUNCTION tell_{table}()"
            )
    # A registration is told by its petition; an import writes its events one by one.
    op.execute(
        "CREATE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$ BEGIN"
        " PERFORM pg_notify('mosharekat', NEW.item_type || ':0:' || NEW.item_id); RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER event_told_insert AFTER INSERT ON event"
        " FOR EACH ROW WHEN (NEW.action <> 'registered') EXECUTE FUNCTION tell_event()"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("DROP TRIGGER event_told_insert ON event")
    op.execute("DROP FUNCTION tell_event()")
    for table in TOLD:
        for verb in ("insert", "update"):
            op.execute(f"DROP TRIGGER IF EXISTS {table}_told_{verb} ON {table}")
        op.execute(f"DROP FUNCTION tell_{table}()")
