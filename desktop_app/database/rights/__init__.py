"""Who may do what, in the database itself (PostgreSQL): roles, grants, row security, functions and triggers.

Each module declares its own rights (`model.declare`) and keeps its SQL scripts; the composition root imports them.
`apply` runs after every migration and may run again. On SQLite there is nobody to keep out: a file's owner can
read it all.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from desktop_app.database.rights import tables as _own  # noqa: F401 - declares the rights on the tables of `database`
from desktop_app.database.rights.model import GROUPS, TableRights, declared, events, run_script, tables
from desktop_app.errors import NotPermittedError

if TYPE_CHECKING:
    from desktop_app.database.engine import Database

__all__ = [
    "GROUPS",
    "OWNER",
    "apply",
    "password_verifier",
    "require_history_reader",
    "require_owner",
    "sees_everything",
    "set_password",
    "sync_account",
]
#: Who may, beside the roles of staff: the login that made the tables.
OWNER: Final = "owner"

_LOCK: Final = 4_072_918_356


def compile_acts() -> str:
    """Returns the functions of all acts. The first call takes some seconds, before a transaction begins."""
    from desktop_app.database.acts import script  # noqa: PLC0415 - only a migration needs it

    return script.script()


def apply(connection: Connection) -> None:
    """Makes roles, functions, grants and policies what this program wants them to be.

    The connection is that of the schema's owner, who needs CREATEROLE to make the groups; inside its transaction.
    """
    # Roles belong to the whole server: two databases of one server are not prepared at once.
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    for group in GROUPS:
        if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": group}):
            connection.exec_driver_sql(f"CREATE ROLE {group} NOLOGIN")
    # The functions of one module call those of another.
    connection.exec_driver_sql("SET LOCAL check_function_bodies = off")
    for module in declared():
        for part in module.scripts:
            run_script(connection, part)
    run_script(connection, compile_acts())
    run_script(connection, _CLOSED)
    run_script(connection, _connecting(connection))
    numbered = _numbered(connection)
    rights = tables()
    for table in sorted(rights):
        run_script(connection, "\n".join(_granted(table, rights[table], numbered.get(table, ()))))
        run_script(connection, "\n".join(_secured(connection, table, rights[table])))
        if rights[table].told:
            run_script(connection, _told(table, rights[table]))
    for module in declared():
        for group, functions in module.functions.items():
            for function in functions:
                run_script(connection, f"GRANT EXECUTE ON FUNCTION app.{function} TO mosharekat_{group}")


def take_down(connection: Connection) -> None:
    """Removes functions and policies, before the tables go. The roles stay: they belong to the whole server."""
    connection.exec_driver_sql("DROP SCHEMA IF EXISTS app CASCADE")
    for table in sorted(tables()):
        run_script(connection, "\n".join(_without_policies(connection, table)))


def sees_everything(session: Session) -> bool:
    """Whether row security hides nothing from whoever is connected: the owner of the tables; on SQLite everybody."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    owned = text(
        "SELECT coalesce(bool_and(pg_has_role(session_user, relowner, 'MEMBER')), true) FROM pg_class"
        " WHERE oid = to_regclass('alembic_version')"
    )
    return bool(session.scalar(owned))


def require_owner(database: Database, act: str) -> None:
    """For what is only whole with every row of it. Raises `NotPermittedError` for anybody but the owner, before
    anything is begun."""
    with database.reading() as session:
        if not sees_everything(session):
            raise NotPermittedError(act=act, who_may=OWNER)


def require_history_reader(database: Database) -> None:
    """For reading the whole history: its owner, or an administrator. Raises `NotPermittedError`."""
    with database.reading() as session:
        if not sees_everything(session) and not session.scalar(
            text("SELECT app.has_role('administrator', NULL)")
        ):
            raise NotPermittedError(act="read_history", who_may=f"administrator,{OWNER}")


def sync_account(session: Session, person_id: int) -> None:
    """Brings the role of an account to what the tables say of it; a disabled one's sessions end at once."""
    session.execute(text("SELECT app.sync_account(:person)"), {"person": person_id})


def set_password(
    session: Session,
    person_id: int,
    username: str,
    password: str,
    *,
    actor_id: int | None = None,
    actor_name: str = "",
    now: datetime | None = None,
) -> str | None:
    """Sets the password of an account's role. The server gets the verifier only, never the password.

    The database performs the act of it, except for the owner who gives no moment. Returns the rule that refused it.
    """
    verifier = password_verifier(session.connection(), username, password)
    rule: str | None = session.scalar(
        text("SELECT app.set_password(:person, :verifier, :actor, :named, :now)"),
        {
            "person": person_id,
            "verifier": verifier,
            "actor": actor_id,
            "named": actor_name,
            "now": now,
        },
    )
    return rule


