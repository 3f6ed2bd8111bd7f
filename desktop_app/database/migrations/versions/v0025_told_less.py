"""Live, for two hundred windows: who writes is told only where somebody stands to see it, and a change once.

What is told, each window hears, and the server wakes a process for each. Presence is told to whoever is at the same
item; who is elsewhere learns it with the next word of its own. A petition and the event of its change are told by the
same words, which PostgreSQL folds within a transaction. SQLite needs nothing.

Revision ID: 0025
Revises: 0024
"""

from __future__ import annotations

from alembic import op

revision = "0025"
down_revision = "0024"

#: As revision 0005 made it: more rows than this in one statement are told as «many».
MOST = 20
#: When somebody begins or ceases to write somewhere, by the verb.
_WRITING = {
    "insert": "NEW.doing = 'writing'",
    "delete": "OLD.doing = 'writing'",
    "update": "(OLD.doing = 'writing' OR NEW.doing = 'writing')"
    " AND (OLD.doing, OLD.item_type, OLD.item_id) <> (NEW.doing, NEW.item_type, NEW.item_id)",
}


#: Told to those who stand where somebody begins or ceases to write.
_TO_THOSE_THERE = (
    " DECLARE places integer[]; mover text; BEGIN"
    " IF TG_OP <> 'INSERT' AND OLD.doing = 'writing' THEN places := ARRAY[OLD.item_id]; END IF;"
    " IF TG_OP <> 'DELETE' AND NEW.doing = 'writing' THEN places := places || NEW.item_id; END IF;"
    " mover := CASE TG_OP WHEN 'DELETE' THEN OLD.client ELSE NEW.client END;"
    " PERFORM pg_notify('mosharekat', 'presence:0:' || place.item_id) FROM ("
    " SELECT DISTINCT p.item_id FROM public.presence p WHERE p.item_id = ANY (places) AND p.client <> mover"
    ") AS place; RETURN NULL; END"
)
#: As revision 0006 made it.
_TO_EVERYBODY = (
    " BEGIN PERFORM pg_notify('mosharekat', 'presence:0:' || CASE TG_OP WHEN 'DELETE' THEN OLD.item_id"
    " ELSE NEW.item_id END); RETURN NULL; END"
)
_MERELY_MOVED = "OLD.doing <> NEW.doing OR (NEW.doing = 'writing' AND OLD.item_id <> NEW.item_id)"


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        _tell_petition("0")
        _tell_presence(_TO_THOSE_THERE, _WRITING)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        _tell_petition("coalesce(unit_id, 0)")
        _tell_presence(_TO_EVERYBODY, _WRITING | {"update": _MERELY_MOVED})


def _tell_petition(unit: str) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION tell_petition() RETURNS trigger LANGUAGE plpgsql"
        " SET search_path = pg_catalog AS $$ DECLARE told text; BEGIN"
        f" IF (SELECT count(*) FROM (SELECT 1 FROM changed LIMIT {MOST + 1}) AS few) > {MOST} THEN"
        " PERFORM pg_notify('mosharekat', 'petition:0:0') FROM (SELECT * FROM changed LIMIT 1) AS one;"
        " ELSE"
        f" FOR told IN SELECT DISTINCT 'petition:' || {unit} || ':' || id FROM changed LOOP"
        " PERFORM pg_notify('mosharekat', told); END LOOP;"
        " END IF; RETURN NULL; END $$"
    )


def _tell_presence(body: str, writing: dict[str, str]) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION tell_presence() RETURNS trigger LANGUAGE plpgsql"
        f" SET search_path = pg_catalog, pg_temp AS $${body} $$"
    )
    for verb, when in writing.items():
        op.execute(
            f"CREATE OR REPLACE TRIGGER presence_told_{verb} AFTER {verb.upper()} ON presence"
            f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION tell_presence()"
        )
