"""Triggers that notify clients of changed rows (PostgreSQL); `changes` listens to them.

A payload is `kind:reach:id`; it never holds values of the row. The reach of a petition lists the units and
persons (as negative ids) that may see it, or could before the change (`app.my_reach` of the listener). Reach 0
is everybody. Id 0 means many rows: an import does not send a thousand notifications. PostgreSQL merges equal
payloads of a transaction.

SQLite needs no triggers: `PRAGMA data_version` shows that another connection wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

_CHANNEL: Final = "mosharekat"
#: A statement that changes more rows than this sends one notification for all of them.
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class _Notified:
    """A table whose statements send notifications: the payload's kind, reach and id as SQL over a changed row."""

    table: str
    kind: str
    verbs: tuple[str, ...]
    number: str = "id"
    reach: str = "0"
    #: Whether many rows become one notification.
    folded: bool = False


_INSERT: Final = ("INSERT",)
_KEEP: Final = ("INSERT", "UPDATE")
_WRITE: Final = ("INSERT", "UPDATE", "DELETE")
_TABLES: Final = (
    _Notified("thread", "thread", _KEEP, folded=True),
    _Notified("public_comment", "comment", _KEEP, folded=True),
    _Notified("campaign_member", "comment", _KEEP, "comment_id", folded=True),
    _Notified("comment_fingerprint", "comment", _INSERT, "comment_id", folded=True),
    _Notified("revision", "instrument", _INSERT, "instrument_id", folded=True),
    _Notified("change_mark", "mark", _WRITE, "new_revision_id"),
    _Notified("composition", "composition", _KEEP),
    _Notified("saved_view", "saved_view", _WRITE, reach="coalesce(unit_id, 0)"),
    # Only for the person, whose other windows show the reminder too.
    _Notified("reminder", "reminder", _KEEP, "person_id"),
)
_REACH: Final = (
    "(SELECT string_agg(DISTINCT v.who::text, ',' ORDER BY v.who::text) FROM unnest({rows}) AS v (who)"
    " WHERE v.who IS NOT NULL)"
)
_IN_REACH: Final = "ARRAY[{0}.unit_id, -{0}.assignee_id] || coalesce({0}.reach, '{{}}')"
_NOW, _BEFORE = _IN_REACH.format("n"), _IN_REACH.format("b")
#: The writer of an event may no longer see its petition, so the function runs as its owner.
_EVENT: Final = (
    f" BEGIN PERFORM pg_notify('{_CHANNEL}', NEW.item_type || ':' || coalesce((SELECT"
    f" {_REACH.format(rows=_IN_REACH.format('p'))} FROM public.petition p WHERE NEW.item_type = 'petition'"
    " AND p.id = NEW.item_id AND p.unit_id IS NOT NULL), '0') || ':' || NEW.item_id); RETURN NULL; END "
)
#: Only clients at the same item are notified when somebody starts or stops writing there. Others read the presence
#: with their own next heartbeat.
_PRESENCE: Final = (
    " DECLARE places bigint[]; mover text; BEGIN"
    " IF TG_OP <> 'INSERT' AND OLD.doing = 'writing' THEN places := ARRAY[OLD.item_id]; END IF;"
    " IF TG_OP <> 'DELETE' AND NEW.doing = 'writing' THEN places := places || NEW.item_id; END IF;"
    " mover := CASE TG_OP WHEN 'DELETE' THEN OLD.client ELSE NEW.client END;"
    f" PERFORM pg_notify('{_CHANNEL}', 'presence:0:' || place.item_id) FROM ("
    " SELECT DISTINCT p.item_id FROM public.presence p WHERE p.item_id = ANY (places) AND p.client <> mover"
    ") AS place; RETURN NULL; END "
)
_WRITING: Final = {
    "insert": "NEW.doing = 'writing'",
    "delete": "OLD.doing = 'writing'",
    "update": "(OLD.doing = 'writing' OR NEW.doing = 'writing')"
    " AND (OLD.doing, OLD.item_type, OLD.item_id) <> (NEW.doing, NEW.item_type, NEW.item_id)",
}