def password_verifier(connection: Connection, username: str, password: str) -> str:
    """The SCRAM-SHA-256 verifier of a password, made by libpq on this side of the wire."""
    driver: Any = connection.connection.driver_connection
    made: bytes = driver.pgconn.encrypt_password(password.encode(), username.encode(), b"scram-sha-256")
    return made.decode()


#: Nobody calls a function that is not granted by name.
_CLOSED: Final = """
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
    REVOKE ALL ON SCHEMA app FROM PUBLIC;
"""


def _connecting(connection: Connection) -> str:
    """Takes away what PostgreSQL gives to everybody, and lets the groups connect."""
    preparer = connection.dialect.identifier_preparer
    database = preparer.quote(str(connection.scalar(text("SELECT current_database()"))))
    everybody = ", ".join(GROUPS)
    return f"""
        REVOKE ALL ON DATABASE {database} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {database} TO {everybody};
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO {everybody};
        GRANT USAGE ON SCHEMA app TO mosharekat_staff, mosharekat_portal;
        REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {everybody};
        REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, {everybody};
        REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, {everybody};
    """


def _numbered(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Returns for each table that has an identity column its other columns."""
    found = connection.execute(
        text(
            "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position)"
            " FILTER (WHERE is_identity = 'NO') FROM information_schema.columns WHERE table_schema = 'public'"
            " GROUP BY table_name HAVING bool_or(is_identity = 'YES')"
        )
    )
    return {table: tuple(columns) for table, columns in found}


def _granted(table: str, rights: TableRights, without_id: tuple[str, ...]) -> list[str]:
    """Returns the grants of a table; nobody inserts a row with a number of their own."""
    made = []
    for group, privileges in rights.groups.items():
        for privilege in privileges:
            columns = rights.columns.get(privilege, "").split() or (
                without_id if privilege == "INSERT" else ()
            )
            only = f" ({', '.join(_quoted(name) for name in columns)})" if columns else ""
            made.append(f"GRANT {privilege}{only} ON {table} TO mosharekat_{group};")
    return made


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _without_policies(connection: Connection, table: str) -> list[str]:
    known = connection.scalars(
        text("SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = :table"),
        {"table": table},
    ).all()
    return [f"DROP POLICY {_quoted(name)} ON {table};" for name in known]


def _secured(connection: Connection, table: str, rights: TableRights) -> list[str]:
    """Returns the row security of a table; without conditions everybody who has a privilege has it for all rows."""
    rows = _event_rows() if table == "event" else rights.rows
    made = _without_policies(connection, table)
    if rows:
        made.append(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;")
    for verb, (using, check) in rows.items():
        parts = [f"CREATE POLICY {verb.lower()}_own ON {table} FOR {verb} TO mosharekat_staff"]
        if using:
            parts.append(f"USING ({using})")
        if check:
            parts.append(f"WITH CHECK ({check})")
        made.append(f"{' '.join(parts)};")
    if rights.portal:
        # The portal is nobody of the staff: it hands in, and there is nothing else that it may.
        made.append(
            f"CREATE POLICY hands_in ON {table} FOR INSERT TO mosharekat_portal WITH CHECK ({rights.portal});"
        )
    return made


def _event_rows() -> dict[str, tuple[str, str]]:
    """Returns the row security of the history: what the modules say of their types of items."""
    readable = " ".join(f"WHEN '{kind}' THEN {of.readable}" for kind, of in events().items())
    writable = " ".join(f"WHEN '{kind}' THEN {of.writable}" for kind, of in events().items())
    return {
        "SELECT": (f"CASE item_type {readable} ELSE true END", ""),
        "INSERT": ("", f"CASE item_type {writable} ELSE false END"),
    }


def _told(table: str, rights: TableRights) -> str:
    """Returns the trigger that asks for an event in the transaction of a login that writes rows."""
    kinds = ", ".join(f"'{kind}'" for kind in rights.told)
    return f"""
        DROP TRIGGER IF EXISTS is_told ON {table};
        CREATE CONSTRAINT TRIGGER is_told AFTER INSERT OR UPDATE OR DELETE ON {table} DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW EXECUTE FUNCTION app.check_told({kinds});
    """
