"""Who may do what, in the database itself (PostgreSQL): roles, grants, row security, the functions that guard moves.

`apply` is run after every migration and may be run again. On SQLite there is nobody to keep out: a file's owner can
read it all.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from desktop_app.database.rights.tables import COLUMNS, GRANTS, GROUPS, POLICIES
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
#: What the functions may be called by: those that row security asks, and those that services call.
_CALLABLE: Final = {
    "mosharekat_staff": (
        "is_program()", "by_hand()", "me()", "today()", "has_role(text, integer)", "my_units()",
        "office_wide()", "at_desk()",
        "my_referrals()", "my_reach()", "sees_view(integer)", "search(text, integer, integer)",
        "alike(integer[], integer)", "pair_near_equals(integer[], integer[])",
        "take_numbers(text, integer, integer)", "free_codes(text[])", "reserve_code(text, integer)",
        "see_referrals(integer[], timestamptz)",
        "set_password(integer, text)", "held_by(integer)", "write_again(jsonb)", "put_comment_aside(jsonb)",
        "perform(text, jsonb, jsonb, bigint, text, timestamptz)",
    ),
    "mosharekat_manager": ("correct_petitioner(integer, jsonb)",),
    "mosharekat_portal": ("portal_status(text, text)",),
    "mosharekat_administrator": (
        "sync_account(integer)", "open_in_unit(integer)", "recalculate_deadlines(date, date, text)",
        "lengthen_windows(text)", "retention(timestamptz, integer, integer)", "retention_counts(timestamptz)",
        "empty_aside(timestamptz, integer)",
        "personal_data(integer)", "mask(integer, json)", "outbox_standing(timestamptz, timestamptz, timestamptz)",
    ),
}  # fmt: skip


def apply(connection: Connection) -> None:
    """Makes roles, functions, grants and policies what this program wants them to be.

    The connection is that of the schema's owner, who needs CREATEROLE to make the groups; inside its transaction.
    """
    from desktop_app.database.acts.script import script as acts_script  # noqa: PLC0415 - only a migration needs it

    # Roles belong to the whole server: two databases of one server are not prepared at once.
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    for group in GROUPS:
        if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": group}):
            connection.exec_driver_sql(f"CREATE ROLE {group} NOLOGIN")
    _run(connection, _script("functions.sql"))
    _run(connection, _script("guards.sql"))
    _run(connection, _script("consultation.sql"))
    _run(connection, _script("outbox.sql"))
    _run(connection, _script("retention.sql"))
    _run(connection, _script("portal.sql"))
    _run(connection, _script("messages.sql"))
    _run(connection, acts_script())
    _run(connection, _closed(connection))
    numbered = _numbered(connection)
    for table in sorted(GRANTS):
        _run(connection, "\n".join(_granted(table, numbered.get(table, ()))))
    for table in sorted(POLICIES):
        _run(connection, "\n".join(_secured(connection, table)))
    for group, functions in _CALLABLE.items():
        _run(connection, "\n".join(f"GRANT EXECUTE ON FUNCTION app.{one} TO {group};" for one in functions))


def take_down(connection: Connection) -> None:
    """Removes functions and policies, before the tables go. The roles stay: they belong to the whole server."""
    connection.exec_driver_sql("DROP SCHEMA IF EXISTS app CASCADE")
    for table in sorted(POLICIES):
        _run(connection, "\n".join(_without_policies(connection, table)))


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


def set_password(session: Session, person_id: int, username: str, password: str) -> None:
    """Sets the password of an account's role. The server gets the verifier only, never the password."""
    verifier = password_verifier(session.connection(), username, password)
    session.execute(
        text("SELECT app.set_password(:person, :verifier)"), {"person": person_id, "verifier": verifier}
    )


def password_verifier(connection: Connection, username: str, password: str) -> str:
    """The SCRAM-SHA-256 verifier of a password, made by libpq on this side of the wire."""
    driver: Any = connection.connection.driver_connection
    made: bytes = driver.pgconn.encrypt_password(password.encode(), username.encode(), b"scram-sha-256")
    return made.decode()


def _script(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def _run(connection: Connection, script: str) -> None:
    # Through the driver: a script of several statements, in which % and : mean themselves.
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        cursor.execute(script)


def _closed(connection: Connection) -> str:
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


def _granted(table: str, without_id: tuple[str, ...]) -> list[str]:
    """Returns the grants of a table; nobody inserts a row with a number of their own."""
    made = []
    for group, privileges in GRANTS[table].items():
        for privilege in privileges:
            columns = COLUMNS.get((table, privilege)) or (without_id if privilege == "INSERT" else ())
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


def _secured(connection: Connection, table: str) -> list[str]:
    made = _without_policies(connection, table)
    made.append(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;")
    for verb, (using, check) in POLICIES[table].items():
        parts = [f"CREATE POLICY {verb.lower()}_own ON {table} FOR {verb} TO mosharekat_staff"]
        if using:
            parts.append(f"USING ({using})")
        if check:
            parts.append(f"WITH CHECK ({check})")
        made.append(f"{' '.join(parts)};")
    if "INSERT" in GRANTS[table].get("portal", ()):
        # The portal is nobody of the staff: it hands in, and there is nothing else that it may.
        made.append(
            f"CREATE POLICY hands_in ON {table} FOR INSERT TO mosharekat_portal"
            " WITH CHECK (file_id IS NULL AND row_key IS NULL);"
        )
    return made
