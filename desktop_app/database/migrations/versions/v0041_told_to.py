"""Live, once more: whom a change of a petition concerns is told with it, so that nobody else asks.

Of two hundred windows most cannot see the petition that was changed, and asked all the same. What was told as
`petition:0:17` is now `petition:3,5,-12:17`: the units, and below zero the persons, in whose reach it is or was
(`app.my_reach` of whoever listens); 0 for what is nobody's yet, which everybody sees. Numbers, as before, and nothing
of what stands there. SQLite needs nothing.

Revision ID: 0041
Revises: 0040
"""

from __future__ import annotations

from alembic import op

revision = "0041"
down_revision = "0040"

#: As revision 0005 made it: more rows than this in one statement are told as «many».
MOST = 20
#: Of rows of `petition`: in whose reach they are. PostgreSQL folds what is told twice in the same words.
_REACH = (
    "(SELECT string_agg(DISTINCT v.who::text, ',' ORDER BY v.who::text) FROM unnest({rows}) AS v (who)"
    " WHERE v.who IS NOT NULL)"
)
_ONE = "ARRAY[{0}.unit_id, -{0}.assignee_id] || coalesce({0}.reach, '{{}}')"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    now, before = _ONE.format("n"), _ONE.format("b")
    _tell("tell_petition", "changed n", "n.unit_id IS NULL", now)
    _tell(
        "tell_petition_update",
        "changed n JOIN before b ON b.id = n.id",
        "n.unit_id IS NULL OR b.unit_id IS NULL",
        f"{now} || {before}",
    )
    op.execute(
        "CREATE OR REPLACE TRIGGER petition_told_update AFTER UPDATE ON petition"
        " REFERENCING OLD TABLE AS before NEW TABLE AS changed"
        " FOR EACH STATEMENT EXECUTE FUNCTION tell_petition_update()"
    )
    # Whoever writes an event need not see its petition any more.
    op.execute(
        "CREATE OR REPLACE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
        " SET search_path = pg_catalog, pg_temp AS $$ BEGIN"
        " PERFORM pg_notify('mosharekat', NEW.item_type || ':' || coalesce((SELECT "
        + _REACH.format(rows=_ONE.format("p"))
        + " FROM public.petition p WHERE NEW.item_type = 'petition' AND p.id = NEW.item_id"
        " AND p.unit_id IS NOT NULL), '0') || ':' || NEW.item_id); RETURN NULL; END $$"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION tell_petition() RETURNS trigger LANGUAGE plpgsql"
        " SET search_path = pg_catalog AS $$ DECLARE told text; BEGIN"
        f" IF (SELECT count(*) FROM (SELECT 1 FROM changed LIMIT {MOST + 1}) AS few) > {MOST} THEN"
        " PERFORM pg_notify('mosharekat', 'petition:0:0') FROM (SELECT * FROM changed LIMIT 1) AS one;"
        " ELSE"
        " FOR told IN SELECT DISTINCT 'petition:0:' || id FROM changed LOOP"
        " PERFORM pg_notify('mosharekat', told); END LOOP;"
        " END IF; RETURN NULL; END $$"
    )
    op.execute(
        "CREATE OR REPLACE TRIGGER petition_told_update AFTER UPDATE ON petition"
        " REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_petition()"
    )
    op.execute("DROP FUNCTION tell_petition_update()")
    op.execute(
        "CREATE OR REPLACE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER"
        " SET search_path = pg_catalog AS $$ BEGIN"
        " PERFORM pg_notify('mosharekat', NEW.item_type || ':0:' || NEW.item_id); RETURN NULL; END $$"
    )


def _tell(function: str, rows: str, anybody: str, reach: str) -> None:
    op.execute(
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql"
        " SET search_path = pg_catalog, pg_temp AS $$ DECLARE told text; BEGIN"
        f" IF (SELECT count(*) FROM (SELECT 1 FROM changed LIMIT {MOST + 1}) AS few) > {MOST} THEN"
        " PERFORM pg_notify('mosharekat', 'petition:0:0');"
        " ELSE"
        f" FOR told IN SELECT 'petition:' || CASE WHEN {anybody} THEN '0' ELSE {_REACH.format(rows=reach)} END"
        f" || ':' || n.id FROM {rows} LOOP PERFORM pg_notify('mosharekat', told); END LOOP;"
        " END IF; RETURN NULL; END $$"
    )
