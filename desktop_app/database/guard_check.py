"""Whether the triggers that keep the history stand, and are those that the program made."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database.chain_guard import (
    POSTGRESQL_BODY,
    POSTGRESQL_TRIGGERS,
    REFUSING_BODY,
    SQLITE_TRIGGERS,
)


class GuardFault(StrEnum):
    """What is wrong with a trigger."""

    MISSING = "missing_trigger"
    ALTERED = "altered_trigger"


def guard_faults(session: Session) -> Iterator[tuple[str, GuardFault]]:
    """Triggers by name that are not as they should be: gone, switched off, or with other words."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    return _sqlite_faults(session) if sqlite else _postgresql_faults(session)


def _sqlite_faults(session: Session) -> Iterator[tuple[str, GuardFault]]:
    rows = session.execute(
        text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'")
    )
    standing = {str(row[0]): str(row[1]) for row in rows}
    for name, statement in SQLITE_TRIGGERS.items():
        if name not in standing:
            yield name, GuardFault.MISSING
        elif standing[name] != statement:
            yield name, GuardFault.ALTERED


def _postgresql_faults(session: Session) -> Iterator[tuple[str, GuardFault]]:
    rows = session.execute(
        text(
            "SELECT t.tgname, t.tgenabled::text, pg_get_triggerdef(t.oid), f.prosrc, f.prosecdef,"
            " coalesce(array_to_string(f.proconfig, ';'), ''), quote_ident(n.nspname)"
            " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            " JOIN pg_proc f ON f.oid = t.tgfoid WHERE c.oid = 'event'::regclass AND NOT t.tgisinternal"
        )
    )
    standing = {str(row[0]): row for row in rows}
    for name, rest in POSTGRESQL_TRIGGERS.items():
        row = standing.get(name)
        if row is None:
            yield name, GuardFault.MISSING
            continue
        _, enabled, definition, body, definer, settings, schema = row
        due_body = POSTGRESQL_BODY if name == "event_chain" else REFUSING_BODY
        due = f"CREATE TRIGGER {name} {rest.format(schema=schema)}"
        path = f"search_path=pg_catalog, {schema}, pg_temp" if name == "event_chain" else ""
        if (
            enabled not in {"O", "A"}
            or definition.replace(f"FUNCTION {schema}.", "FUNCTION ") != due
            or body != due_body
            or (path and not definer)
            or settings != path
        ):
            yield name, GuardFault.ALTERED
