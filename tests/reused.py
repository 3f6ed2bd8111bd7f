"""A PostgreSQL database that consecutive tests share.

`CREATE DATABASE`, `DROP DATABASE` and the first statements of a new connection take the server a tenth of a
second. Removing what a test wrote takes a fifth of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import sql

from desktop_app.clock import Clock
from desktop_app.database.engine import Database

#: Catalogs that show whether a test changed the schema, the rights or the statistics.
_CATALOGS: Final = (
    "pg_trigger", "pg_policy", "pg_attribute", "pg_constraint", "pg_index", "pg_namespace",
    "pg_statistic", "pg_rewrite", "pg_default_acl", "pg_event_trigger",
)  # fmt: skip
#: The relevant columns of `pg_class`; its rows also change without a change of the schema.
_RELATIONS: Final = (
    "SELECT md5(string_agg(concat_ws(' ', relname, relacl, relowner, relrowsecurity, relforcerowsecurity, reloptions)"
    ", ',' ORDER BY oid)) FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'S', 'v')"
)
#: Our functions, without their transaction ids: `clean` restores those that a test replaced.
_FUNCTIONS: Final = "SELECT md5(string_agg(p::text, ',' ORDER BY oid)) FROM pg_proc p WHERE oid >= 16384"
_DEFINITIONS: Final = (
    "SELECT oid, CASE WHEN prokind IN ('f', 'p') THEN pg_get_functiondef(oid) END"
    " FROM pg_proc WHERE oid >= 16384"
)
_DATABASE: Final = "SELECT datacl::text FROM pg_database WHERE datname = current_database()"
#: Resets a session except for its prepared statements.
_RESET_SESSION: Final = "RESET ALL; CLOSE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); DISCARD TEMP"
_TABLES: Final = (
    "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c JOIN pg_namespace n"
    " ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.oid >= 16384"
    " AND n.nspname NOT IN ('pg_catalog', 'pg_toast') ORDER BY c.oid"
)
_SIZES: Final = (
    "SELECT pg_relation_size(name) FROM unnest(%s::text[]::regclass[]) WITH ORDINALITY t(name, number)"
    " ORDER BY number"
)
_SEQUENCES: Final = (
    "SELECT c.oid::regclass::text, pg_sequence_last_value(c.oid) FROM pg_class c WHERE c.relkind = 'S'"
)
_SIGNALS: Final = ("before_cursor_execute", "after_cursor_execute", "begin", "commit", "rollback")


@dataclass(frozen=True)
class _State:
    """The initial state of the database."""

    rows: dict[str, int]
    contents: dict[str, bytes]
    sequences: dict[str, int | None]
    functions: dict[int, str | None]
    #: A digest of source, rights and owners of the functions.
    function_digest: str
    schema: tuple[Any, ...]


class ReusedDatabase:
    """One copy of a template. `clean` restores its initial state and keeps its connections."""

    def __init__(self, url: str, template: str) -> None:
        self.url, self.template = url, template
        self._connection = psycopg.connect(url, autocommit=True)
        # `VACUUM` invalidates most plans.
        self._connection.prepare_threshold = None
        self._tables = [str(row[0]) for row in self._connection.execute(_TABLES)]
        self._database: Database | None = None
        self._attributes: dict[str, Any] = {}
        self._listeners = 0
        self._state = self._seen()
        self._mark = self._next_transaction()

    def database(self, clock: Clock | None) -> Database:
        """Returns the program's access to this database, in its initial state except for an open connection."""
        if self._database is None:
            self._database = Database(self.url)
            self._attributes = dict(vars(self._database))
            self._listeners = _listeners_of(self._database)
        vars(self._database).update(self._attributes)
        self._database.clock = clock
        return self._database

    def clean(self) -> bool:
        """Removes what a test wrote. Returns False if the test changed the schema or the rights."""
        self._disconnect_clients()
        if not self._put_back_functions() or self._schema() != self._state.schema:
            return False
        changed = self._changed()
        if changed:
            self._put_back(changed)
        for name, value in self._connection.execute(_SEQUENCES):
            if value != self._state.sequences[name]:
                before = self._state.sequences[name]
                self._connection.execute("SELECT setval(%s, %s, %s)", (name, before or 1, before is not None))
        self._mark = self._next_transaction()
        return True

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
        self._connection.close()

    def _disconnect_clients(self) -> None:
        """Disconnects everybody except the kept connection, whose session is reset."""
        kept: list[int] = []
        if self._database is not None:
            vars(self._database).update(self._attributes)
            if _listeners_of(self._database) != self._listeners:
                self._database.close()
                self._database = None
            else:
                kept = self._reset_session(self._database)
        self._connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND pid <> ALL(%s) AND backend_type = 'client backend'",
            (kept,),
        )

    def _reset_session(self, database: Database) -> list[int]:
        """Returns the server process of the kept connection; none if the test closed it or left it in use."""
        pool: Any = database.engine.pool
        if pool.checkedout() or not pool.checkedin():
            database.close()
            return []
        with database.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.autocommit = True
            for statement in _RESET_SESSION.split("; "):
                raw.execute(statement)
            raw.autocommit = False
            return [raw.info.backend_pid]

    def _next_transaction(self) -> str:
        return str(self._one("SELECT pg_snapshot_xmax(pg_current_snapshot())::text"))

    def _one(self, statement: str) -> Any:
        row = self._connection.execute(statement.encode()).fetchone()
        assert row is not None
        return row[0]

    def _schema(self) -> tuple[Any, ...]:
        counts = " UNION ALL ".join(
            f"SELECT {number}, count(*), max(xmin::text::bigint)::text FROM {catalog}"
            for number, catalog in enumerate(_CATALOGS)
        )
        found = sorted(self._connection.execute(counts.encode(), prepare=True).fetchall())
        return (*found, self._one(_RELATIONS), self._one(_DATABASE))

    def _seen(self) -> _State:
        rows, contents = {}, {}
        for table in self._tables:
            rows[table] = int(self._one(f"SELECT count(*) FROM {table}"))
            if rows[table]:
                with self._connection.cursor().copy(f"COPY {table} TO STDOUT".encode()) as copy:
                    contents[table] = b"".join(bytes(part) for part in copy)
        sequences: dict[str, int | None] = dict(self._connection.execute(_SEQUENCES).fetchall())
        functions: dict[int, str | None] = dict(self._connection.execute(_DEFINITIONS).fetchall())
        return _State(rows, contents, sequences, functions, self._one(_FUNCTIONS), self._schema())

    def _put_back_functions(self) -> bool:
        """Restores functions that a test replaced. Returns whether all are as before."""
        look = f"SELECT oid, age(xmin) <= age('{self._mark}'::xid) FROM pg_proc WHERE oid >= 16384"
        found: dict[int, bool] = dict(self._connection.execute(look.encode()).fetchall())
        if found.keys() != self._state.functions.keys():
            return False
        if not any(found.values()):
            return True
        for number, written in found.items():
            definition = self._state.functions[number]
            if written and definition is not None:
                self._connection.execute(definition.encode())
        return bool(self._one(_FUNCTIONS) == self._state.function_digest)

    def _changed(self) -> list[str]:
        """Returns the tables in which rows were added, deleted or changed since the mark."""
        pages = self._connection.execute(_SIZES, (self._tables,)).fetchall()
        changed, with_pages = [], []
        for table, (size,) in zip(self._tables, pages, strict=True):
            if size:
                with_pages.append(table)
            elif self._state.rows[table]:
                changed.append(table)
        if not with_pages:
            return changed
        age = f"age('{self._mark}'::xid)"
        looks = " UNION ALL ".join(
            f"SELECT {number}, count(*), count(*) FILTER (WHERE age(xmin) <= {age}) FROM {table}"
            for number, table in enumerate(with_pages)
        )
        for number, rows, written in self._connection.execute(looks.encode()):
            if written or rows != self._state.rows[with_pages[number]]:
                changed.append(with_pages[number])
        return changed

    def _put_back(self, changed: list[str]) -> None:
        """Restores the rows of tables, without triggers and foreign key checks.

        Emptied tables lose their pages, so that rows are stored in the same order as in a new database.
        """
        run = self._connection.execute
        run("SET session_replication_role = replica")
        run("".join(f"DELETE FROM {table};" for table in changed).encode())
        run(f"VACUUM (SKIP_DATABASE_STATS, INDEX_CLEANUP ON) {', '.join(changed)}".encode())
        with self._connection.transaction(), self._connection.cursor() as cursor:
            for table in changed:
                if table in self._state.contents:
                    with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.SQL(table))) as copy:
                        copy.write(self._state.contents[table])
        run("SET session_replication_role = origin")


def _listeners_of(database: Database) -> int:
    return sum(len(list(getattr(database.engine.dispatch, name))) for name in _SIGNALS)