def set_up(connection: Connection) -> None:
    """Creates the functions and triggers; does nothing on SQLite."""
    if connection.dialect.name == "sqlite":
        return
    for one in _TABLES:
        payload = f"'{one.kind}:' || {one.reach} || ':' || {one.number}"
        _make_function(
            connection, f"tell_{one.table}", _loop(one.kind, payload, "changed", folded=one.folded)
        )
        for verb in one.verbs:
            _make_trigger(connection, one.table, verb)
    _set_up_petition(connection)
    _make_function(connection, "tell_event", _EVENT, "SECURITY DEFINER")
    # The trigger of the petition notifies of a registration.
    connection.exec_driver_sql(
        "CREATE TRIGGER event_told_insert AFTER INSERT ON event"
        " FOR EACH ROW WHEN (NEW.action <> 'registered') EXECUTE FUNCTION tell_event()"
    )
    _make_function(connection, "tell_presence", _PRESENCE)
    for verb, when in _WRITING.items():
        connection.exec_driver_sql(
            f"CREATE TRIGGER presence_told_{verb} AFTER {verb.upper()} ON presence"
            f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION tell_presence()"
        )


def take_down(connection: Connection) -> None:
    """Drops the functions and triggers."""
    if connection.dialect.name == "sqlite":
        return
    tables = (one.table for one in _TABLES)
    for name in (*tables, "petition", "petition_update", "event", "presence"):
        connection.exec_driver_sql(f"DROP FUNCTION tell_{name}() CASCADE")


def _set_up_petition(connection: Connection) -> None:
    payload = "'petition:' || CASE WHEN {nobody} THEN '0' ELSE {reach} END || ':' || n.id"
    made = payload.format(nobody="n.unit_id IS NULL", reach=_REACH.format(rows=_NOW))
    changed = payload.format(
        nobody="n.unit_id IS NULL OR b.unit_id IS NULL", reach=_REACH.format(rows=f"{_NOW} || {_BEFORE}")
    )
    both = "changed n JOIN before b ON b.id = n.id"
    _make_function(connection, "tell_petition", _loop("petition", made, "changed n", folded=True))
    _make_trigger(connection, "petition", "INSERT")
    _make_function(connection, "tell_petition_update", _loop("petition", changed, both, folded=True))
    _make_trigger(
        connection, "petition", "UPDATE", "OLD TABLE AS before NEW TABLE AS changed", "petition_update"
    )


def _loop(kind: str, payload: str, rows: str, *, folded: bool) -> str:
    """The body of a function that sends one notification for each payload."""
    each = (
        f"FOR told IN SELECT DISTINCT {payload} FROM {rows} LOOP"
        f" PERFORM pg_notify('{_CHANNEL}', told); END LOOP;"
    )
    if folded:
        many = f"(SELECT count(*) FROM (SELECT 1 FROM changed LIMIT {_MOST + 1}) AS few) > {_MOST}"
        each = f"IF {many} THEN PERFORM pg_notify('{_CHANNEL}', '{kind}:0:0'); ELSE {each} END IF;"
    return f" DECLARE told text; BEGIN {each} RETURN NULL; END "


#: A full queue would make every commit fail: windows look now and then without being notified.
_UNLESS_FULL: Final = " BEGIN IF pg_notification_queue_usage() > 0.5 THEN RETURN NULL; END IF;"


def _make_function(connection: Connection, name: str, body: str, security: str = "SECURITY INVOKER") -> None:
    connection.exec_driver_sql(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {security}"
        f" SET search_path = pg_catalog, pg_temp AS $tell${body.replace(' BEGIN', _UNLESS_FULL, 1)}$tell$"
    )


def _make_trigger(
    connection: Connection, table: str, verb: str, rows: str | None = None, function: str | None = None
) -> None:
    rows = rows or f"{'OLD' if verb == 'DELETE' else 'NEW'} TABLE AS changed"
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_told_{verb.lower()} AFTER {verb} ON {table} REFERENCING {rows}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION tell_{function or table}()"
    )
