"""Triggers that keep recovery codes on SQLite, whatever client writes.

A person has one code that counts. It ends once, as used or as replaced. Until then wrong tries are counted one by
one, and never taken back. Nothing else of a code changes, and no code is deleted.

On PostgreSQL no login can read or write the table.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

_SAME: Final = (
    "NEW.id IS OLD.id AND NEW.person_id IS OLD.person_id AND NEW.code_hash IS OLD.code_hash"
    " AND NEW.made_at IS OLD.made_at"
)
_ENDS: Final = (
    "OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.ended_as IN ('used', 'replaced')"
    " AND NEW.failed_tries IS OLD.failed_tries AND NEW.last_failed_at IS OLD.last_failed_at"
)
_TRIED: Final = (
    "OLD.ended_at IS NULL AND NEW.ended_at IS NULL AND NEW.ended_as = ''"
    " AND NEW.failed_tries = OLD.failed_tries + 1 AND NEW.last_failed_at IS NOT NULL"
)
_TRIGGERS: Final = (
    (
        "CREATE TRIGGER recovery_code_one BEFORE INSERT ON recovery_code"
        " WHEN (NEW.ended_at IS NULL) IS NOT (NEW.ended_as = '')"
        " OR EXISTS (SELECT 1 FROM recovery_code WHERE id = NEW.id)"
        " OR (NEW.ended_at IS NULL AND EXISTS (SELECT 1 FROM recovery_code o"
        " WHERE o.person_id = NEW.person_id AND o.ended_at IS NULL))"
        " BEGIN SELECT RAISE(ABORT, 'one recovery code of a person counts'); END"
    ),
    (
        "CREATE TRIGGER recovery_code_ends BEFORE UPDATE ON recovery_code"
        f" WHEN NOT ({_SAME} AND (({_ENDS}) OR ({_TRIED})))"
        " BEGIN SELECT RAISE(ABORT, 'a recovery code ends once, and counts wrong tries'); END"
    ),
    (
        "CREATE TRIGGER recovery_code_stays BEFORE DELETE ON recovery_code"
        " BEGIN SELECT RAISE(ABORT, 'recovery codes are not deleted'); END"
    ),
)


def set_up(connection: Connection) -> None:
    """Creates the triggers if the database is SQLite."""
    if connection.dialect.name == "sqlite":
        for statement in _TRIGGERS:
            connection.exec_driver_sql(statement)
