"""Triggers that refuse changes of evidence, on both engines.

By law a revision of a draft document stays as it was exposed or compared. `chain_guard` protects events with the
same function, but their values may be masked.
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
#: The name of the trigger, and what `pg_get_triggerdef` returns after the name.
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
    """Creates the function and the triggers of `revision`."""
    if connection.dialect.name == "sqlite":
        for statement in SQLITE_TRIGGERS.values():
            connection.exec_driver_sql(statement)
        return
    # exec_driver_sql would read the % as a parameter.
    connection.execute(
        text(f"CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $${REFUSING_BODY}$$")
    )
    schema = str(connection.scalar(text("SELECT quote_ident(current_schema())")))
    for name, rest in POSTGRESQL_TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {rest.format(schema=schema)}")


def take_down(connection: Connection) -> None:
    """Removes the triggers and the function; to be called after `chain_guard.take_down`."""
    if connection.dialect.name == "sqlite":
        for name in SQLITE_TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    else:
        connection.exec_driver_sql("DROP FUNCTION refuse_change() CASCADE")
