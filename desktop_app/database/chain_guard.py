"""Triggers that maintain the hash chain of the audit log inside the database.

PostgreSQL computes both hashes itself, whatever the client sends. SQLite has no sha256: the program registers two
functions on every connection, so that a writer without them cannot add an event. The owner of the file can still
drop a trigger; `database.verification` reports that.
"""

from __future__ import annotations

import sqlite3
from base64 import b64decode
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, text

from desktop_app.database.chain import (
    CONTENT_MARK,
    EVENT_MARK,
    MASKED,
    NOTHING_BEFORE,
    content_hash,
    event_hash,
)

#: The time of an event as it is hashed, which is the text that SQLite stores.
POSTGRESQL_MOMENT: Final = "to_char({at} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
#: The triggers' error for an event whose predecessor is missing.
OUT_OF_SEQUENCE: Final = "event is out of sequence"
_FIELDS: Final = (
    "id", "item_type", "item_id", "sequence", "at", "actor_id", "actor_name", "action", "before", "after", "text",
)  # fmt: skip
_LAST: Final = "FROM event WHERE item_type = NEW.item_type AND item_id = NEW.item_id"
#: The newest masking that names an event: the content hash that its masked values must have.
_DUE: Final = (
    "(SELECT {value} FROM event m WHERE m.item_type = OLD.item_type AND m.item_id = OLD.item_id"
    f" AND m.sequence > OLD.sequence AND m.action = '{MASKED}' AND {{value}} IS NOT NULL"
    " ORDER BY m.sequence DESC LIMIT 1)"
)
_DUE_ON_SQLITE: Final = _DUE.format(value=f"json_extract(m.after, '$.{MASKED}.\"' || OLD.sequence || '\"')")
_DUE_ON_POSTGRESQL: Final = _DUE.format(value=f"m.after->'{MASKED}'->>OLD.sequence::text")
#: The fields that masking does not change.
_FRAME: Final = tuple(field for field in _FIELDS if field not in {"before", "after", "text"})

SQLITE_TRIGGERS: Final = {
    "event_no_delete": (
        "CREATE TRIGGER event_no_delete BEFORE DELETE ON event"
        " BEGIN SELECT RAISE(ABORT, 'event is append-only'); END"
    ),
    # Only empty hashes may be filled in, once, and nothing else with them. Values may be masked if a masking event
    # of the item names their new content hash.
    "event_no_update": (
        "CREATE TRIGGER event_no_update BEFORE UPDATE ON event"
        " WHEN NOT (OLD.content_hash = '' AND OLD.hash = ''"
        " AND length(NEW.content_hash) = 64 AND length(NEW.hash) = 64 AND "
        + " AND ".join(f"NEW.{field} IS OLD.{field}" for field in _FIELDS)
        + f") AND NOT (OLD.action <> '{MASKED}' AND "
        + " AND ".join(f"NEW.{field} IS OLD.{field}" for field in (*_FRAME, "content_hash", "hash"))
        + f" AND mosharekat_content_hash(NEW.actor_name, NEW.before, NEW.after, NEW.text) IS {_DUE_ON_SQLITE}"
        ") BEGIN SELECT RAISE(ABORT, 'event is append-only'); END"
    ),
    # INSERT OR REPLACE would delete another row without firing the DELETE trigger.
    "event_in_sequence": (
        "CREATE TRIGGER event_in_sequence BEFORE INSERT ON event"
        " WHEN NEW.content_hash <> '' OR NEW.hash <> ''"
        " OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)"
        f" OR NEW.sequence IS NOT 1 + coalesce((SELECT max(sequence) {_LAST}), 0)"
        " BEGIN SELECT RAISE(ABORT, 'event is out of sequence'); END"
    ),
    "event_chain": (
        "CREATE TRIGGER event_chain AFTER INSERT ON event BEGIN UPDATE event SET"
        " content_hash = mosharekat_content_hash(NEW.actor_name, NEW.before, NEW.after, NEW.text),"
        f" hash = mosharekat_event_hash(coalesce((SELECT hash {_LAST} AND sequence = NEW.sequence - 1),"
        f" '{NOTHING_BEFORE}'), NEW.item_type, NEW.item_id, NEW.sequence, NEW.at, NEW.actor_id, NEW.action,"
        " mosharekat_content_hash(NEW.actor_name, NEW.before, NEW.after, NEW.text))"
        " WHERE id = NEW.id; END"
    ),
}


def _part(value: str) -> str:
    return f"length({value}) || ':' || {value} || ','"


def _digest(mark: str, *values: str) -> str:
    whole = " || ".join([f"'{len(mark)}:{mark},'", *map(_part, values)])
    return f"encode(sha256(convert_to({whole}, 'UTF8')), 'hex')"


