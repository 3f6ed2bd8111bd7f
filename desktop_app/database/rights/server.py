"""What a PostgreSQL server gives to everybody, and only a superuser takes away: large objects, advisory locks,
temporary files without limit.

`database init` closes these doors if its login is a superuser; otherwise it names those that are open.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.rights.model import run_script

#: Door → the functions of PostgreSQL behind it, as a regular expression.
_FUNCTIONS: Final = {
    "large_objects": "^(lo_.*|lowrite|loread)$",
    "advisory_locks": "^pg_(try_)?advisory_.*$",
}
_CLOSING: Final = """
DO $$
DECLARE
  one regprocedure;
  owner name := (SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'app');
BEGIN
  FOR one IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace
             AND (p.proname ~ '{large_objects}' OR p.proname ~ '{advisory_locks}') LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', one, owner);
  END LOOP;
  EXECUTE format('ALTER DATABASE %I SET temp_file_limit = ''4GB''', current_database());
END $$
"""
_OPEN: Final = text("""
    SELECT bool_or(p.proname ~ :large_objects), bool_or(p.proname ~ :advisory_locks) FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND has_function_privilege('mosharekat_staff', p.oid, 'EXECUTE')
""")
_FILES: Final = text("""
    SELECT NOT EXISTS (SELECT 1 FROM pg_db_role_setting s, unnest(s.setconfig) c
      WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.setrole = 0
        AND c LIKE 'temp_file_limit=%' AND c <> 'temp_file_limit=-1')
""")


def close_doors(database: Database) -> tuple[str, ...]:
    """Closes the doors if the login is a superuser; returns the names of those that are open.

    The names are `large_objects`, `advisory_locks` and `temporary_files`.
    """
    if database.is_sqlite:
        return ()
    with database.writing() as session:
        if session.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")):
            run_script(session.connection(), _CLOSING.format(**_FUNCTIONS))
        return open_doors(session)


def open_doors(session: Session) -> tuple[str, ...]:
    """Returns the names of the open doors; none on SQLite."""
    if session.get_bind().dialect.name == "sqlite":
        return ()
    objects, locks = session.execute(_OPEN, _FUNCTIONS).one()
    files = session.scalar(_FILES)
    doors = {"large_objects": objects, "advisory_locks": locks, "temporary_files": files}
    return tuple(name for name, is_open in doors.items() if is_open)
