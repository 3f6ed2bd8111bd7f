"""Checks that the triggers that protect the audit log and the law exist and are unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database import append_only, statute_guard
from desktop_app.database.append_only import REFUSING_BODY
from desktop_app.database.chain_guard import POSTGRESQL_FUNCTIONS, POSTGRESQL_TRIGGERS, SQLITE_TRIGGERS


class GuardFault(StrEnum):
    """What is wrong with a trigger."""

    MISSING = "missing_trigger"
    ALTERED = "altered_trigger"


def guard_faults(session: Session) -> Iterator[tuple[str, GuardFault]]:
    """Yields the triggers, by name, that are missing, disabled or altered.

    It takes one query to the catalogue, so that it can run at every start. A trigger of the law on PostgreSQL is
    named after its function, because all of them have the same name.
    """
    sqlite = session.get_bind().dialect.name == "sqlite"
    return _sqlite_faults(session) if sqlite else _postgresql_faults(session)


def _sqlite_faults(session: Session) -> Iterator[tuple[str, GuardFault]]:
    rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    existing = {str(row[0]): str(row[1]) for row in rows}
    due = {**SQLITE_TRIGGERS, **append_only.SQLITE_TRIGGERS, **statute_guard.sqlite_triggers()}
    for name, statement in due.items():
        if name not in existing:
            yield name, GuardFault.MISSING
        elif existing[name] != statement:
            yield name, GuardFault.ALTERED


@dataclass(frozen=True, slots=True)
class _Due:
    """A trigger as it has to exist.

    `rest` is what `pg_get_triggerdef` returns after the name. `definer`: its function runs as its owner, on a fixed
    search path.
    """

    table: str
    trigger: str
    rest: str
    body: str
    definer: bool


def _due() -> Iterator[tuple[str, _Due]]:
    for name, rest in POSTGRESQL_TRIGGERS.items():
        _, body = POSTGRESQL_FUNCTIONS.get(name, ("", REFUSING_BODY))
        yield name, _Due("event", name, rest, body, definer=name in POSTGRESQL_FUNCTIONS)
    for name, rest in append_only.POSTGRESQL_TRIGGERS.items():
        yield name, _Due("revision", name, rest, REFUSING_BODY, definer=False)
    for table, body in statute_guard.postgresql_bodies().items():
        rest = (
            f"BEFORE INSERT OR DELETE OR UPDATE ON {{schema}}.{table}"
            f" FOR EACH ROW EXECUTE FUNCTION statute_{table}()"
        )
        yield f"statute_{table}", _Due(table, "a_statute", rest, body, definer=True)


def _postgresql_faults(session: Session) -> Iterator[tuple[str, GuardFault]]:
    due = dict(_due())
    rows = session.execute(
        text(
            "SELECT c.relname, t.tgname, t.tgenabled::text AS enabled, pg_get_triggerdef(t.oid) AS definition,"
            " f.prosrc AS body, f.prosecdef AS definer,"
            " coalesce(array_to_string(f.proconfig, ';'), '') AS settings, quote_ident(n.nspname) AS schema"
            " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            " JOIN pg_proc f ON f.oid = t.tgfoid WHERE NOT t.tgisinternal"
            " AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'event'::regclass)"
            " AND c.relname = ANY(:tables)"
        ),
        {"tables": sorted({one.table for one in due.values()})},
    )
    existing: Mapping[tuple[str, str], Any] = {(row.relname, row.tgname): row for row in rows}
    for name, one in due.items():
        row = existing.get((one.table, one.trigger))
        if row is None:
            yield name, GuardFault.MISSING
        elif not _is_as_made(row, one):
            yield name, GuardFault.ALTERED


def _is_as_made(row: Any, due: _Due) -> bool:
    path = f"search_path=pg_catalog, {row.schema}, pg_temp" if due.definer else ""
    definition = str(row.definition).replace(f"FUNCTION {row.schema}.", "FUNCTION ")
    return bool(
        row.enabled in {"O", "A"}
        and definition == f"CREATE TRIGGER {due.trigger} {due.rest.format(schema=row.schema)}"
        and row.body == due.body
        and (row.definer or not due.definer)
        and row.settings == path
    )
