"""Triggers that refuse changes of what is evidence, on both engines.

A revision of a draft document stays as it was exposed or compared (law). `chain_guard` guards events with the same
function: their values may be masked.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

SQLITE_TRIGGERS: Final = {
    f"revision_no_{verb.lower()}": (
        f"CREATE TRIGGER revision_no_{verb.lower()} BEFORE {verb} ON revision"
        " BEGIN SELECT RAISE(ABORT, 'revision is append-only'); END"
    )
    for verb in ("UPDATE", "DELETE")
}
#: Name, and what `pg_get_triggerdef` gives after the name.
POSTGRESQL_TRIGGERS: Final = {
    "revision_append_only": (
        "BEFORE DELETE OR UPDATE ON {schema}.revision FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    "revision_no_truncate": (
        "BEFORE TRUNCATE ON {schema}.revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
}
#: The body of `refuse_change`.
REFUSING_BODY: Final = " BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END "


def set_up(connection: Connection) -> None:
    """Makes the function and the triggers of `revision`."""
    if connection.dialect.name == "sqlite":
        for statement in SQLITE_TRIGGERS.values():
            connection.exec_driver_sql(statement)
        return
    # exec_driver_sql would take the % for a parameter.
    connection.execute(
        text(f"CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $${REFUSING_BODY}$$")
    )
    schema = str(connection.scalar(text("SELECT quote_ident(current_schema())")))
    for name, rest in POSTGRESQL_TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {rest.format(schema=schema)}")


def take_down(connection: Connection) -> None:
    """Removes them, after `chain_guard`."""
    if connection.dialect.name == "sqlite":
        for name in SQLITE_TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    else:
        connection.exec_driver_sql("DROP FUNCTION refuse_change() CASCADE")