#: The body of the trigger's function. The last row is found over the index of (item_type, item_id, sequence).
POSTGRESQL_BODY: Final = f"""
DECLARE
    last_sequence integer;
    previous text;
    before_text text := NEW.before::text;
    after_text text := NEW.after::text;
    moment text := {POSTGRESQL_MOMENT.format(at="NEW.at")};
    actor text := coalesce(NEW.actor_id::text, '');
BEGIN
    SELECT sequence, hash INTO last_sequence, previous {_LAST} ORDER BY sequence DESC LIMIT 1;
    IF NEW.sequence IS DISTINCT FROM coalesce(last_sequence, 0) + 1 THEN
        RAISE EXCEPTION 'event is out of sequence' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    previous := coalesce(previous, '{NOTHING_BEFORE}');
    NEW.content_hash := {_digest(CONTENT_MARK, "NEW.actor_name", "before_text", "after_text", "NEW.text")};
    NEW.hash := {_digest(
        EVENT_MARK, "previous", "NEW.item_type", "NEW.item_id::text", "NEW.sequence::text", "moment", "actor",
        "NEW.action", "NEW.content_hash",
    )};
    RETURN NEW;
END
"""  # fmt: skip

#: The body of the function that allows values to be masked, and refuses any other change.
MASKING_BODY: Final = f"""
DECLARE
    before_text text := NEW.before::text;
    after_text text := NEW.after::text;
    due text;
BEGIN
    due := {_DUE_ON_POSTGRESQL};
    IF OLD.action = '{MASKED}' OR due IS NULL
       OR ({", ".join(f"NEW.{field}" for field in (*_FRAME, "content_hash", "hash"))}) IS DISTINCT FROM
          ({", ".join(f"OLD.{field}" for field in (*_FRAME, "content_hash", "hash"))})
       OR due <> {_digest(CONTENT_MARK, "NEW.actor_name", "before_text", "after_text", "NEW.text")} THEN
        RAISE EXCEPTION 'event is append-only';
    END IF;
    RETURN NEW;
END
"""

#: The triggers that must exist on PostgreSQL: name, and what `pg_get_triggerdef` returns after the name.
POSTGRESQL_TRIGGERS: Final = {
    "event_append_only": "BEFORE DELETE ON {schema}.event FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "event_only_masked": "BEFORE UPDATE ON {schema}.event FOR EACH ROW EXECUTE FUNCTION mask_event()",
    "event_chain": "BEFORE INSERT ON {schema}.event FOR EACH ROW EXECUTE FUNCTION chain_event()",
    "event_no_truncate": (
        "BEFORE TRUNCATE ON {schema}.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
}
#: The functions of the chain by trigger; they run as the owner of the audit log.
POSTGRESQL_FUNCTIONS: Final = {
    "event_chain": ("chain_event", POSTGRESQL_BODY),
    "event_only_masked": ("mask_event", MASKING_BODY),
}


def register_functions(connection: sqlite3.Connection) -> None:
    """Registers on an SQLite connection the functions that its triggers and acts call."""
    connection.create_function("mosharekat_sha256", 1, _sha256, deterministic=True)
    connection.create_function("mosharekat_from_base64", 1, b64decode, deterministic=True)
    connection.create_function("mosharekat_content_hash", 4, content_hash, deterministic=True)
    connection.create_function("mosharekat_event_hash", 8, event_hash, deterministic=True)


def _sha256(value: str | bytes) -> str:
    return sha256(value.encode() if isinstance(value, str) else value).hexdigest()


def set_up(connection: Connection) -> None:
    """Creates the triggers on `event`, to be called after `append_only.set_up`. Existing rows must have hashes."""
    if connection.dialect.name == "sqlite":
        for statement in SQLITE_TRIGGERS.values():
            connection.exec_driver_sql(statement)
        return
    schema = str(connection.scalar(text("SELECT quote_ident(current_schema())")))
    for function, body in POSTGRESQL_FUNCTIONS.values():
        # pg_temp comes last, so that a temporary table of the caller cannot shadow the audit log.
        connection.exec_driver_sql(
            f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
            f" SET search_path = pg_catalog, {schema}, pg_temp AS $chain${body}$chain$"
        )
        connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION {function}() FROM PUBLIC")
    for name, rest in POSTGRESQL_TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {rest.format(schema=schema)}")


def take_down(connection: Connection) -> None:
    """Removes all triggers: the table is then unprotected."""
    if connection.dialect.name == "sqlite":
        for name in SQLITE_TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        return
    for name in POSTGRESQL_TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER {name} ON event")
    for function, _ in POSTGRESQL_FUNCTIONS.values():
        connection.exec_driver_sql(f"DROP FUNCTION {function}()")
