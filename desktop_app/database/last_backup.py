"""When the last good back-up was made: kept in the database itself, so that every administrator sees it,
from whichever PC it was made. A copy or a restored database does not take it over: it was not backed up yet.
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

#: The name of the row of `setting`.
LAST_BACKUP: Final = "last_backup"


#: What became of all the data: it came out of a back-up, or from another database; it was copied to another one.
Carried = Literal["restored", "copied_here", "copied_out"]


@dataclass(frozen=True, slots=True)
class LastBackup:
    """`at` is aware, in UTC; `age_days` are whole days by the database's clock."""

    at: datetime
    place: str
    method: str
    age_days: int


def record_backup(
    database: Database, path: Path, method: str, *, size: int = 0, actor_id: int | None = None, by: str = ""
) -> None:
    """Remembers the good back-up `path` of `size` bytes that was made just now, and writes into the history who made
    it. Raises `DatabaseAwayError`."""
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
            # Read again and counted before it got its name: there is no other back-up.
            after={"file": str(path.resolve()), "method": method, "bytes": size, "verified": True},
        )


def record_carrying(
    database: Database, carried: Carried, *, place: str, rows: int, actor_id: int | None = None, by: str = ""
) -> None:
    """Writes into the history of `database` that all of the data came into it, or was taken out of it: from which
    file or database, or into which. Raises `DatabaseAwayError`."""
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
    """The last good back-up; None where there was none, or none is known of."""
    with database.reading() as session:
        return last_backup_in(session, database.now(session))


def last_backup_in(session: Session, now: datetime) -> LastBackup | None:
    """The same inside somebody else's transaction."""
    asked = text("SELECT CAST(value AS text) FROM setting WHERE name = :name")
    found = session.scalar(asked, {"name": LAST_BACKUP})
    try:
        known = json.loads(found or "")
        at = datetime.fromisoformat(known["at"])
        return LastBackup(at, str(known["place"]), str(known["method"]), max(0, (now - at).days))
    except (ValueError, TypeError, KeyError):
        return None
