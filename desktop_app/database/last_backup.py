"""The time of the last good backup, stored in the database itself so that every administrator sees it on any PC.

A copied or restored database does not inherit it, because it was not backed up yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database

#: The name of its row in `setting`.
LAST_BACKUP: Final = "last_backup"


#: How all the data was moved: restored from a backup, copied here from another database, or copied to another one.
Carried = Literal["restored", "copied_here", "copied_out"]


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last good backup. `at` is aware, in UTC; `age_days` are whole days by the database's clock."""

    at: datetime
    place: str
    method: str
    age_days: int


def record_backup(
    database: Database, path: Path, method: str, *, size: int = 0, actor_id: int | None = None, by: str = ""
) -> None:
    """Stores that the good backup `path` of `size` bytes was made now, and records an event with its maker.

    Raises `DatabaseAwayError`.
    """
    value = "CAST(:value AS json)" if not database.is_sqlite else ":value"
    with database.writing() as session:
        now = database.now(session)
        known = {"at": now.isoformat(), "place": str(path.resolve()), "method": method}
        session.execute(
            text(
                f"INSERT INTO setting (name, value) VALUES (:name, {value})"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            ),
            {"name": LAST_BACKUP, "value": json.dumps(known)},
        )
        record_event(
            session,
            item_type="office",
            item_id=1,
            at=now,
            actor_id=actor_id,
            actor_name=by,
            action="backup_made",
            # Always true: a backup is read back and counted before it gets its name.
            after={"file": str(path.resolve()), "method": method, "bytes": size, "verified": True},
        )


def record_carrying(
    database: Database, carried: Carried, *, place: str, rows: int, actor_id: int | None = None, by: str = ""
) -> None:
    """Records in the audit log of `database` that all data was copied into or out of it.

    `place` is the other file or database. Raises `DatabaseAwayError`.
    """
    with database.writing() as session:
        record_event(
            session,
            item_type="office",
            item_id=1,
            at=database.now(session),
            actor_id=actor_id,
            actor_name=by,
            action=carried,
            after={"carried_place": place, "rows": rows},
        )


def last_backup(database: Database) -> LastBackup | None:
    """Returns the last good backup; None if there is none or its record is unreadable."""
    with database.reading() as session:
        return last_backup_in(session, database.now(session))


def last_backup_in(session: Session, now: datetime) -> LastBackup | None:
    """Returns the same as `last_backup`, inside the caller's transaction."""
    statement = text("SELECT CAST(value AS text) FROM setting WHERE name = :name")
    found = session.scalar(statement, {"name": LAST_BACKUP})
    try:
        known = json.loads(found or "")
        at = datetime.fromisoformat(known["at"])
        return LastBackup(at, str(known["place"]), str(known["method"]), max(0, (now - at).days))
    except (ValueError, TypeError, KeyError):
        return None
