"""What a database is and whether it is sound, for `database info` and `database check`."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database import schema
from desktop_app.database.address import tls_mode, weak_tls
from desktop_app.database.engine import Database, wal_is_safe
from desktop_app.database.guard_check import guard_faults
from desktop_app.database.last_backup import LastBackup, LastTrial, last_backup_in, last_trial_in
from desktop_app.database.rights import sees_everything
from desktop_app.errors import NotPreparedError

#: Two connections and a listener for each of 200 PCs, and some for the administrator.
WANTED_CONNECTIONS: Final = 650
_COUNTED: Final = ("petition", "petitioner", "instrument", "revision", "public_comment", "event", "person")


@dataclass(frozen=True, slots=True)
class DatabaseInfo:
    """Facts about a database. `journal` and `wal_is_safe` are set on SQLite only, `max_connections` on PostgreSQL
    only.
    """

    place: str
    engine: str
    server_version: str
    revision: str | None
    known_revision: str
    rows: dict[str, int]
    journal: str | None = None
    wal_is_safe: bool | None = None
    max_connections: int | None = None
    last_backup: LastBackup | None = None
    last_trial: LastTrial | None = None
    #: The `sslmode` in force, on PostgreSQL; `tls_is_weak` if an impostor could pass for the server.
    tls: str | None = None
    tls_is_weak: bool | None = None
    #: Whether `rows` counts only the rows that row security shows to this login.
    counted_in_part: bool | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the data: a key of `wording`, and what it is about."""

    problem: str
    detail: str


def describe(database: Database) -> DatabaseInfo:
    """Returns what the database is and how many rows it holds. Raises `DatabaseAwayError`, `NewerDatabaseError`."""
    revision = schema.check(database)
    with database.reading() as session:
        rows = {table: _count(session, table) for table in _COUNTED} if revision else {}
        backup = last_backup_in(session, database.now(session)) if revision else None
        trial = last_trial_in(session, database.now(session)) if revision else None
        if database.is_sqlite:
            return DatabaseInfo(
                database.place,
                "sqlite",
                sqlite3.sqlite_version,
                revision,
                schema.head(),
                rows,
                journal=str(session.scalar(text("PRAGMA journal_mode"))),
                wal_is_safe=wal_is_safe(),
                last_backup=backup,
                last_trial=trial,
            )
        return DatabaseInfo(
            database.place,
            "postgresql",
            str(session.scalar(text("SHOW server_version"))),
            revision,
            schema.head(),
            rows,
            max_connections=int(session.scalar(text("SHOW max_connections")) or 0),
            last_backup=backup,
            last_trial=trial,
            tls=tls_mode(database.url),
            tls_is_weak=weak_tls(database.url) is not None,
            counted_in_part=not sees_everything(session),
        )


def problems(database: Database) -> tuple[Problem, ...]:
    """Returns the problems of the database; none if it is sound. Raises `NotPreparedError`.

    It checks the file itself (SQLite), foreign keys and gaps in registry numbers. It also checks that every
    petition has text, events and a search index entry, and that the triggers are unchanged.
    """
    if schema.check(database) is None:
        raise NotPreparedError(where=database.place)
    with database.reading() as session:
        guards = tuple(Problem(fault.value, name) for name, fault in guard_faults(session))
        return problems_in(session, is_sqlite=database.is_sqlite) + guards


def problems_in(session: Session, *, is_sqlite: bool) -> tuple[Problem, ...]:
    """Returns the problems inside the caller's transaction, on tables of the newest revision."""
    found = _sqlite_problems(session) if is_sqlite else []
    index = "petition_fts" if is_sqlite else "petition_search"
    key = "rowid" if is_sqlite else "petition_id"
    for problem, statement in {**_STATEMENTS, "not_in_search": _NOT_IN_SEARCH}.items():
        worded = statement.replace(":index", index).replace(":key", key)
        found += [Problem(problem, str(row[0])) for row in session.execute(text(worded))]
    return tuple(found)


_STATEMENTS: Final = {
    "registry_gap": (
        "SELECT registry_year FROM petition GROUP BY registry_year"
        " HAVING max(registry_number) <> count(*) ORDER BY registry_year"
    ),
    "without_text": (
        "SELECT tracking_code FROM petition WHERE id NOT IN (SELECT petition_id FROM petition_text) LIMIT 20"
    ),
    "without_history": (
        "SELECT tracking_code FROM petition WHERE id NOT IN"
        " (SELECT item_id FROM event WHERE item_type = 'petition') LIMIT 20"
    ),
    "history_gap": (
        "SELECT item_type || ' ' || item_id FROM event GROUP BY item_type, item_id"
        " HAVING max(sequence) <> count(*) LIMIT 20"
    ),
}
_NOT_IN_SEARCH: Final = (
    "SELECT tracking_code FROM petition WHERE id NOT IN (SELECT :key FROM :index) LIMIT 20"
)


def _sqlite_problems(session: Session) -> list[Problem]:
    lines = [str(row[0]) for row in session.execute(text("PRAGMA integrity_check(20)"))]
    found = [Problem("damaged", line) for line in lines if line != "ok"]
    broken = session.execute(text("PRAGMA foreign_key_check"))
    return found + [Problem("broken_reference", f"{row[0]} {row[1]}") for row in broken.fetchmany(20)]


def _count(session: Session, table: str) -> int:
    return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)
