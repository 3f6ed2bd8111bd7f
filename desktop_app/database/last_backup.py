"""The last good backup and the last trial of one, stored in the database itself: every administrator sees them.

A copied or restored database does not inherit them, because it was not backed up yet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.errors import AppError

#: The names of their rows in `setting`.
LAST_BACKUP: Final = "last_backup"
LAST_TRIAL: Final = "last_trial"

#: How all the data was moved: restored from a backup, copied here from another database, or copied to another one.
Carried = Literal["restored", "copied_here", "copied_out"]


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last good backup. `at` is aware, in UTC; `age_days` are whole days by the database's clock."""

    at: datetime
    place: str
    method: str
    age_days: int


@dataclass(frozen=True, slots=True)
class LastTrial:
    """The last trial of a backup. `code` and `parameters` are those of the fault; no code if the backup was sound.

    `at` is aware, in UTC; `age_days` are whole days by the database's clock.
    """

    at: datetime
    place: str
    age_days: int
    code: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.code


def record_backup(
    database: Database, path: Path, method: str, *, size: int = 0, actor_id: int | None = None, by: str = ""
) -> None:
    """Stores that the good backup `path` of `size` bytes was made now, and records an event with its maker.

    Raises `DatabaseAwayError`.
    """
    with database.writing() as session:
        now = database.now(session)
        known = {"at": now.isoformat(), "place": str(path.resolve()), "method": method}
        _keep(session, LAST_BACKUP, known)
        # Always verified: a backup is read back and counted before it gets its name.
        after = {"file": str(path.resolve()), "method": method, "bytes": size, "verified": True}
        _record(session, now, "backup_made", after, actor_id, by)


def record_trial(
    database: Database, path: Path, fault: AppError | None, *, actor_id: int | None = None, by: str = ""
) -> None:
    """Stores the verdict on the backup `path`, which was tried now, and records an event.

    Raises `DatabaseAwayError`.
    """
    code = fault.code if fault is not None else ""
    parameters = {name: str(value) for name, value in fault.parameters.items()} if fault is not None else {}
    with database.writing() as session:
        now = database.now(session)
        known = {"at": now.isoformat(), "place": str(path.resolve()), "code": code, "parameters": parameters}
        _keep(session, LAST_TRIAL, known)
        after: dict[str, Any] = {"file": str(path.resolve()), "sound": fault is None}
        if fault is not None:
            after["fault"] = f"{code} {parameters.get('reason', '')}"
        _record(session, now, "backup_tried", after, actor_id, by)


def forget_backups(session: Session) -> None:
    """Removes what another database left here about its backups."""
    for name in (LAST_BACKUP, LAST_TRIAL):
        session.execute(text("DELETE FROM setting WHERE name = :name"), {"name": name})


def record_carrying(
    database: Database, carried: Carried, *, place: str, rows: int, actor_id: int | None = None, by: str = ""
) -> None:
    """Records in the audit log of `database` that all data was copied into or out of it.

    `place` is the other file or database. Raises `DatabaseAwayError`.
    """
    with database.writing() as session:
        after = {"carried_place": place, "rows": rows}
        _record(session, database.now(session), carried, after, actor_id, by)


def _record(
    session: Session, at: datetime, action: str, after: dict[str, Any], actor_id: int | None, by: str
) -> None:
    """Records in the history of the office what was done with the whole database."""
    record_event(
        session,
        item_type="office",
        item_id=1,
        at=at,
        actor_id=actor_id,
        actor_name=by,
        action=action,
        after=after,
    )


def last_backup(database: Database) -> LastBackup | None:
    """Returns the last good backup; None if there is none or its record is unreadable."""
    with database.reading() as session:
        return last_backup_in(session, database.now(session))


def last_backup_in(session: Session, now: datetime) -> LastBackup | None:
    """Returns the same as `last_backup`, inside the caller's transaction."""
    known = _kept(session, LAST_BACKUP)
    try:
        at = datetime.fromisoformat(known["at"])
        return LastBackup(at, str(known["place"]), str(known["method"]), max(0, (now - at).days))
    except (ValueError, TypeError, KeyError):
        return None


def last_trial(database: Database) -> LastTrial | None:
    """Returns the last trial of a backup; None if there is none or its record is unreadable."""
    with database.reading() as session:
        return last_trial_in(session, database.now(session))


def last_trial_in(session: Session, now: datetime) -> LastTrial | None:
    """Returns the same as `last_trial`, inside the caller's transaction."""
    known = _kept(session, LAST_TRIAL)
    try:
        at = datetime.fromisoformat(known["at"])
        parameters = {str(name): str(value) for name, value in known["parameters"].items()}
        return LastTrial(at, str(known["place"]), max(0, (now - at).days), str(known["code"]), parameters)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _keep(session: Session, name: str, known: dict[str, Any]) -> None:
    value = ":value" if session.get_bind().dialect.name == "sqlite" else "CAST(:value AS json)"
    session.execute(
        text(
            f"INSERT INTO setting (name, value) VALUES (:name, {value})"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        ),
        {"name": name, "value": json.dumps(known)},
    )


def _kept(session: Session, name: str) -> Any:
    found = session.scalar(text("SELECT CAST(value AS text) FROM setting WHERE name = :name"), {"name": name})
    try:
        return json.loads(found or "{}")
    except ValueError:
        return {}
